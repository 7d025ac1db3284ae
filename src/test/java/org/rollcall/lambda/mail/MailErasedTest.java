package org.rollcall.lambda.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.report.erasure.PersonIdentifiers;
import org.rollcall.store.ReportIndex;
import org.rollcall.store.erasure.ErasureMarkStore;

/** Mails of reports of people whose data is erased. */
@QuarkusTest
@TestProfile(MailProfile.class)
class MailErasedTest extends MailTest {
    @Inject
    ErasureMarkStore marks;

    @Inject
    ComposeMail compose;

    @Inject
    ReportIndex index;

    @Test
    void goToNoHostWhoseDataIsErased() {
        store("Ada", "present");
        marks.add(PersonIdentifiers.ofEmail(HOST), List.of());

        assertThat(deliver(created(ENTRY))).isZero();

        assertThat(ses.mails()).isEmpty();
        assertThat(log.text()).contains("host's address is not known");
    }

    @Test
    void doNotHaveATopicWithTheNameOfAHostWhoseDataIsErased() throws IOException {
        meeting.put("topic", "Jill Host's Zoom Meeting");
        store("Ada", "present");
        marks.add(PersonIdentifiers.ofEmail(HOST), List.of());

        Mail mail =
                compose.about(index.read(ID, UUID).orElseThrow(), marks.read().in(UUID), List.of());

        assertThat(mail.subject()).contains(ID).doesNotContain("Jill");
        assertThat(mail.text()).doesNotContain("Jill");
    }

    @Test
    void waitUntilTheReportIsMadeAnew() {
        store("Ada Byron", "late", "Ben", "present");
        marks.add(new PersonIdentifiers(null, "Ada Byron", null, null, null, null), List.of());

        assertThat(deliver(created(ENTRY))).isEqualTo(1);
        assertThat(ses.mails()).isEmpty();
        assertThat(log.text())
                .contains("still has somebody whose data is erased")
                .doesNotContain("Ada");

        store("Ben", "present");
        assertThat(deliver(created(ENTRY))).isZero();
        assertThat(text(mail())).doesNotContain("Ada");
    }

    @Test
    void areNoneWhereNobodyElseWasThere() {
        index();
        s3.put(ENTRY, s3.text(ENTRY).replace("\"total_records\":7", "\"total_records\":0,\"erased\":true"));

        assertThat(deliver(created(ENTRY))).isZero();

        assertThat(ses.mails()).isEmpty();
        assertThat(log.text()).contains("nobody but people whose data is erased");
    }

    @Test
    void comeLaterWhereNothingTellsWhoseDataIsErased() {
        store("Ada", "present");
        s3.put("zoom/erased/marks.json", "{");

        assertThat(deliver(created(ENTRY))).isEqualTo(1);

        assertThat(ses.mails()).isEmpty();
    }
}
