package org.rollcall.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What tests have instead of an AWS account. */
public final class TestAws {

    private TestAws() {}

    /** Lets the SDK sign its requests, for whoever does not look at the signature. */
    public static void useMadeUpCredentials() {
        System.setProperty("aws.accessKeyId", "made-up");
        System.setProperty("aws.secretAccessKey", "made-up");
        System.setProperty("aws.region", "eu-central-1");
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
