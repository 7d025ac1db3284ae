package org.rollcall.lambda.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The words of mails, from {@code templates/mail.properties}: a translation is another file of that name. */
final class MailTexts {
    private static final String RESOURCE = "/templates/mail.properties";

    private final Properties texts = new Properties();

    /** Reads the texts. */
    MailTexts() {
        try (InputStream in = MailTexts.class.getResourceAsStream(RESOURCE)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a text with its places filled. */
    String of(String key, Object... values) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException(RESOURCE + " has no " + key);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(values);
    }
}
