package org.rollcall.lambda.mail;

import com.amazonaws.services.lambda.runtime.Context;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.rollcall.lambda.Deadlines;
import org.rollcall.lambda.FunctionHandler;
import org.rollcall.lambda.batch.BatchEvent;
import org.rollcall.lambda.event.InvalidRequestException;
import org.rollcall.lambda.watch.LogFields;
import org.rollcall.settings.InvalidSettingException;

/** The entry point for events of stored reports: mails each to the meeting's host or to a list. */
@Named("mail")
public class MailHandler extends FunctionHandler {
    private final BatchEvent batches;
    private final WorkOffMails workOffMails;
    private final ReadMailSettings settings;
    private final Deadlines deadlines;

    MailHandler(BatchEvent batches, WorkOffMails workOffMails, ReadMailSettings settings, Deadlines deadlines) {
        this.batches = batches;
        this.workOffMails = workOffMails;
        this.settings = settings;
        this.deadlines = deadlines;
    }

    /**
     * @param in messages of an SQS queue, whose bodies are Amazon S3's events of Amazon EventBridge
     * @param out which of them come back
     * @throws InvalidRequestException when the event is not SQS's
     * @throws InvalidSettingException when a setting is missing or malformed; every message comes back
     */
    @Override
    protected void handle(InputStream in, OutputStream out, Context context, LogFields fields) throws IOException {
        MailSettings mail = settings.read();
        batches.write(workOffMails.workOff(batches.read(in), deadlines.of(context), mail), out);
    }
}
