package org.rollcall.lambda.queue;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The function as it is with {@code QUARKUS_LAMBDA_HANDLER=queue}, and with short waits. */
public class QueueProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.lambda.handler",
                "queue",
                "queue.retry-delay",
                "PT1S",
                "report.formats",
                "json,csv",
                "aws.lambda.function-name",
                "rollcall-queue",
                "stack.name",
                "rollcall");
    }
}
