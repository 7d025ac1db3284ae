package org.rollcall.lambda.mail;

import java.util.regex.Pattern;
import org.rollcall.failure.RollcallException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/**
 * Failures of Amazon SES, as ours. SES's words are quoted without addresses.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html#API_SendEmail_Errors">Amazon
 *     SES API v2: SendEmail, errors</a>
 */
final class SesFailures {
    /** Whatever has an at sign, with all that is not a blank around it; also an ARN of an address. */
    private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*");

    private static final int LONGEST = 300;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    private SesFailures() {}

    /** @param about what the mail is about */
    static RollcallException of(SdkException failure, String about) {
        if (!(failure instanceof AwsServiceException answer)) {
            return new MailUnavailableException(
                    "The mail about " + about + " could not be sent: Amazon SES did not answer ("
                            + failure.getClass().getSimpleName() + ": " + withoutAddresses(failure.getMessage()) + ").",
                    null);
        }
        AwsErrorDetails details = answer.awsErrorDetails();
        String code =
                details == null || details.errorCode() == null ? "status " + answer.statusCode() : details.errorCode();
        String reason = code + ": " + withoutAddresses(details == null ? null : details.errorMessage());
        if (passes(answer)) {
            return new MailUnavailableException(
                    "The mail about " + about + " could not be sent: " + reason
                            + " Look at Amazon SES's sending quota and status, and whether the function's role may"
                            + " ses:SendEmail as MAIL_FROM.",
                    null);
        }
        return new MailRefusedException("Amazon SES refused the mail about " + about + ": " + reason
                + " Look whether MAIL_FROM is a verified identity, and whether the account is still in SES's sandbox,"
                + " in which every recipient has to be verified, too.");
    }

    private static boolean passes(AwsServiceException answer) {
        return answer instanceof TooManyRequestsException
                || answer instanceof LimitExceededException
                || answer instanceof SendingPausedException
                || answer.isThrottlingException()
                || answer.statusCode() == FORBIDDEN
                || answer.statusCode() >= SERVER_ERROR;
    }

    private static String withoutAddresses(String text) {
        if (text == null || text.isBlank()) {
            return "no reason given.";
        }
        String clean = ADDRESS.matcher(text).replaceAll("(an address)").strip();
        String shortened = clean.substring(0, Math.min(clean.length(), LONGEST));
        return shortened.endsWith(".") ? shortened : shortened + ".";
    }
}
