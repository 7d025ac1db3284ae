package org.rollcall.format.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rollcall.report.attendance.Attendance;

/** How people divide into kinds of devices, places and networks. */
final class Summaries {
    private static final int MAX_KINDS = 6;

    private Summaries() {}

    /** Those there is something to say of. */
    static List<ReportPage.Summary> of(Attendance attendance, Messages messages) {
        List<ReportPage.Summary> summaries = new ArrayList<>();
        int people = Math.max(1, attendance.people().size() + attendance.leftOut());
        summaries.add(summary("devices", attendance.devices(), people, messages));
        summaries.add(summary("locations", attendance.locations(), people, messages));
        summaries.add(summary("networks", attendance.networks(), people, messages));
        summaries.removeIf(summary -> summary.kinds().isEmpty());
        return summaries;
    }

    private static ReportPage.Summary summary(
            String title, Map<String, Integer> counts, int people, Messages messages) {
        List<Map.Entry<String, Integer>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<ReportPage.Kind> kinds = sorted.stream()
                .limit(MAX_KINDS)
                .map(kind -> new ReportPage.Kind(
                        PageText.clean(kind.getKey()), messages.number(kind.getValue()), Math.max(1, (int)
                                Math.round(100.0 * kind.getValue() / people))))
                .toList();
        int others = sorted.size() - kinds.size();
        return new ReportPage.Summary(
                messages.text(title), kinds, others == 0 ? null : messages.text("and_others", others));
    }
}
