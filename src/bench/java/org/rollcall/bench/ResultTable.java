package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What was found, as Markdown. */
final class ResultTable {
    private static final List<Integer> MEMORY_SIZES = List.of(128, 256, 512, 1024);

    private final Settings settings;
    private final int smallRows;
    private final List<Contender> contenders;
    private final Map<Contender, Measures> measures;
    private final List<String> failures;

    ResultTable(
            Settings settings,
            int smallRows,
            List<Contender> contenders,
            Map<Contender, Measures> measures,
            List<String> failures) {
        this.settings = settings;
        this.smallRows = smallRows;
        this.contenders = contenders;
        this.measures = measures;
        this.failures = failures;
    }

    /**
     * @param bareSmall milliseconds that only reading the small meeting's pages takes
     * @param bareLarge the same of the large one
     * @param bareSlow the same of the large one when Zoom takes its time
     */
    String markdown(double bareSmall, double bareLarge, double bareSlow) {
        StringBuilder text = new StringBuilder();
        text.append(fill(
                "%s, %s, %d processors. Medians of %d cold starts and %d runs of what takes longer.%n%n",
                LocalDate.now(),
                machine(),
                Runtime.getRuntime().availableProcessors(),
                settings.starts(),
                settings.runs()));
        text.append(fill(
                "| | %s | %s | ratio | goal |%n| --- | ---: | ---: | ---: | --- |%n",
                contenders.get(0).name(), contenders.get(1).name()));
        for (Quantity quantity : Quantity.values()) {
            text.append(line(quantity));
        }
        text.append(fill(
                "| deployed zip | %.1f MB | %.1f MB | | |%n",
                contenders.get(0).zipped() / 1e6, contenders.get(1).zipped() / 1e6));
        text.append(fill("%nOnly reading the pages takes %.0f ms for %,d rows", bareSmall, smallRows));
        text.append(againstBare(Quantity.SMALL, bareSmall));
        text.append(fill(" and %.0f ms for %,d", bareLarge, settings.rows()));
        text.append(againstBare(Quantity.LARGE, bareLarge));
        text.append(fill(
                "; with %d ms a page, %,.0f ms, which is %.3f of the waiting",
                settings.latency(), bareSlow, bareSlow / waiting()));
        text.append(againstBare(Quantity.SLOW_ALL_FORMATS, bareSlow)).append(".\n");
        text.append(cost());
        failures.stream().distinct().forEach(failure -> text.append("\nNot measured: ")
                .append(failure));
        return text.append('\n').toString();
    }

    private String line(Quantity quantity) {
        OptionalDouble ours = median(0, quantity);
        OptionalDouble peers = median(1, quantity);
        String ratio = ours.isPresent() && peers.isPresent()
                ? fill("%.2f", ours.getAsDouble() / peers.getAsDouble())
                : special(quantity, ours);
        return fill(
                "| %s | %s | %s | %s | %s |%n",
                named(quantity.label), value(quantity, ours), value(quantity, peers), ratio, named(quantity.goal));
    }

    private String special(Quantity quantity, OptionalDouble ours) {
        if (quantity != Quantity.SLOW_ALL_FORMATS || ours.isEmpty()) {
            return "";
        }
        return fill("%.3f of the waiting", ours.getAsDouble() / waiting());
    }

    private double waiting() {
        return (double) Participants.pageCount(settings.rows()) * settings.latency();
    }

    private String againstBare(Quantity quantity, double bare) {
        OptionalDouble ours = median(0, quantity);
        return ours.isPresent() ? fill(" (the report: %.2f ×)", ours.getAsDouble() / bare) : "";
    }

    // AWS Lambda pricing: GB-seconds, by the millisecond, the start included.
    private String cost() {
        StringBuilder text = new StringBuilder(
                "\nGB-seconds of 1,000 reports, from the times above; Lambda gives a function a processor's share in"
                        + " proportion to its memory (all of one at 1,769 MB), and both grow slower alike below that."
                        + " Left out where the memory does not hold the report.\n\n| memory |");
        List<Quantity> times = List.of(Quantity.COLD, Quantity.WARM, Quantity.LARGE);
        List<Quantity> peaks = List.of(Quantity.COLD_RESIDENT, Quantity.COLD_RESIDENT, Quantity.LARGE_PEAK);
        List<String> heads = List.of("cold, one page", "warm, one page", fill("%,d rows", settings.rows()));
        heads.forEach(head -> contenders.forEach(contender -> text.append(' ')
                .append(head)
                .append(": ")
                .append(contender.name())
                .append(" |")));
        text.append("\n| ---: |")
                .append(" ---: |".repeat(heads.size() * contenders.size()))
                .append('\n');
        for (int memory : MEMORY_SIZES) {
            text.append("| ").append(memory).append(" MB |");
            for (int i = 0; i < times.size(); i++) {
                for (int contender = 0; contender < contenders.size(); contender++) {
                    OptionalDouble time = median(contender, times.get(i));
                    OptionalDouble peak = median(contender, peaks.get(i));
                    boolean held = time.isPresent() && peak.isPresent() && peak.getAsDouble() < memory;
                    text.append(held ? fill(" %.1f |", Math.ceil(time.getAsDouble()) * memory / 1024) : " |");
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private OptionalDouble median(int contender, Quantity quantity) {
        return measures.get(contenders.get(contender)).median(quantity);
    }

    private String named(String text) {
        return fill(
                text,
                settings.rows(),
                smallRows,
                Participants.pageCount(settings.rows()),
                settings.latency(),
                settings.formats());
    }

    private static String value(Quantity quantity, OptionalDouble value) {
        return value.isPresent() ? fill("%,.0f %s", value.getAsDouble(), quantity.unit) : "–";
    }

    private static String machine() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String fill(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
