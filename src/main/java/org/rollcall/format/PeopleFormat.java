package org.rollcall.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import org.rollcall.report.Meeting;
import org.rollcall.report.Report;
import org.rollcall.report.attendance.AttendanceContext;
import org.rollcall.report.attendance.Person;
import org.rollcall.report.row.Times;

/** One person a line, as JSON with the types of its values, for query engines such as Amazon Athena. */
@Singleton
public class PeopleFormat implements ReportFormat {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String name() {
        return "people";
    }

    @Override
    public String extension() {
        return "ndjson";
    }

    @Override
    public String contentType() {
        return NdjsonFormat.CONTENT_TYPE;
    }

    @Override
    public ReportWriter open(DocumentFile file, Redaction redaction) {
        return new Writer(file);
    }

    private record Writer(DocumentFile file) implements ReportWriter {
        @Override
        public void end(Report report) throws IOException {
            try (OutputStream out = file.open();
                    JsonGenerator json = JSON.createGenerator(out).setRootValueSeparator(null)) {
                for (Person person : report.attendance().people()) {
                    write(json, person, report);
                    json.writeRaw('\n');
                }
            }
        }

        private static void write(JsonGenerator json, Person person, Report report) throws IOException {
            AttendanceContext context = report.attendance().context();
            Meeting meeting = report.meeting();
            json.writeStartObject();
            AttendanceJson.writeNumbers(json, person);
            AttendanceJson.writeStatus(json, person);
            json.writeStringField("first_join_local", AttendanceColumns.local(person.firstJoin(), context.zone()));
            json.writeStringField("last_leave_local", AttendanceColumns.local(person.lastLeave(), context.zone()));
            json.writeStringField("timezone", context.zoneName());
            json.writeStringField("meeting_id", meeting.id());
            json.writeStringField("meeting_uuid", meeting.uuid());
            json.writeStringField("topic", meeting.topic());
            json.writeStringField("meeting_start", Times.text(meeting.startTime()));
            json.writeStringField("source", report.source().value());
            json.writeStringField("remark", person.remark());
            AttendanceJson.writeDetails(json, person);
            json.writeEndObject();
        }
    }
}
