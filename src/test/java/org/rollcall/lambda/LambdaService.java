package org.rollcall.lambda;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.RestAssuredConfig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.restassured.RestAssured;
import io.restassured.parsing.Parser;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.ConfigProvider;

/** The Lambda service in front of the function: takes events, and answers with what the function answers. */
public final class LambdaService {
    private static final String SERVER = "quarkus-internal.aws-lambda.test-api";

    private LambdaService() {}

    /** Invokes the function. */
    public static ValidatableResponse invoke(String event) {
        return RestAssured.given()
                .baseUri("http://" + ConfigProvider.getConfig().getValue(SERVER, String.class))
                .config(config().decoderConfig(decoderConfig().defaultContentCharset("UTF-8")))
                .contentType("application/json; charset=UTF-8")
                .body(event)
                .post()
                .then()
                .parser("application/x-www-form-urlencoded", Parser.JSON);
    }

    /** What a handler answers in the milliseconds that remain, which the event server does not let a test choose. */
    public static String invoke(RequestStreamHandler handler, String event, int remainingMillis) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, remaining(remainingMillis));
        return answer.toString(StandardCharsets.UTF_8);
    }

    public static Context remaining(int millis) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getName().equals("getRemainingTimeInMillis") ? millis : null);
    }

    /** Invokes the function, which has to succeed. */
    public static ValidatableResponse succeed(String event) {
        ValidatableResponse response = invoke(event);
        String body =
                response.extract().statusCode() == 200 ? "" : response.extract().asString();
        assertThat(body).isEmpty();
        return response;
    }

    /** Invokes the function, which has to fail. */
    public static Failure fail(String event) {
        ValidatableResponse response = invoke(event).statusCode(500);
        return new Failure(
                response.extract().path("errorType"), response.extract().path("errorMessage"));
    }

    /** Checks that a handler throws a function error of that type. */
    public static AbstractThrowableAssert<?, ? extends Throwable> assertFails(ThrowingCallable call, String type) {
        return assertThatThrownBy(call)
                .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo(type));
    }

    /** An event for a meeting of that type. */
    public static String event(String meetingId, String type) {
        return "{\"meeting_id\":\"" + meetingId + "\",\"type\":\"" + type + "\"}";
    }

    /**
     * A function error.
     *
     * @param type the exception's full name
     */
    public record Failure(String type, String message) {

        /** The exception's name. */
        public String name() {
            return type.substring(type.lastIndexOf('.') + 1);
        }
    }
}
