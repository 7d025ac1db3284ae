package org.rollcall.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.report.Source;

/**
 * The settings, which are environment variables. docs/configuration.md describes each.
 *
 * <p>A setting is read and checked when it is asked for. Every method throws {@link InvalidSettingException} where its
 * setting is malformed, or missing where it has no default. A blank value counts as none.
 */
public interface Settings {
    /** The entry of {@code MAIL_TO} that stands for the meeting's host. */
    String MAIL_TO_HOST = "host";

    /** {@code ZOOM_API_URL}. */
    URI zoomApiUrl();

    /** {@code ZOOM_OAUTH_URL}. */
    URI zoomOauthUrl();

    /** {@code ZOOM_RETRY_DELAY}: before a call is repeated for the first time; it then doubles. */
    Duration zoomRetryDelay();

    /** {@code ZOOM_LISTS_PER_MINUTE}: calls for lists of meetings in any minute, at least 1. */
    int zoomListsPerMinute();

    /** {@code ZOOM_SOURCES}: in the order in which they are asked, each once. */
    List<Source> zoomSources();

    /** {@code ZOOM_SECRET_ID}: name or ARN of the secret with the Zoom app's credentials. */
    Optional<String> zoomSecretId();

    /** {@code ZOOM_ACCOUNT_ID}. */
    Optional<String> zoomAccountId();

    /** {@code ZOOM_CLIENT_ID}. */
    Optional<String> zoomClientId();

    /** {@code ZOOM_CLIENT_SECRET}. */
    Optional<String> zoomClientSecret();

    /** {@code ZOOM_WEBHOOK_SECRET_TOKEN}. */
    Optional<String> zoomWebhookSecretToken();

    /** {@code REPORT_DESTINATION}: an {@code s3:} or {@code file:} URI. */
    Optional<URI> reportDestination();

    /** {@code REPORT_FORMATS}: names, at least one. */
    List<String> reportFormats();

    /**
     * {@code REPORT_REDACT}: names of participant fields; a {@code +} before one says that Zoom need not document it.
     */
    Set<String> reportRedact();

    /** {@code REPORT_QUEUE_URL}, where it is set. */
    Optional<String> reportQueueUrl();

    /** {@code REPORT_DEAD_LETTER_QUEUE_URL}, where it is set. */
    Optional<String> reportDeadLetterQueueUrl();

    /** {@code RECONCILE_QUEUE_URL}, where it is set. */
    Optional<String> reconcileQueueUrl();

    /** {@code REPORT_DELAY}: from a meeting's end until Zoom is first asked for its report. */
    Duration reportDelay();

    /** {@code QUEUE_RETRY_DELAY}: before a failed report is made again for the first time; it then doubles. */
    Duration queueRetryDelay();

    /** {@code WEBHOOK_TOLERANCE}: how old the timestamp of a webhook event may be. */
    Duration webhookTolerance();

    /** {@code REPORT_TIMEZONE}: for meetings whose own zone is not known. */
    ZoneId reportTimezone();

    /** {@code REPORT_INCLUDE}: patterns of the meetings that reports are made of; empty for all. */
    List<String> reportInclude();

    /** {@code REPORT_EXCLUDE}: patterns of the meetings that no reports are made of. */
    List<String> reportExclude();

    /** {@code ATTENDANCE_LATE_AFTER}: from the start until a join counts as late. */
    Duration attendanceLateAfter();

    /** {@code ATTENDANCE_LEFT_EARLY_BEFORE}: before the end, a leave up to then counts as early. */
    Duration attendanceLeftEarlyBefore();

    /** {@code ATTENDANCE_MINIMUM_SHARE}: the least share of the meeting, from 0 to 1, that is not short. */
    BigDecimal attendanceMinimumShare();

    /** {@code ATTENDANCE_EXPECTED}: {@code auto}, {@code roster}, {@code registrants} or {@code none}. */
    String attendanceExpected();

    /** {@code MAIL_FROM}: the address that mails come from. */
    String mailFrom();

    /** {@code MAIL_TO}: e-mail addresses, and {@link #MAIL_TO_HOST} for the meeting's host; at least one. */
    List<String> mailTo();

    /** Returns whether {@code MAIL_TO} has the meeting's host among its entries, whatever else is in it. */
    boolean mailsHost();

    /** {@code MAIL_ATTACH}: names of the formats whose documents are attached. */
    List<String> mailAttach();

    /** {@code MAIL_MAX_AGE}: how long ago a meeting may have ended whose mail is still sent. */
    Duration mailMaxAge();

    /** {@code MAIL_QUEUE_URL}, where it is set. */
    Optional<String> mailQueueUrl();

    /** {@code MAIL_DEAD_LETTER_QUEUE_URL}, where it is set. */
    Optional<String> mailDeadLetterQueueUrl();

    /** {@code AWS_LAMBDA_FUNCTION_NAME}, inside of Lambda. */
    Optional<String> functionName();

    /** {@code STACK_NAME}: what the metrics of failures are added up by, where it is set. */
    Optional<String> stackName();

    /** Returns the endpoint that AWS's variables name for S3, if they do: another than its own. */
    Optional<URI> s3Endpoint();
}
