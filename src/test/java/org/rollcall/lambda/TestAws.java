package org.rollcall.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What tests have instead of an AWS account. */
public final class TestAws {

    public static final String REGION = "eu-central-1";
    public static final String KEY_ID = "made-up-key";
    public static final String SECRET = "made-up-secret";

    private TestAws() {}

    /** Lets the SDK's clients of this process sign their requests. */
    public static void useMadeUpCredentials() {
        System.setProperty("aws.accessKeyId", KEY_ID);
        System.setProperty("aws.secretAccessKey", SECRET);
        System.setProperty("aws.region", REGION);
    }

    /** Secrets Manager's answer to GetSecretValue. */
    public static String secretAnswer(String secretString) {
        return new ObjectMapper()
                .createObjectNode()
                .put("ARN", "arn:aws:secretsmanager:eu-central-1:111122223333:secret:rollcall/zoom-AbCdEf")
                .put("Name", "rollcall/zoom")
                .put("SecretString", secretString)
                .put("VersionId", "a1b2c3d4-5678-90ab-cdef-EXAMPLE11111")
                .toString();
    }
}
