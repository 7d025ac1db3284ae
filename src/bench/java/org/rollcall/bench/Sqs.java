package org.rollcall.bench;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollcall.packaged.TestCertificate;

/** Plays SQS: takes messages and forgets them. */
final class Sqs extends Loopback {
    private final AtomicInteger messages = new AtomicInteger();

    Sqs(TestCertificate certificate) {
        super(certificate);
    }

    @Override
    protected void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            String message = body.toJsonObject().getString("MessageBody");
            messages.incrementAndGet();
            request.response()
                    .putHeader("Content-Type", "application/x-amz-json-1.0")
                    .end(new JsonObject()
                            .put("MessageId", "5fea7756-0ea4-451a-a703-a558b933e274")
                            .put("MD5OfMessageBody", md5(message))
                            .encode());
        });
    }

    /** @throws IllegalStateException when it was not one message since this was called last */
    void takeMessage() {
        int taken = messages.getAndSet(0);
        if (taken != 1) {
            throw new IllegalStateException(taken + " messages instead of one");
        }
    }

    private static String md5(String message) {
        try {
            byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
