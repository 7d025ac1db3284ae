package org.rollcall.report.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.report.attendance.AttendanceStatus;
import org.rollcall.report.attendance.Identifiers;

class SeriesFoldTest {
    private static final Instant MONDAY = Instant.parse("2026-09-07T08:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final SeriesFold fold = new SeriesFold();

    @Test
    void hasOneLineAPersonAndOneCellAnInstance() {
        fold.add(instance("a", MONDAY, 60), List.of(person("Ada", "ada@example.edu", 60, AttendanceStatus.PRESENT)));
        fold.add(
                instance("b", MONDAY.plus(Duration.ofDays(7)), 60),
                List.of(
                        person("Ada Lovelace", "ada@example.edu", 30, AttendanceStatus.LATE),
                        person("Bob", "bob@example.edu", 60, AttendanceStatus.PRESENT)));

        Series series = fold.finish("932", null, null);

        assertThat(series.members()).extracting(SeriesMember::name).containsExactly("Ada Lovelace", "Bob");
        SeriesMember ada = series.members().get(0);
        assertThat(ada.cells())
                .containsExactly(cell("60.00", AttendanceStatus.PRESENT), cell("30.00", AttendanceStatus.LATE));
        assertThat(ada.attended()).isEqualTo(2);
        assertThat(ada.late()).isEqualTo(1);
        assertThat(ada.minutes()).isEqualByComparingTo("90");
        assertThat(ada.share()).isEqualByComparingTo("0.75");
        assertThat(series.members().get(1).cells()).containsExactly(null, cell("60.00", AttendanceStatus.PRESENT));
        assertThat(series.attended(0)).isEqualTo(1);
        assertThat(series.attended(1)).isEqualTo(2);
    }

    @Test
    void countsWhoIsAbsentButNotWhoIsExcused() {
        fold.add(instance("a", MONDAY, 60), List.of(missing("Ada", AttendanceStatus.ABSENT)));
        fold.add(instance("b", MONDAY.plus(Duration.ofDays(1)), 60), List.of(missing("Ada", AttendanceStatus.EXCUSED)));
        fold.add(
                instance("c", MONDAY.plus(Duration.ofDays(2)), 60),
                List.of(person("Ada", "ada@example.edu", 60, AttendanceStatus.PRESENT)));

        SeriesMember ada = fold.finish("932", null, null).members().get(0);

        assertThat(ada.absent()).isEqualTo(1);
        assertThat(ada.attended()).isEqualTo(1);
        assertThat(ada.share()).as("of the two that they were not excused from").isEqualByComparingTo("0.5");
    }

    @Test
    void takesTwoInstancesThatADropCutApartAsOne() {
        fold.add(
                instance("a", MONDAY, 30),
                List.of(
                        person("Ada", "ada@example.edu", 20, AttendanceStatus.LATE),
                        person("Bob", "bob@example.edu", 30, AttendanceStatus.PRESENT)));
        fold.add(
                instance("b", MONDAY.plus(Duration.ofMinutes(35)), 25),
                List.of(
                        person("Ada", "ada@example.edu", 25, AttendanceStatus.PRESENT),
                        missing("Bob", AttendanceStatus.ABSENT)));

        Series series = fold.finish("932", null, null);

        assertThat(series.instances()).hasSize(1);
        assertThat(series.instances().get(0).uuids()).containsExactly("a", "b");
        assertThat(series.instances().get(0).end()).isEqualTo(MONDAY.plus(Duration.ofMinutes(60)));
        assertThat(series.members().get(0).cells()).containsExactly(cell("45.00", AttendanceStatus.LATE));
        assertThat(series.members().get(1).cells()).containsExactly(cell("30.00", AttendanceStatus.PRESENT));
    }

    @Test
    void keepsTwoInstancesOfOneDayApartThatNoDropCut() {
        fold.add(instance("a", MONDAY, 30), List.of());
        fold.add(instance("b", MONDAY.plus(Duration.ofHours(5)), 30), List.of());

        assertThat(fold.finish("932", null, null).instances()).hasSize(2);
    }

    @Test
    void keepsAContinuationAcrossMidnightApart() {
        Instant late = Instant.parse("2026-09-07T21:40:00Z");
        fold.add(instance("a", late, 10), List.of());
        fold.add(instance("b", late.plus(Duration.ofMinutes(25)), 30), List.of());

        assertThat(fold.finish("932", null, null).instances()).hasSize(2);
    }

    @Test
    void tellsPeopleOfOneNameApartByTheirAddresses() {
        fold.add(
                instance("a", MONDAY, 60),
                List.of(
                        person("Ada", "ada1@example.edu", 60, AttendanceStatus.PRESENT),
                        person("Ada", "ada2@example.edu", 60, AttendanceStatus.PRESENT)));
        fold.add(
                instance("b", MONDAY.plus(Duration.ofDays(7)), 60),
                List.of(person("Ada", "ada2@example.edu", 60, AttendanceStatus.PRESENT)));

        assertThat(fold.finish("932", null, null).members())
                .extracting(SeriesMember::email, SeriesMember::attended)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ada1@example.edu", 1),
                        org.assertj.core.groups.Tuple.tuple("ada2@example.edu", 2));
    }

