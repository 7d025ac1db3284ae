package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found, as Markdown. */
final class Result {
    private final Settings settings;
    private final List<Contender> contenders;
    private final List<String> skipped;

    /** @param skipped what is not compared, and why */
    Result(Settings settings, List<Contender> contenders, List<String> skipped) {
        this.settings = settings;
        this.contenders = contenders;
        this.skipped = skipped;
    }

    /**
     * @param tls with Zoom, S3 and SQS behind TLS, as in Lambda
     * @param http the same without
     * @param bareLarge milliseconds that only reading the large meeting's pages takes
     * @param bareSlow the same when Zoom takes its time
     */
    String markdown(Rounds tls, Rounds http, double bareLarge, double bareSlow) {
        StringBuilder text = new StringBuilder();
        text.append(fill(
                "%s, %s, %d processors. Medians of %d cold starts and %d runs of what takes longer. Ratios are those of"
                        + " wall time (or memory) / processor time.%n",
                LocalDate.now(),
                machine(),
                Runtime.getRuntime().availableProcessors(),
                settings.starts(),
                settings.runs()));
        text.append("\nZoom, S3 and SQS behind TLS, as in Lambda:\n\n").append(table(tls));
        text.append("\nOver plain HTTP, where every put pays for a SHA-256 of the whole document:\n\n")
                .append(table(http));
        text.append(contenders.stream()
                .map(contender -> fill("%s %.1f MB", contender.name(), contender.zipped() / 1e6))
                .collect(Collectors.joining("; ", "\nDeployed as a zip: ", ".\n")));
        text.append(bare(tls, bareLarge, bareSlow));
        text.append("\n").append(new CostTable(contenders, tls, settings.rows()).markdown());
        skipped.forEach(peer -> text.append("\nSkipped: ").append(peer).append('\n'));
        tls.failures()
                .forEach(failure ->
                        text.append("\nNot measured: ").append(failure).append('\n'));
        http.failures().forEach(failure -> text.append("\nNot measured over plain HTTP: ")
                .append(failure)
                .append('\n'));
        return text.toString();
    }

    private String table(Rounds rounds) {
        return new ResultTable(contenders, rounds, this::named).markdown();
    }

    private String bare(Rounds rounds, double bareLarge, double bareSlow) {
        double waiting = (double) Participants.pageCount(settings.rows()) * settings.latency();
        StringBuilder text = new StringBuilder(fill(
                "%nOnly reading the pages of %,d rows takes %.0f ms; with %d ms a page, %.3f of the waiting",
                settings.rows(), bareLarge, settings.latency(), bareSlow / waiting));
        rounds.of(contenders.get(0))
                .median(Quantity.SLOW_ALL_FORMATS)
                .ifPresent(time -> text.append(fill(" (the report in every format: %.3f)", time / waiting)));
        return text.append(".\n").toString();
    }

    private String named(String text) {
        return fill(
                text,
                settings.rows(),
                Rounds.SMALL,
                Participants.pageCount(settings.rows()),
                settings.latency(),
                settings.formats());
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
