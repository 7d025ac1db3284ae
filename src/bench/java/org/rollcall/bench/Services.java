package org.rollcall.bench;

import java.util.Map;
import org.rollcall.lambda.WebhookRequest;
import org.rollcall.packaged.TestCertificate;

/** The stand-ins for Zoom, S3 and SQS, and the settings by which a function finds them. */
record Services(Zoom zoom, S3 s3, Sqs sqs) implements AutoCloseable {

    /** @param certificate {@code null} for plain HTTP */
    static Services start(TestCertificate certificate) {
        return new Services(new Zoom(certificate), new S3(certificate), new Sqs(certificate));
    }

    /**
     * The settings of a function.
     *
     * @param handler {@code report} or {@code webhook}
     */
    Map<String, String> environment(String handler, String formats) {
        return Map.ofEntries(
                Map.entry("QUARKUS_LAMBDA_HANDLER", handler),
                Map.entry("ZOOM_API_URL", zoom.url() + "/v2"),
                Map.entry("ZOOM_OAUTH_URL", zoom.url() + "/oauth"),
                Map.entry("ZOOM_ACCOUNT_ID", "account"),
                Map.entry("ZOOM_CLIENT_ID", "client"),
                Map.entry("ZOOM_CLIENT_SECRET", "secret"),
                Map.entry("ZOOM_WEBHOOK_SECRET_TOKEN", WebhookRequest.SECRET),
                Map.entry("REPORT_DESTINATION", "s3://reports/zoom"),
                Map.entry("REPORT_FORMATS", formats),
                Map.entry("REPORT_QUEUE_URL", sqs.url() + "/123456789012/reports"),
                Map.entry("AWS_ENDPOINT_URL_S3", s3.url()),
                Map.entry("AWS_ENDPOINT_URL_SQS", sqs.url()));
    }

    @Override
    public void close() {
        zoom.close();
        s3.close();
        sqs.close();
    }
}
