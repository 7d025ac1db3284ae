package org.rollcall.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.demo.SampleMeeting;
import org.rollcall.lambda.WebhookRequest;

/** Measures contenders against services, turn by turn, so that whatever else the machine does hits all alike. */
final class Rounds {
    static final int SMALL = 5_000;

    /** What Lambda gives a function of 256 MB: 1,769 MB have one processor (AWS Lambda developer guide: Memory). */
    private static final double SHARE = 256.0 / 1769;

    private static final String FORMATS = "json,csv";
    private static final Map<String, String> LEAST = Map.of("ZOOM_SOURCES", "dashboard", "ATTENDANCE_EXPECTED", "none");
    private static final int EXPECTED = 30;
    private static final int WARM_INVOCATIONS = 50;
    /** Invocations before those that count, in which processes are new. */
    private static final int UNMEASURED = 3;

    private final List<Contender> contenders;
    private final Services services;
    private final Map<Contender, Measures> measures = new HashMap<>();
    private final Set<String> failures = new TreeSet<>();

    Rounds(List<Contender> contenders, Services services) {
        this.contenders = contenders;
        this.services = services;
        contenders.forEach(contender -> measures.put(contender, new Measures()));
    }

    Measures of(Contender contender) {
        return measures.get(contender);
    }

    /** What could not be measured, and why. */
    Set<String> failures() {
        return failures;
    }

    private interface Measure {
        void of(Contender contender, Measures found) throws IOException;
    }

    private void repeat(int times, Measure measure) {
        for (int i = 0; i < times; i++) {
            contenders.forEach(contender -> measure(contender, measure));
        }
    }

    private void measure(Contender contender, Measure measure) {
        try {
            measure.of(contender, measures.get(contender));
        } catch (IOException | RuntimeException e) {
            failures.add(contender.name() + ": " + e.getMessage());
        }
    }

    void cold(int starts) {
        repeat(starts, (contender, found) -> cold(contender, found, Quantity.COLD, 2));
        repeat(starts, (contender, found) -> cold(contender, found, Quantity.COLD_PAGE, Participants.PAGE_SIZE));
    }

    /** What the function takes with all that peers have not, and with as little of it as can be set. */
    void coldWithExtras(int starts) {
        for (int i = 0; i < starts; i++) {
            measure(contenders.get(0), (contender, found) -> coldExtra(contender, found, Quantity.COLD_LEAST, LEAST));
            services.s3().roster(EXPECTED);
            measure(contenders.get(0), (contender, found) -> coldExtra(contender, found, Quantity.COLD_MOST, Map.of()));
            services.s3().roster(0);
        }
    }

    private void coldExtra(Contender contender, Measures found, Quantity quantity, Map<String, String> settings)
            throws IOException {
        Map<String, String> environment = new HashMap<>(services.environment("report", FORMATS));
        environment.putAll(settings);
        try (Instance instance =
                new Instance(contender, contender.report(), environment, event(2), new ProcessorTime(true))) {
            found.add(quantity, instance.answered());
            found.addProcessor(quantity, instance.processor());
            services.s3().takeReport(2, 2);
        }
    }

    private void cold(Contender contender, Measures found, Quantity quantity, int rows) throws IOException {
        try (Instance instance = report(contender, event(rows), new ProcessorTime(false))) {
            found.add(quantity, instance.answered());
            if (quantity == Quantity.COLD_PAGE) {
                found.add(Quantity.COLD_RESIDENT, instance.resident());
            } else {
                found.add(Quantity.READY, instance.ready());
            }
            services.s3().takeReport(2, rows);
        }
        try (Instance instance = report(contender, event(rows), new ProcessorTime(true))) {
            instance.answered();
            found.addProcessor(quantity, instance.processor());
            services.s3().takeReport(2, rows);
        }
    }

    void coldWithAShare(int starts) {
        repeat(starts, (contender, found) -> {
            ProcessorTime processorTime = new ProcessorTime(true);
            processorTime.limit(SHARE);
            try (Instance instance = report(contender, event(2), processorTime)) {
                found.add(Quantity.COLD_SHARE, instance.answered());
                found.addProcessor(Quantity.COLD_SHARE, instance.processor());
                services.s3().takeReport(2, 2);
            }
        });
    }

