package org.rollcall.lambda.mail;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** Amazon SES refused a mail. The message has its reason, and quotes no address. */
public class MailRefusedException extends RollcallException {

    /** @param message which mail, why, and what to look at */
    public MailRefusedException(String message) {
        super(FailureKind.MAIL_REFUSED, message);
    }
}
