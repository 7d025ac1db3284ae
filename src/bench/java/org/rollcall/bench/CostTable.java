package org.rollcall.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What 1,000 reports cost in GB-seconds (AWS Lambda pricing: by the millisecond, the start included). Lambda gives a
 * function a processor's share in proportion to its memory, all of one at 1,769 MB, so that a report takes the time
 * that was measured, or its processor time divided by the share if that is longer.
 */
final class CostTable {
    private static final List<Integer> MEMORY_SIZES = List.of(128, 256, 512, 1024);
    private static final double ONE_PROCESSOR = 1769;

    private final List<Contender> contenders;
    private final Rounds rounds;
    private final int rows;

    /** A report, and the memory that it needs. */
    private record Job(String name, Quantity time, Quantity memory) {}

    CostTable(List<Contender> contenders, Rounds rounds, int rows) {
        this.contenders = contenders;
        this.rounds = rounds;
        this.rows = rows;
    }

    String markdown() {
        List<Job> jobs = List.of(
                new Job("cold, one page", Quantity.COLD_PAGE, Quantity.COLD_RESIDENT),
                new Job("warm, one page", Quantity.WARM, Quantity.COLD_RESIDENT),
                new Job(String.format(Locale.ROOT, "%,d rows", rows), Quantity.LARGE, Quantity.LARGE_PEAK));
        StringBuilder text = new StringBuilder("GB-seconds of 1,000 reports, from the times behind TLS; a processor's"
                + " share is in proportion to the memory. Left out where the memory does not hold the report.\n\n| |");
        contenders.forEach(
                contender -> text.append(' ').append(contender.name()).append(" |"));
        text.append("\n| --- |").append(" ---: |".repeat(contenders.size())).append('\n');
        for (Job job : jobs) {
            for (int memory : MEMORY_SIZES) {
                text.append("| ").append(job.name).append(", ").append(memory).append(" MB |");
                text.append(contenders.stream()
                        .map(contender -> cell(rounds.of(contender), job, memory))
                        .collect(Collectors.joining()));
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String cell(Measures found, Job job, int memory) {
        OptionalDouble time = found.median(job.time);
        OptionalDouble processor = found.processor(job.time);
        OptionalDouble needed = found.median(job.memory);
        if (time.isEmpty() || processor.isEmpty() || needed.isEmpty() || needed.getAsDouble() >= memory) {
            return " |";
        }
        double share = Math.min(1, memory / ONE_PROCESSOR);
        double milliseconds = Math.ceil(Math.max(time.getAsDouble(), processor.getAsDouble() / share));
        return String.format(Locale.ROOT, " %.1f |", milliseconds * memory / 1024);
    }
}
