package org.rollcall.lambda.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The function as it is with {@code QUARKUS_LAMBDA_HANDLER=api}. */
public class ApiProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.lambda.handler", "api", "aws.lambda.function-name", "rollcall-api", "stack.name", "rollcall");
    }
}
