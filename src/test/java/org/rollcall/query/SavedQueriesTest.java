package org.rollcall.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.format.QueriedReports;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.row.Field;

class SavedQueriesTest {
    private static final String MINUTES = "Minutes of each person";
    private static final String MISSED = "Who missed more than n";
    private static final String INSTANCES = "Every instance";
    private static final String CONNECTIONS = "Connections";
    private static final String[] TERM = {"2026-09-01", "2026-12-20"};

    @TempDir
    Path directory;

    private static String row(String day, String name, String from, String to, String more) {
        return "{\"user_name\":\"" + name + "\",\"email\":\"" + name.toLowerCase() + "@a.example\",\"join_time\":\""
                + day + "T" + from + ":00Z\",\"leave_time\":\"" + day + "T" + to + ":00Z\"" + more + "}";
    }

    private static ExpectedPerson expected(String name, boolean excused) {
        return new ExpectedPerson(
                name, name.toLowerCase() + "@a.example", null, List.of(), excused, Map.of("group", "B"));
    }

    /** Three instances: Kim comes to all, Lee late to one, Max to none and is excused once, Ann never gets in. */
    private void term() throws IOException {
        QueriedReports reports = new QueriedReports(directory);
        for (String day : List.of("2026-11-06", "2026-11-13", "2026-11-20")) {
            boolean last = day.endsWith("20");
            List<ExpectedPerson> roster =
                    List.of(expected("Kim", false), expected("Lee", false), expected("Max", last));
            String kim = row(day, "Kim", "09:00", "10:00", ",\"in_room_participants\":2,\"added_by_zoom\":{\"a\":[1]}");
            String ann = row(day, "Ann", "09:00", "09:10", ",\"status\":\"in_waiting_room\"");
            String lee = row(
                    day,
                    "Lee",
                    "09:20",
                    "10:00",
                    ",\"network_type\":\"Wifi\",\"audio_quality\":\"bad\",\"internal_ip_addresses\":[\"192.0.2.1\"],"
                            + "\"leave_reason\":\"Lee got disconnected.<br>Reason: Network connection error.\"");
            if (last) {
                reports.write(day, Set.of(), roster, kim, ann, lee);
            } else {
                reports.write(day, Set.of(), roster, kim, ann);
            }
        }
    }

    @Test
    void minutesOfEachPersonAreThoseOfTheReports() throws IOException, SQLException {
        term();
        try (SavedQueries queries = new SavedQueries(directory)) {
            assertThat(queries.ask(MINUTES, QueriedReports.ID, TERM[0], TERM[1]))
                    .containsExactly(
                            Map.of(
                                    "name",
                                    "Kim",
                                    "email",
                                    "kim@a.example",
                                    "instances",
                                    3L,
                                    "minutes",
                                    180.0,
                                    "late",
                                    0L),
                            Map.of(
                                    "name",
                                    "Lee",
                                    "email",
                                    "lee@a.example",
                                    "instances",
                                    1L,
                                    "minutes",
                                    40.0,
                                    "late",
                                    1L));
            assertThat(queries.ask(MINUTES, QueriedReports.ID, "2026-11-13", "2026-11-13"))
                    .extracting(line -> line.get("minutes"))
                    .containsExactly(60.0);
            assertThat(queries.ask(MINUTES, "1", TERM[0], TERM[1])).isEmpty();
        }
    }

    @Test
    void whoIsExcusedHasNotMissedAndWhoOnlyWaitedHas() throws IOException, SQLException {
        term();
        try (SavedQueries queries = new SavedQueries(directory)) {
            assertThat(queries.ask(MISSED, QueriedReports.ID, TERM[0], TERM[1], 1))
                    .extracting(line -> line.get("name") + " " + line.get("missed"))
                    .containsExactly("Ann 3", "Lee 2", "Max 2");
            assertThat(queries.ask(MISSED, QueriedReports.ID, TERM[0], TERM[1], 2))
                    .extracting(line -> line.get("name"))
                    .containsExactly("Ann");
        }
    }

