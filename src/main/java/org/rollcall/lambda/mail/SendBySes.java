package org.rollcall.lambda.mail;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentDisposition;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentTransferEncoding;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Sends mails by Amazon SES. It is asked once: the queue asks again, and a repeated request whose first answer was lost
 * would be a second mail.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">Amazon SES API v2:
 *     SendEmail</a>
 */
@Singleton
class SendBySes {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private SesV2Client client;

    /**
     * Sends a mail.
     *
     * @return SES's ID of the mail
     * @throws MailRefusedException when SES does not take it
     * @throws MailUnavailableException when SES may take it later
     */
    String send(Mail mail, String from, List<String> to) {
        SendEmailRequest request = SendEmailRequest.builder()
                .fromEmailAddress(from)
                .destination(destination -> destination.toAddresses(to))
                .content(content -> content.simple(message(mail)))
                .build();
        try {
            return client().sendEmail(request).messageId();
        } catch (SdkException e) {
            throw SesFailures.of(e, mail.about());
        }
    }

    private static Message message(Mail mail) {
        return Message.builder()
                .subject(content(mail.subject()))
                .body(body -> body.text(content(mail.text())).html(content(mail.html())))
                .attachments(
                        mail.attachments().stream().map(SendBySes::attachment).toList())
                .build();
    }

    private static Content content(String text) {
        return Content.builder()
                .data(text)
                .charset(StandardCharsets.UTF_8.name())
                .build();
    }

    private static Attachment attachment(Mail.Attachment attachment) {
        return Attachment.builder()
                .fileName(attachment.name())
                .contentType(attachment.contentType())
                .contentDisposition(AttachmentContentDisposition.ATTACHMENT)
                .contentTransferEncoding(AttachmentContentTransferEncoding.BASE64)
                .rawContent(SdkBytes.fromByteArrayUnsafe(attachment.content()))
                .build();
    }

    // When first used: most functions never send a mail.
    private synchronized SesV2Client client() {
        if (client == null) {
            client = SesV2Client.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(PATIENCE))
                    .overrideConfiguration(
                            calls -> calls.apiCallTimeout(PATIENCE).retryStrategy(retries -> retries.maxAttempts(1)))
                    .build();
        }
        return client;
    }
}
