package org.rollcall.zoom.http;

import feign.Param;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Encodes a value for a query or a form. By itself, Feign takes {@code %2F} for encoded already, wherever it stands.
 */
@RegisterForReflection
public final class FormEncoded implements Param.Expander {

    @Override
    public String expand(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