    @Test
    void everyInstanceHasItsCounts() throws IOException, SQLException {
        term();
        try (SavedQueries queries = new SavedQueries(directory)) {
            assertThat(queries.ask(INSTANCES, TERM[0], TERM[1]))
                    .extracting(line ->
                            List.of(line.get("meeting_uuid"), line.get("people"), line.get("late"), line.get("absent")))
                    .containsExactly(
                            List.of("uuid-2026-11-06", 1L, 0L, 2L),
                            List.of("uuid-2026-11-13", 1L, 0L, 2L),
                            List.of("uuid-2026-11-20", 2L, 1L, 0L));
        }
    }

    @Test
    void connectionsCountWhatWasLost() throws IOException, SQLException {
        term();
        try (SavedQueries queries = new SavedQueries(directory)) {
            List<Map<String, Object>> lines = queries.ask(CONNECTIONS, TERM[0], TERM[1]);
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).containsEntry("network_type", "Wifi").containsEntry("lost", 1L);
            assertThat(lines.get(0)).containsEntry("bad_audio", 1L);
            assertThat(lines.get(1)).containsEntry("connections", 3L).containsEntry("lost", 0L);
        }
    }

    @Test
    void documentsOfBeforeEmptyOnesAndRedactedOnesAreReadBesideTheOthers() throws IOException, SQLException {
        term();
        QueriedReports reports = new QueriedReports(directory);
        byte[] before = "{\"user_name\":\"Old\",\"network_type\":\"Wired\"}\n".getBytes(StandardCharsets.UTF_8);
        reports.write("ndjson", "2026-10-02", before);
        reports.write("2026-10-09", Set.of(), null);
        Set<String> everything =
                Set.copyOf(Arrays.stream(Field.values()).map(Field::fieldName).toList());
        reports.write("2026-10-16", everything, null, row("2026-10-16", "Kim", "09:00", "10:00", ""));
        try (SavedQueries queries = new SavedQueries(directory)) {
            assertThat(queries.ask(MINUTES, QueriedReports.ID, TERM[0], TERM[1]).toString())
                    .contains("name=Kim, email=kim@a.example, instances=3, minutes=180.0", "name=null, email=null");
            assertThat(queries.ask(MISSED, QueriedReports.ID, TERM[0], TERM[1], 0))
                    .extracting(line -> line.get("name") + " " + line.get("missed"))
                    .containsExactly("Ann 4", "Lee 3", "Max 3", "Kim 1");
            assertThat(queries.ask(INSTANCES, TERM[0], TERM[1])).hasSize(4);
            assertThat(queries.ask(CONNECTIONS, "2026-10-01", "2026-10-31"))
                    .extracting(line -> line.get("network_type"))
                    .containsExactlyInAnyOrder("Wired", null);
        }
    }

    @Test
    void tablesHaveEveryColumnOfTheDocuments() throws IOException, SQLException {
        term();
        try (SavedQueries queries = new SavedQueries(directory)) {
            assertThat(queries.names()).containsExactly(MINUTES, MISSED, INSTANCES, CONNECTIONS);
            for (Field field : Field.values()) {
                assertThat(queries.columns("participants")).contains(field.fieldName());
            }
            String keys = "SELECT DISTINCT unnest(json_keys(json)) AS key FROM read_json_objects('" + directory
                    + "/people/*/*.ndjson', format = 'newline_delimited')";
            assertThat(queries.run(keys))
                    .extracting(line -> line.get("key"))
                    .containsExactlyInAnyOrderElementsOf(queries.columns("people"));
            assertThat(queries.run("SELECT roster['group'] AS g, intervals[1].\"join\" AS j FROM people"
                            + " WHERE name = 'Lee' AND day = '2026-11-20'"))
                    .containsExactly(Map.of("g", "B", "j", "2026-11-20T09:20:00Z"));
            assertThat(queries.run("SELECT internal_ip_addresses AS a, in_room_participants AS n FROM participants"
                            + " WHERE day = '2026-11-20' AND user_name = 'Kim' OR network_type = 'Wifi' ORDER BY n"))
                    .extracting(line -> line.get("a") + " " + line.get("n"))
                    .containsExactly("null 2", "[\"192.0.2.1\"] null");
        }
    }
}
