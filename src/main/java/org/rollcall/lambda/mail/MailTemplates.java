package org.rollcall.lambda.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The shape of mails, as text and as HTML, in which all text is escaped. */
final class MailTemplates {
    private final Template text;
    private final Template html;

    /** Reads the templates. */
    MailTemplates() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .strictRendering(true)
                .build();
        this.text = engine.parse(resource("/templates/mail.txt"), Variant.forContentType(Variant.TEXT_PLAIN));
        this.html = engine.parse(resource("/templates/mail.html"), Variant.forContentType(Variant.TEXT_HTML));
    }

    String text(MailPage page) {
        return text.data("page", page).render();
    }

    String html(MailPage page) {
        return html.data("page", page).render();
    }

    private static String resource(String name) {
        try (InputStream in = MailTemplates.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
