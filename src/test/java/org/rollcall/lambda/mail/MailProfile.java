package org.rollcall.lambda.mail;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The function as it is with {@code QUARKUS_LAMBDA_HANDLER=mail}, for hosts, and with short waits. */
public class MailProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.lambda.handler", "mail",
                "queue.retry-delay", "PT1S",
                "mail.from", "rollcall@example.com",
                "mail.to", "host",
                "mail.attach", "html,attendance",
                "report.exclude", "topic:*1:1*",
                "report.formats", "json,attendance,html",
                "aws.lambda.function-name", "rollcall-mail",
                "stack.name", "rollcall");
    }
}
