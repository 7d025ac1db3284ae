package org.rollcall.lambda.reconcile;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The function as it is with {@code QUARKUS_LAMBDA_HANDLER=reconcile}, and with no limit on lists. */
public class ReconcileProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.lambda.handler",
                "reconcile",
                "zoom.lists-per-minute",
                "1000000",
                "aws.lambda.function-name",
                "rollcall-reconcile",
                "stack.name",
                "rollcall");
    }
}
