package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processor time of one process, and its share of a processor: by a control group of its own where this one may
 * make some (Linux: cgroups(7), version 1 or 2), else as the process table counts it, in steps of 10 ms and without a
 * share.
 */
final class ProcessorTime implements AutoCloseable {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    /** Microseconds in which a share is used up, and given again. */
    private static final int PERIOD = 20_000;

    private final String name = "rollcall-bench-" + UUID.randomUUID();
    private final boolean fromStart;
    private final Optional<Path> used;
    private final Optional<Path> limited;
    private ProcessHandle process;

    /**
     * @param fromStart whether the process's first milliseconds count, at the price of a shell that starts it; else
     *     they do not
     */
    ProcessorTime(boolean fromStart) {
        this.fromStart = fromStart;
        boolean one = Files.exists(ROOT.resolve("cpuacct"));
        used = group(one ? ROOT.resolve("cpuacct") : ROOT);
        limited = one ? group(ROOT.resolve("cpu")) : used;
    }

    private Optional<Path> group(Path controller) {
        try {
            // Two controllers can be one directory.
            return Optional.of(Files.createDirectories(controller.toRealPath().resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Path> groups() {
        return Stream.concat(used.stream(), limited.stream()).distinct().toList();
    }

    /** What starts the program of a command so that it is counted. */
    List<String> command(List<String> command) {
        if (!fromStart || groups().isEmpty()) {
            return command;
        }
        String enter = groups().stream()
                .map(group -> "echo 0 > " + group.resolve("cgroup.procs") + " && ")
                .collect(Collectors.joining());
        return Stream.concat(Stream.of("/bin/sh", "-c", enter + "exec \"$@\"", "sh"), command.stream())
                .toList();
    }

    /** Counts a process that has been started by that command. */
    void count(Process started) throws IOException {
        process = started.toHandle();
        if (!fromStart) {
            for (Path group : groups()) {
                Files.writeString(group.resolve("cgroup.procs"), String.valueOf(started.pid()));
            }
        }
    }

    /**
     * Gives the process a share of one processor.
     *
     * @throws IllegalStateException when this machine does not allow it
     */
    void limit(double share) throws IOException {
        long quota = Math.round(PERIOD * share);
        Path group = limited.orElseThrow(() -> new IllegalStateException("no control group can be made here"));
        if (Files.exists(group.resolve("cpu.cfs_quota_us"))) {
            Files.writeString(group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), String.valueOf(quota));
        } else if (Files.exists(group.resolve("cpu.max"))) {
            Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD);
        } else {
            throw new IllegalStateException("no control group can have a share of a processor here");
        }
    }

    /** Milliseconds so far, on all processors together. */
    double milliseconds() throws IOException {
        if (used.isEmpty()) {
            return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
        }
        Path nanoseconds = used.get().resolve("cpuacct.usage");
        if (Files.exists(nanoseconds)) {
            return Long.parseLong(Files.readString(nanoseconds).strip()) / 1e6;
        }
        try (Stream<String> lines = Files.lines(used.get().resolve("cpu.stat"))) {
            return lines.filter(line -> line.startsWith("usage_usec "))
                            .mapToLong(line -> Long.parseLong(line.substring("usage_usec ".length())))
                            .max()
                            .orElseThrow()
                    / 1e3;
        }
    }

    /** Forgets the groups; the process has to have ended. */
    @Override
    public void close() throws IOException {
        for (Path group : groups()) {
            Files.delete(group);
        }
    }
}
