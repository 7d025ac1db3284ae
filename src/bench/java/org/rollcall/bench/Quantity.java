package org.rollcall.bench;

/** What is measured, in the order in which it is shown. */
enum Quantity {
    READY("ready: start → asks for its first event", "ms", ""),
    COLD(
            "cold, 2 rows: start → stored (token, details, one page; JSON and CSV on S3)",
            "ms",
            "≤ 0.2 × Node.js, 2.5 × Go"),
    COLD_SHARE("the same with 0.145 of a processor, as Lambda gives for 256 MB", "ms", ""),
    COLD_LEAST("cold, 2 rows: one source alone, and nobody expected", "ms", ""),
    COLD_MOST("cold, 2 rows: every source, and a roster of 30 people", "ms", "≤ 1.1 × with one source"),
    COLD_PAGE("cold, one page of 300 rows", "ms", ""),
    COLD_RESIDENT("resident memory at that point", "MB", "≤ 0.75 × Node.js"),
    WEBHOOK_COLD("webhook, cold: start → message on the queue", "ms", ""),
    WEBHOOK_RESIDENT("resident memory at that point", "MB", ""),
    WARM("warm, one page of 300 rows", "ms", "processor ≤ 0.5 × Node.js, 0.8 × the best peer"),
    SMALL("%2$,d rows", "ms", ""),
    SMALL_PEAK("peak resident memory with that", "MB", ""),
    LARGE("%1$,d rows (%3$d pages)", "ms", "processor ≤ 0.5 × Node.js, wall ≤ 0.5 × the best peer"),
    LARGE_PEAK("peak resident memory with that", "MB", "≤ 120 MB"),
    SLOW("%1$,d rows, %4$d ms a page", "ms", ""),
    SLOW_ALL_FORMATS("the same in every format (%5$s)", "ms", "≤ 1.05 × the waiting");

    final String label;
    final String unit;
    final String goal;

    Quantity(String label, String unit, String goal) {
        this.label = label;
        this.unit = unit;
        this.goal = goal;
    }
}
