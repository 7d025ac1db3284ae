package org.rollcall.bench;

/** What is measured, in the order in which it is shown. */
enum Quantity {
    READY("ready: start → asks for its first event", "ms", ""),
    COLD("cold: start → first report stored (token, details, one page; JSON and CSV on S3)", "ms", "≤ 0.3 ×"),
    COLD_RESIDENT("resident memory at that point", "MB", "≤ 0.7 ×"),
    WARM("warm: a meeting of one page", "ms", "≤ 0.4 ×"),
    WEBHOOK_COLD("webhook, cold: start → message on the queue", "ms", "≤ 0.4 ×"),
    WEBHOOK_RESIDENT("resident memory at that point", "MB", ""),
    SMALL("%2$,d rows, JSON and CSV on S3", "ms", ""),
    SMALL_PEAK("peak resident memory with that", "MB", ""),
    LARGE("%1$,d rows (%3$d pages), JSON and CSV on S3", "ms", "≤ 0.5 ×"),
    LARGE_PEAK("peak resident memory with that", "MB", "≤ 150 MB, ≤ 1.1 × that of %2$,d rows"),
    TLS_WARM("warm, Zoom and S3 behind TLS", "ms", ""),
    TLS_LARGE("%1$,d rows, Zoom and S3 behind TLS", "ms", ""),
    TLS_LARGE_PEAK("peak resident memory with that", "MB", ""),
    SLOW("%1$,d rows, %4$d ms a page", "ms", ""),
    SLOW_ALL_FORMATS("the same in every format (%5$s)", "ms", "≤ 1.05 × pages × %4$d ms");

    final String label;
    final String unit;
    final String goal;

    Quantity(String label, String unit, String goal) {
        this.label = label;
        this.unit = unit;
        this.goal = goal;
    }
}
