package org.rollcall.lambda.api;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.rollcall.lambda.http.HttpAnswer;
import org.rollcall.lambda.http.HttpEvent;
import org.rollcall.lambda.http.JsonAnswer;

/**
 * Answers with the description of the API.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI Specification 3.1</a>
 */
@Singleton
class DescriptionAnswer {
    /** Where it is among the resources. */
    static final String RESOURCE = "/openapi.json";

    /**
     * Returns the description.
     *
     * @throws IOException when it can't be read
     */
    HttpAnswer of(HttpEvent event) throws IOException {
        try (InputStream description = DescriptionAnswer.class.getResourceAsStream(RESOURCE)) {
            return JsonAnswer.of(description.readAllBytes(), event.acceptsGzip());
        }
    }
}
