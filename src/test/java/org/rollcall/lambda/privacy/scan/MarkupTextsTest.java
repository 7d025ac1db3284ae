package org.rollcall.lambda.privacy.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTextsTest {

    @Test
    void textsAreThoseBetweenTags() throws IOException {
        assertThat(texts("<p title=\"not this\">O&#39;Neil &amp; S&#xF6;hne</p><b>x > y</b>&nbsp;&lt;a@b.c&gt;"))
                .containsExactly("O'Neil & Söhne", "x ", " y", "&nbsp;<a@b.c>");
    }

    @Test
    void aLongTextComesInPieces() throws IOException {
        String text = "x".repeat(100_000);

        List<String> texts = texts("<p>" + text + "</p>");

        assertThat(texts).hasSize(2);
        assertThat(String.join("", texts)).isEqualTo(text);
    }

    private static List<String> texts(String markup) throws IOException {
        List<String> texts = new ArrayList<>();
        MarkupTexts.read(new StringReader(markup), texts::add);
        return texts;
    }
}
