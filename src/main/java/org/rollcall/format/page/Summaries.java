package org.rollcall.format.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rollcall.report.Attendance;

/** How people divide into kinds of devices, places and networks. */
final class Summaries {
    private static final int MAX_KINDS = 6;

    private Summaries() {}

    /** Those there is something to say of. */
    static List<ReportPage.Summary> of(Attendance attendance) {
        List<ReportPage.Summary> summaries = new ArrayList<>();
        int people = Math.max(1, attendance.people().size() + attendance.leftOut());
        summaries.add(summary("Devices", attendance.devices(), people));
        summaries.add(summary("Locations", attendance.locations(), people));
        summaries.add(summary("Networks", attendance.networks(), people));
        summaries.removeIf(summary -> summary.kinds().isEmpty());
        return summaries;
    }

    private static ReportPage.Summary summary(String title, Map<String, Integer> counts, int people) {
        List<Map.Entry<String, Integer>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<ReportPage.Kind> kinds = sorted.stream()
                .limit(MAX_KINDS)
                .map(kind -> new ReportPage.Kind(
                        PageText.clean(kind.getKey()), PageText.count(kind.getValue()), Math.max(1, (int)
                                Math.round(100.0 * kind.getValue() / people))))
                .toList();
        int others = sorted.size() - kinds.size();
        return new ReportPage.Summary(title, kinds, others == 0 ? null : "and " + PageText.count(others) + " more");
    }
}
