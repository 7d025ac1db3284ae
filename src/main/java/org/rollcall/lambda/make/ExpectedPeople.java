package org.rollcall.lambda.make;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.rollcall.lambda.event.AttendanceFields;
import org.rollcall.report.Meeting;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.roster.InvalidRosterException;
import org.rollcall.roster.ReadRoster;
import org.rollcall.roster.Roster;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;
import org.rollcall.store.Destination;
import org.rollcall.store.ReportDestination;
import org.rollcall.store.ReportKey;
import org.rollcall.store.StoreException;
import org.rollcall.store.StoredObject;
import org.rollcall.zoom.api.MeetingsApi.Registrant;
import org.rollcall.zoom.source.ZoomMeeting;

/**
 * Finds out who should have been in a meeting, as {@code ATTENDANCE_EXPECTED} says: from the event, a roster below
 * {@code rosters/}, or Zoom's registrants. What can't be read is logged, and the report made without it.
 */
@Singleton
public class ExpectedPeople {
    private static final Logger LOG = Logger.getLogger(ExpectedPeople.class);

    private final ReportDestination destination;
    private final Settings settings;

    ExpectedPeople(ReportDestination destination, Settings settings) {
        this.destination = destination;
        this.settings = settings;
    }

    /**
     * Returns who should have been there; nothing where nobody says.
     *
     * @param roster whom the meeting's roster names, where it is wanted
     * @param registered whether rows have registrants' IDs, without which a meeting is not asked for registrants
     * @throws InvalidSettingException when the setting is malformed
     */
    Optional<List<ExpectedPerson>> of(
            AttendanceFields fields, Optional<List<ExpectedPerson>> roster, ZoomMeeting meeting, boolean registered) {
        return switch (settings.attendanceExpected()) {
            case "none" -> Optional.empty();
            case "roster" -> fields.expected().or(() -> roster);
            case "registrants" -> fields.expected().or(() -> registrants(meeting));
            default ->
                fields.expected().or(() -> roster).or(() -> registered ? registrants(meeting) : Optional.empty());
        };
    }

    /** Returns those whom the roster names, unless the request names them. */
    Optional<List<ExpectedPerson>> roster(AttendanceFields fields, Meeting meeting) {
        return fields.expected().isPresent() ? Optional.empty() : roster(meeting);
    }

    /**
     * Returns those whom the roster of a meeting's number names, where there is one that can be read and the setting
     * does not exclude it.
     */
    public Optional<List<ExpectedPerson>> roster(Meeting meeting) {
        boolean wanted = List.of("auto", "roster").contains(settings.attendanceExpected());
        return wanted
                ? destination.get().flatMap(place -> roster(place, ReportKey.roster(meeting.id())))
                : Optional.empty();
    }

    /** Returns whether there is a roster of a meeting's number, readable or not. */
    public boolean hasRoster(Meeting meeting) {
        try {
            Optional<StoredObject> roster =
                    destination.get().flatMap(place -> place.read(ReportKey.roster(meeting.id())));
            if (roster.isPresent()) {
                roster.get().close();
            }
            return roster.isPresent();
        } catch (StoreException | IOException e) {
            return false;
        }
    }

    private static Optional<List<ExpectedPerson>> roster(Destination place, String key) {
        try {
            Optional<StoredObject> object = place.read(key);
            if (object.isEmpty()) {
                return Optional.empty();
            }
            Roster roster = ReadRoster.read(key, object.get().readAll(ReadRoster.MAX_BYTES + 1));
            roster.warnings().forEach(warning -> LOG.warnf("%s: %s", key, warning));
            return Optional.of(roster.lines().stream()
                    .map(line -> new ExpectedPerson(
                            line.name(),
                            line.email(),
                            line.registrantId(),
                            line.aliases(),
                            line.excused(),
                            line.columns()))
                    .toList());
        } catch (InvalidRosterException | StoreException e) {
            LOG.warnf("The report is made without the roster: %s", e.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<List<ExpectedPerson>> registrants(ZoomMeeting meeting) {
        return meeting.registrants()
                .map(all -> all.stream().map(ExpectedPeople::expected).toList());
    }

    private static ExpectedPerson expected(Registrant registrant) {
        String name = registrant.name();
        return new ExpectedPerson(
                name.isEmpty() ? null : name, registrant.email(), registrant.id(), List.of(), false, Map.of());
    }
}
