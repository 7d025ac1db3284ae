package org.rollcall.format;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The page's format, by an engine of its own where the application does not run, for tests. */
final class Pages {

    private Pages() {}

    static HtmlFormat format() {
        return new HtmlFormat(Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(name -> Optional.of(new Resource(name)))
                .build());
    }

    private record Resource(String name) implements TemplateLocation {
        @Override
        public Reader read() {
            return new InputStreamReader(Pages.class.getResourceAsStream("/templates/" + name), StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
