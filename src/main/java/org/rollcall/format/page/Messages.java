package org.rollcall.format.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.ResourceBundle;

/**
 * The texts of the page: those of {@code messages.properties}, and before them those of a locale, whose files are found
 * and named as those of a {@link ResourceBundle}.
 */
public final class Messages {
    private static final String NAME = "messages";

    private final Properties texts;
    private final Locale locale;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    private Messages(Properties texts) {
        this.texts = texts;
        this.locale = Locale.forLanguageTag(text("language"));
    }

    /** Returns the texts of a locale, in English where it has none. */
    public static Messages of(Locale locale) {
        // Not by ResourceBundle itself: a native executable has those alone that its build was given by name.
        ResourceBundle.Control control = ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        List<Locale> locales = control.getCandidateLocales(NAME, locale);
        Properties texts = null;
        for (int i = locales.size() - 1; i >= 0; i--) {
            texts = read("/" + control.toBundleName(NAME, locales.get(i)) + ".properties", texts);
        }
        return new Messages(texts);
    }

    /**
     * Returns the text of a key with values in it.
     *
     * @throws MissingResourceException when there is no such key
     * @see MessageFormat
     */
    String text(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new MissingResourceException("No text for " + key, NAME, key);
        }
        if (values.length == 0) {
            return text;
        }
        synchronized (formats) {
            return formats.computeIfAbsent(key, any -> new MessageFormat(text, locale))
                    .format(values);
        }
    }

    /** Returns a number, its thousands apart. */
    String number(long number) {
        return text("number", number);
    }

    /** Returns a length of time in milliseconds, rounded down to minutes. */
    String duration(long millis) {
        long minutes = millis / 60_000;
        if (minutes == 0) {
            return text(millis > 0 ? "duration_least" : "duration_none");
        }
        if (minutes < 60) {
            return text("duration_minutes", minutes);
        }
        return minutes % 60 == 0
                ? text("duration_hours", minutes / 60)
                : text("duration_hours_minutes", minutes / 60, minutes % 60);
    }

    /** Returns one of the texts of a key that has several, counted from 1. */
    String oneOf(String key, int number) {
        return text(key).split(",")[number - 1];
    }

    private static Properties read(String resource, Properties defaults) {
        try (InputStream in = Messages.class.getResourceAsStream(resource)) {
            if (in == null) {
                return defaults;
            }
            Properties texts = new Properties(defaults);
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