    @Test
    void saysWhereANameAloneMakesOnePerson() {
        fold.add(instance("a", MONDAY, 60), List.of(person("Guest", null, 60, AttendanceStatus.PRESENT)));
        fold.add(
                instance("b", MONDAY.plus(Duration.ofDays(7)), 60),
                List.of(person("guest ", null, 60, AttendanceStatus.PRESENT)));

        List<SeriesMember> members = fold.finish("932", null, null).members();

        assertThat(members).hasSize(1);
        assertThat(members.get(0).guessed()).isTrue();
    }

    @Test
    void hasNobodyWhereEverythingThatNamesPeopleIsRedacted() {
        assertThat(fold.isNameless()).as("an empty series").isFalse();

        fold.add(instance("a", MONDAY, 60), List.of(person(null, null, 60, AttendanceStatus.PRESENT)));
        assertThat(fold.isNameless()).isTrue();

        fold.add(instance("b", MONDAY, 60), List.of(person("Ada", null, 60, AttendanceStatus.PRESENT)));
        assertThat(fold.isNameless()).isFalse();
    }

    @Test
    void knowsNoMinutesWhereNoReportDoes() {
        fold.add(
                instance("a", MONDAY, 60),
                List.of(new SeriesEntry(
                        "Ada", null, null, null, null, null, AttendanceStatus.UNKNOWN_TIMES, Identifiers.NONE)));

        SeriesMember ada = fold.finish("932", null, null).members().get(0);

        assertThat(ada.minutes()).isNull();
        assertThat(ada.share()).isNull();
        assertThat(ada.attended()).isEqualTo(1);
    }

    private static SeriesCell cell(String minutes, AttendanceStatus status) {
        return new SeriesCell(new BigDecimal(minutes), status);
    }

    private static SeriesInstance instance(String uuid, Instant start, int minutes) {
        return new SeriesInstance(
                List.of(uuid), "Statistics 201", start, start.plus(Duration.ofMinutes(minutes)), PARIS);
    }

    private static SeriesEntry person(String name, String email, int minutes, AttendanceStatus status) {
        BigDecimal share =
                BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 4, java.math.RoundingMode.HALF_UP);
        return new SeriesEntry(
                name,
                email,
                MONDAY,
                MONDAY.plus(Duration.ofMinutes(minutes)),
                BigDecimal.valueOf(minutes).setScale(2),
                share.min(BigDecimal.ONE),
                status,
                Identifiers.NONE);
    }

    private static SeriesEntry missing(String name, AttendanceStatus status) {
        return new SeriesEntry(
                name,
                "ada@example.edu".replace("ada", name.toLowerCase()),
                null,
                null,
                null,
                null,
                status,
                Identifiers.NONE);
    }
}
