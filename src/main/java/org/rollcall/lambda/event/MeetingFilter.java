package org.rollcall.lambda.event;

import jakarta.inject.Singleton;
import java.util.List;
import org.rollcall.report.Meeting;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;

/**
 * Decides by {@code REPORT_INCLUDE} and {@code REPORT_EXCLUDE} which meetings reports are made of by themselves. What
 * is asked for by an event or over HTTP is made all the same.
 *
 * <p>A webhook event has no host, and a message of the queue not always a topic. A meeting is left out once it is known
 * to be: where that depends on what is unknown, it is let in, and whoever learns more of it asks again.
 */
@Singleton
public class MeetingFilter {
    private final Settings settings;
    private volatile Patterns patterns;

    /** @param settings read when the first meeting is asked about */
    public MeetingFilter(Settings settings) {
        this.settings = settings;
    }

    /**
     * Returns whether a meeting is let in: it fits a pattern of {@code REPORT_INCLUDE}, where that has any, and none of
     * {@code REPORT_EXCLUDE}.
     *
     * @throws InvalidSettingException when one of the two is malformed
     */
    public boolean includes(Meeting meeting) {
        Patterns all = patterns();
        return all.exclude().stream().noneMatch(pattern -> pattern.fits(meeting))
                && (all.include().isEmpty()
                        || all.include().stream()
                                .anyMatch(pattern -> pattern.fits(meeting) || pattern.isUndecided(meeting)));
    }

    private Patterns patterns() {
        Patterns known = patterns;
        if (known == null) {
            known = new Patterns(
                    parse("REPORT_INCLUDE", settings.reportInclude()),
                    parse("REPORT_EXCLUDE", settings.reportExclude()));
            patterns = known;
        }
        return known;
    }

    private static List<MeetingPattern> parse(String setting, List<String> texts) {
        return texts.stream()
                .map(text -> MeetingPattern.parse(text)
                        .orElseThrow(() -> new InvalidSettingException(
                                setting,
                                "is malformed. It accepts host:, topic: and id:, each with a pattern in which * stands"
                                        + " for any text, separated by commas, such as host:*@law.example.edu.")))
                .toList();
    }

    private record Patterns(List<MeetingPattern> include, List<MeetingPattern> exclude) {}
}