    void coldWebhook(int starts) {
        repeat(starts, (contender, found) -> {
            try (Instance instance = webhook(contender, new ProcessorTime(false))) {
                found.add(Quantity.WEBHOOK_COLD, instance.answered());
                found.add(Quantity.WEBHOOK_RESIDENT, instance.resident());
                services.sqs().takeMessage();
            }
            try (Instance instance = webhook(contender, new ProcessorTime(true))) {
                instance.answered();
                found.addProcessor(Quantity.WEBHOOK_COLD, instance.processor());
                services.sqs().takeMessage();
            }
        });
    }

    // All of them at once, turn by turn: the services played here become faster by what they have served.
    void warm() throws IOException {
        String event = event(Participants.PAGE_SIZE);
        Map<Contender, Instance> instances = new LinkedHashMap<>();
        try {
            for (Contender contender : contenders) {
                instances.put(contender, report(contender, null, new ProcessorTime(false)));
            }
            for (int i = 0; i < UNMEASURED + WARM_INVOCATIONS; i++) {
                boolean measured = i >= UNMEASURED;
                instances.forEach((contender, instance) -> measure(contender, (same, found) -> {
                    double before = instance.processor();
                    double time = instance.invoke(event);
                    services.s3().takeReport(2, Participants.PAGE_SIZE);
                    if (measured) {
                        found.add(Quantity.WARM, time);
                        found.addProcessor(Quantity.WARM, instance.processor() - before);
                    }
                }));
            }
        } finally {
            for (Instance instance : instances.values()) {
                instance.close();
            }
        }
    }

    void small(int runs) {
        repeat(runs, (contender, found) -> whole(contender, found, SMALL, Quantity.SMALL, Quantity.SMALL_PEAK));
    }

    void large(int runs, int rows) {
        repeat(runs, (contender, found) -> whole(contender, found, rows, Quantity.LARGE, Quantity.LARGE_PEAK));
    }

    private void whole(Contender contender, Measures found, int rows, Quantity time, Quantity peak) throws IOException {
        try (Instance instance = report(contender, null, new ProcessorTime(false))) {
            invoke(instance, found, time, rows, 2);
            found.add(peak, instance.peak());
        }
    }

    /** @param milliseconds how long Zoom takes for a page */
    void slow(int milliseconds, int rows, String allFormats) {
        services.zoom().latency(milliseconds);
        repeat(1, (contender, found) -> slow(contender, found, Quantity.SLOW, rows, FORMATS));
        // The peers have no other formats.
        measure(
                contenders.get(0),
                (contender, found) -> slow(contender, found, Quantity.SLOW_ALL_FORMATS, rows, allFormats));
    }

    private void slow(Contender contender, Measures found, Quantity time, int rows, String formats) throws IOException {
        Map<String, String> environment = services.environment("report", formats);
        try (Instance instance =
                new Instance(contender, contender.report(), environment, null, new ProcessorTime(false))) {
            invoke(instance, found, time, rows, formats.split(",").length);
        }
    }

    private void invoke(Instance instance, Measures found, Quantity time, int rows, int documents) throws IOException {
        instance.ready();
        double before = instance.processor();
        found.add(time, instance.invoke(event(rows)));
        found.addProcessor(time, instance.processor() - before);
        services.s3().takeReport(documents, documents > 2 ? 1 : rows);
    }

    private Instance report(Contender contender, String firstEvent, ProcessorTime processorTime) throws IOException {
        Map<String, String> environment = services.environment("report", FORMATS);
        return new Instance(contender, contender.report(), environment, firstEvent, processorTime);
    }

    private Instance webhook(Contender contender, ProcessorTime processorTime) throws IOException {
        byte[] ended = SampleMeeting.ended().getBytes(StandardCharsets.UTF_8);
        String event = WebhookRequest.signed(ended, Instant.now()).toString();
        Map<String, String> environment = services.environment("webhook", "json");
        return new Instance(contender, contender.webhook(), environment, event, processorTime);
    }

    private String event(int rows) {
        return "{\"meeting_id\":\"" + services.zoom().meeting(rows) + "\"}";
    }
}
