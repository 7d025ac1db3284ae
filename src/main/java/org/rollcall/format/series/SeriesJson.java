package org.rollcall.format.series;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.rollcall.report.row.Times;
import org.rollcall.report.series.Series;
import org.rollcall.report.series.SeriesCell;
import org.rollcall.report.series.SeriesInstance;
import org.rollcall.report.series.SeriesMember;

/** A series as JSON: its instances, and one object a person with a cell for each instance. What is unknown is null. */
final class SeriesJson {
    private static final JsonFactory JSON = new JsonFactory();

    private SeriesJson() {}

    static void write(Series series, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("meeting_id", series.meetingId());
            json.writeStringField("topic", series.topic());
            json.writeStringField(
                    "from", series.from() == null ? null : series.from().toString());
            json.writeStringField("to", series.to() == null ? null : series.to().toString());
            json.writeArrayFieldStart("instances");
            for (int number = 0; number < series.instances().size(); number++) {
                write(json, series, number);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("people");
            for (SeriesMember member : series.members()) {
                write(json, member);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Series series, int number) throws IOException {
        SeriesInstance instance = series.instances().get(number);
        json.writeStartObject();
        json.writeArrayFieldStart("uuids");
        for (String uuid : instance.uuids()) {
            json.writeString(uuid);
        }
        json.writeEndArray();
        json.writeStringField("topic", instance.topic());
        json.writeStringField("start_time", Times.text(instance.start()));
        json.writeStringField("end_time", Times.text(instance.end()));
        json.writeStringField("start_local", SeriesCsv.heading(instance));
        json.writeStringField("timezone", instance.zone().getId());
        json.writeNumberField("attended", series.attended(number));
        json.writeNumberField("absent", series.absent(number));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SeriesMember member) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", member.name());
        json.writeStringField("email", member.email());
        json.writeNumberField("attended", member.attended());
        json.writeNumberField("late", member.late());
        json.writeNumberField("absent", member.absent());
        json.writeNumberField("minutes", member.minutes());
        json.writeNumberField("share", member.share());
        json.writeBooleanField("matched_by_name_alone", member.guessed());
        json.writeArrayFieldStart("instances");
        for (SeriesCell cell : member.cells()) {
            if (cell == null) {
                json.writeNull();
            } else {
                json.writeStartObject();
                json.writeNumberField("minutes", cell.minutes());
                json.writeStringField(
                        "status", cell.status() == null ? null : cell.status().value());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
