package org.rollcall.lambda.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.rollcall.lambda.WebhookRequest;

/**
 * The function as it is with {@code QUARKUS_LAMBDA_HANDLER=webhook}, and with a short delay. It knows nothing of Zoom
 * but the secret token: no credentials are set here.
 */
public class WebhookProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.lambda.handler",
                "webhook",
                "zoom.webhook-secret-token",
                WebhookRequest.SECRET,
                "report.delay",
                "PT1S",
                "aws.lambda.function-name",
                "rollcall-webhook",
                "stack.name",
                "rollcall");
    }
}
