package org.rollcall.lambda.mail;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lambda.StandardOutput;
import org.rollcall.lambda.batch.QueueRecord;
import org.rollcall.zoom.call.Deadline;

/** One mail an instance, whatever is redelivered or fails. */
@QuarkusTest
@TestProfile(MailProfile.class)
class MailOnceTest extends MailTest {
    @Inject
    WorkOffMails workOffMails;

    @Inject
    ReadMailSettings settings;

    @Test
    void mailsOnceHoweverOftenTheReportIsStored() throws IOException {
        store("Ada", "present");
        deliver(created(ENTRY), created(ENTRY));
        store("Ada", "present", "Ben", "late");

        assertThat(deliver(created(ENTRY), created(ENTRY))).isZero();

        assertThat(ses.mails()).hasSize(1);
        assertThat(log.text()).contains("was mailed before");
        JsonNode claim = JSON.readTree(s3.bytes(CLAIM));
        assertThat(claim.has("sent_at")).isTrue();
        assertThat(claim.has("claimed_at")).isFalse();
        assertThat(s3.text(CLAIM)).doesNotContain("@");
    }

    @RepeatedTest(5)
    void mailsOnceWhenManyWorkAtOnce() {
        store("Ada", "present");
        MailSettings mail = settings.read();
        List<CompletableFuture<List<QueueRecord>>> atOnce = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> workOffMails.workOff(
                        List.of(new QueueRecord("m" + i, "r" + i, created(ENTRY), 1, clock.instant())),
                        Deadline.in(Duration.ofMinutes(5), clock),
                        mail)))
                .toList();

        long done = atOnce.stream().filter(each -> each.join().isEmpty()).count();

        assertThat(done).isPositive();
        assertThat(ses.mails()).hasSize(1);
    }

    @Test
    void comesBackWhileAnotherSendsIt() {
        store("Ada", "present");
        s3.put(CLAIM, claimedAt(Duration.ofMinutes(1)));

        assertThat(deliver(created(ENTRY))).isEqualTo(1);

        assertThat(ses.mails()).isEmpty();
        assertThat(log.text()).contains("Another invocation is sending the mail");
        assertThat(s3.text(CLAIM)).contains("another's");
    }

    @Test
    void countsABucketThatRefusesTheClaim() throws IOException {
        store("Ada", "present");
        s3.refuse(CLAIM);
        try (StandardOutput out = StandardOutput.capture()) {
            assertThat(deliver(created(ENTRY))).isEqualTo(1);
            assertThat(out.countsOfTheStack()).containsExactly(Map.entry("StoreFailures", 1));
        }
        assertThat(ses.mails()).isEmpty();
    }

    @Test
    void takesOverWhatWasNotSentWithinTheLease() {
        store("Ada", "present");
        s3.put(CLAIM, claimedAt(MailClaims.LEASE.plusSeconds(1)));

        assertThat(deliver(created(ENTRY))).isZero();

        assertThat(ses.mails()).hasSize(1);
        assertThat(s3.text(CLAIM)).contains("sent_at").doesNotContain("another's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"claimed_at\":7}"})
    void takesOverWhatNobodyUnderstands(String claim) {
        store("Ada", "present");
        s3.put(CLAIM, claim);

        assertThat(deliver(created(ENTRY))).isZero();

        assertThat(ses.mails()).hasSize(1);
    }

    /** 412: somebody else took it over first. */
    @Test
    void leavesItToWhomeverTookItOverFirst() {
        store("Ada", "present");
        s3.put(CLAIM, claimedAt(MailClaims.LEASE.plusSeconds(1)));
        // Its index entry is read first, then the claim.
        s3.afterNextRead(() -> s3.afterNextRead(() -> s3.put(CLAIM, claimedAt(Duration.ZERO))));

        assertThat(deliver(created(ENTRY))).isEqualTo(1);

        assertThat(ses.mails()).isEmpty();
        assertThat(s3.text(CLAIM)).contains("another's");
    }

    @Test
    void triesAgainWhereS3CannotTellWhoseItIs() {
        store("Ada", "present");
        s3.conflict("zoom/mailed/", 2);

        assertThat(deliver(created(ENTRY))).isZero();
        assertThat(ses.mails()).hasSize(1);
    }

    @Test
    void comesBackWhereS3DoesNotTellForLong() {
        store("Ada", "present");
        s3.conflict("zoom/mailed/", 100);

        assertThat(deliver(created(ENTRY))).isEqualTo(1);
        assertThat(ses.mails()).isEmpty();

        s3.conflict("zoom/mailed/", 0);
        assertThat(deliverAgain(1)).isEmpty();
        assertThat(ses.mails()).hasSize(1);
    }

    @Test
    void isDoneWhereOnlyTheNoteThatItIsSentFails() {
        store("Ada", "present");
        ses.answer(aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"MessageId\":\"1\"}"));
        // Index entry, summary, and two attachments are read; then SES is asked, and the claim is written.
        s3.afterNextRead(() -> s3.afterNextRead(() -> s3.refuse("/mailed/93201235621/" + NAME + ".json")));

        assertThat(deliver(created(ENTRY))).isZero();

        assertThat(ses.mails()).hasSize(1);
        assertThat(log.text()).contains("The mail is sent, and may be sent again");
    }

    @ParameterizedTest
    @MethodSource("passing")
    void comesBackUntilSesTakesIt(ResponseDefinitionBuilder answer, String reason) {
        store("Ada", "present");
        ses.answer(answer);
        sqs.sendMail(created(ENTRY));
        for (int delivery = 1; delivery <= 2; delivery++) {
            assertThat(deliverAgain(1)).hasSize(1);
        }
        assertThat(ses.mails()).hasSize(2);
        assertThat(log.text()).contains("The mail about meeting 93201235621 could not be sent", reason);

        ses.accept();
        assertThat(deliverAgain(1)).isEmpty();

        assertThat(ses.mails()).hasSize(1);
        assertThat(sqs.countMailDeadLetters()).isZero();
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of(
                        SesStandIn.failed(429, "TooManyRequestsException", "Maximum sending rate exceeded."), "rate"),
                Arguments.of(
                        SesStandIn.failed(429, "TooManyRequestsException", "Daily quota of " + HOST), "(an address)"),
                Arguments.of(SesStandIn.failed(400, "LimitExceededException", "Limit."), "LimitExceededException"),
                Arguments.of(SesStandIn.failed(400, "SendingPausedException", "Paused."), "Paused."),
                Arguments.of(
                        SesStandIn.failed(403, "AccessDeniedException", "User is not authorized."), "ses:SendEmail"),
                Arguments.of(SesStandIn.failed(500, "InternalServiceErrorException", "Oops"), "Oops"),
                Arguments.of(SesStandIn.failed(503, "ServiceUnavailable", ""), "no reason given"),
                Arguments.of(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "did not answer"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void givesUpWhatSesRefusesWithItsReason(String code, String message, String detail) {
        store("Ada", "present");
        ses.answer(SesStandIn.failed(400, code, message));

        assertThat(deliver(created(ENTRY))).isZero();

        assertDeadLetter(created(ENTRY), "MailRefusedException", detail);
        assertThat(log.text()).doesNotContain("example.com");
        assertThat(sqs.countMails()).isZero();

        // Redriven when the cause is gone.
        ses.accept();
        assertThat(deliver(created(ENTRY))).isZero();
        assertThat(ses.mails()).hasSize(1);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                // Of an account in the sandbox.
                Arguments.of(
                        "MessageRejected",
                        "Email address is not verified. The following identities failed the check in region"
                                + " EU-CENTRAL-1: " + HOST,
                        "not verified. The following identities failed the check in region EU-CENTRAL-1: (an address)"),
                Arguments.of("MailFromDomainNotVerifiedException", "Not verified.", "MailFromDomainNotVerified"),
                Arguments.of("AccountSuspendedException", "Suspended.", "Suspended."),
                Arguments.of("BadRequestException", "Illegal address <" + HOST + ">", "Illegal address (an address)"));
    }

    private String claimedAt(Duration before) {
        return JSON.createObjectNode()
                .put("claim", "another's")
                .put("claimed_at", clock.instant().minus(before).toString())
                .toString();
    }
}
