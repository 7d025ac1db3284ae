package org.rollcall.format.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page's markup, in which all text is escaped. */
@RegisterForReflection(
        targets = {
            ReportPage.class,
            ReportPage.Head.class,
            ReportPage.Answer.class,
            ReportPage.Group.class,
            ReportPage.Name.class,
            ReportPage.Figure.class,
            ReportPage.People.class,
            ReportPage.Line.class,
            ReportPage.Detail.class,
            ReportPage.Summary.class,
            ReportPage.Kind.class,
            ReportPage.Note.class,
            Course.class,
            Course.Mark.class,
            Course.Point.class
        })
public final class PageTemplate {
    private static final String RESOURCE = "/templates/report.html";

    private final Template template;

    /**
     * Reads the template.
     *
     * @param messages the texts that it has as {@code text:key}
     */
    public PageTemplate(Messages messages) {
        Variant html = Variant.forContentType(Variant.TEXT_HTML);
        this.template = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addNamespaceResolver(NamespaceResolver.builder("text")
                        .resolve(key -> messages.text(key.getName()))
                        .build())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .strictRendering(true)
                .build()
                .parse(markup(), html);
    }

    /** The page, as HTML. */
    public String render(ReportPage page) {
        return template.data("page", page).render();
    }

    private static String markup() {
        try (InputStream in = PageTemplate.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
