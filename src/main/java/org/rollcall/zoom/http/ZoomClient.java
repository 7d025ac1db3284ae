package org.rollcall.zoom.http;

import feign.Client;
import feign.Request;
import feign.Response;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.util.EntityUtils;

/**
 * Sends the requests of declarative interfaces to Zoom by the Apache client. It throws {@link ZoomErrorAnswer} when
 * Zoom answers with anything but 200; the body of a 200 is read while it comes.
 */
@Singleton
public class ZoomClient implements Client {
    private final ZoomConnections connections;

    ZoomClient(ZoomConnections connections) {
        this.connections = connections;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        CloseableHttpResponse response =
                (CloseableHttpResponse) connections.client().execute(toApache(request));
        try {
            if (response.getStatusLine().getStatusCode() != 200) {
                throw ZoomErrorAnswers.of(response, text(response));
            }
            InputStream body = AnswerBody.of(response);
            if (body == null) {
                response.close();
            }
            return Response.builder()
                    .status(200)
                    .request(request)
                    .body(body, null)
                    .build();
        } catch (IOException | RuntimeException e) {
            response.close();
            throw e;
        }
    }

    private static HttpUriRequest toApache(Request request) {
        RequestBuilder apache =
                RequestBuilder.create(request.httpMethod().name()).setUri(request.url());
        request.headers().forEach((name, values) -> values.stream()
                .filter(value -> !name.equals("Content-Length")) // The Apache client sets its own.
                .forEach(value -> apache.addHeader(name, value)));
        if (request.body() != null) {
            apache.setEntity(new ByteArrayEntity(request.body()));
        }
        return apache.build();
    }

    private static String text(CloseableHttpResponse response) throws IOException {
        return response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
    }
}
