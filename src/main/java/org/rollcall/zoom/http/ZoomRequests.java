package org.rollcall.zoom.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.HttpHeaders;
import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.utils.URLEncodedUtils;
import org.apache.http.message.BasicNameValuePair;
import org.apache.http.util.EntityUtils;

/**
 * Sends requests to Zoom. Every method throws {@link ZoomErrorAnswer} when Zoom answers with anything but 200, and
 * {@link UncheckedIOException} when there is no answer or none that can be read. The body of an answer is {@code null}
 * where there is none.
 */
@Singleton
public class ZoomRequests {
    private final ZoomConnections connections;
    private final ObjectMapper json;

    ZoomRequests(ZoomConnections connections, ObjectMapper json) {
        this.connections = connections;
        this.json = json;
    }

    /**
     * Asks for what is read while it comes.
     *
     * @param path below the base, percent-encoded
     * @param query names, each followed by its value; {@code null} leaves the name out
     * @return to be closed
     */
    public InputStream get(String authorization, URI base, String path, Object... query) {
        String url = url(base, path);
        return open(authorization, new HttpGet(query.length == 0 ? url : url + "?" + encoded(query)));
    }

    /** The same of a JSON body. */
    public <T> T get(Class<T> type, String authorization, URI base, String path, Object... query) {
        return read(type, get(authorization, base, path, query));
    }

    /** Posts a form. */
    public <T> T post(Class<T> type, String authorization, URI base, String path, Object... form) {
        HttpPost request = new HttpPost(url(base, path));
        request.setEntity(new UrlEncodedFormEntity(pairs(form), StandardCharsets.UTF_8));
        return read(type, open(authorization, request));
    }

    private static String url(URI base, String path) {
        String text = base.toString();
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path;
    }

    private static String encoded(Object... query) {
        return URLEncodedUtils.format(pairs(query), StandardCharsets.UTF_8);
    }

    private static List<NameValuePair> pairs(Object... namesAndValues) {
        List<NameValuePair> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                pairs.add(new BasicNameValuePair(namesAndValues[i].toString(), value.toString()));
            }
        }
        return pairs;
    }

    private InputStream open(String authorization, HttpRequestBase request) {
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        try {
            CloseableHttpResponse response =
                    (CloseableHttpResponse) connections.client().execute(request);
            try {
                if (response.getStatusLine().getStatusCode() != 200) {
                    throw ZoomErrorAnswers.of(response, text(response));
                }
                InputStream body = AnswerBody.of(response);
                if (body == null) {
                    response.close();
                }
                return body;
            } catch (IOException | RuntimeException e) {
                response.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(CloseableHttpResponse response) throws IOException {
        return response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
    }

    private <T> T read(Class<T> type, InputStream body) {
        if (body == null) {
            return null;
        }
        try (body) {
            byte[] bytes = body.readAllBytes();
            return bytes.length == 0 ? null : json.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
