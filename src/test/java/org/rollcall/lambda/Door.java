package org.rollcall.lambda;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.ConfigProvider;

/** The Lambda service in front of the function: takes events, and answers with what the function answers. */
public final class Door {

    private static final String SERVER = "quarkus-internal.aws-lambda.test-api";

    private Door() {}

    /** Invokes the function. */
    public static ValidatableResponse invoke(String event) {
        return RestAssured.given()
                .baseUri("http://" + ConfigProvider.getConfig().getValue(SERVER, String.class))
                .contentType("application/json; charset=UTF-8")
                .body(event)
                .post()
                .then();
    }

    /** Invokes the function, which has to fail. */
    public static Failure fail(String event) {
        ValidatableResponse response = invoke(event).statusCode(500);
        return new Failure(
                response.extract().path("errorType"), response.extract().path("errorMessage"));
    }

    /** Invokes the function with an event that names nothing but a past meeting, and has to fail. */
    public static Failure failForPast(String meetingId) {
        return fail(past(meetingId));
    }

    /** An event for a past meeting. */
    public static String past(String meetingId) {
        return "{\"meeting_id\":\"" + meetingId + "\",\"type\":\"past\"}";
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
