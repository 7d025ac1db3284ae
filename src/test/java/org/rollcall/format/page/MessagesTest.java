package org.rollcall.format.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.report.MeetingKind;
import org.rollcall.report.Source;
import org.rollcall.report.attendance.AttendanceStatus;
import org.rollcall.report.attendance.Remark;

class MessagesTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    @Test
    void aTranslationIsAFileAndEnglishFillsItsGaps() {
        Messages translated = Messages.of(Locale.forLanguageTag("eo-001"));
        assertEquals("forestas", translated.text("missing"));
        assertEquals("came", translated.text("came"));
        assertEquals("en", Messages.of(Locale.forLanguageTag("xx")).text("language"));
        assertEquals("missing", ENGLISH.text("missing"));
    }

    @Test
    void numbersAndPluralsAreThoseOfTheLanguage() {
        assertEquals("12,345", ENGLISH.number(12_345));
        assertEquals("0\u00a0stays", ENGLISH.text("stays", 0));
        assertEquals("1\u00a0stay", ENGLISH.text("stays", 1));
        assertEquals("1,000\u00a0stays", ENGLISH.text("stays", 1000));
    }

    @Test
    void timeIsRoundedDown() {
        assertEquals("0\u00a0min", ENGLISH.duration(0));
        assertEquals("<\u00a01\u00a0min", ENGLISH.duration(59_999));
        assertEquals("59\u00a0min", ENGLISH.duration(3_599_999));
        assertEquals("1\u00a0h", ENGLISH.duration(3_600_000));
        assertEquals("25\u00a0h\u00a01\u00a0min", ENGLISH.duration(25 * 3_600_000 + 60_000));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThrows(MissingResourceException.class, () -> ENGLISH.text("no_such_text"));
    }

    @Test
    void everyTextIsUsedAndEveryUsedTextIsThere() throws IOException {
        Set<String> used = new TreeSet<>();
        Matcher inTemplate =
                Pattern.compile("text:(\\w+)").matcher(Files.readString(RESOURCES.resolve("templates/report.html")));
        while (inTemplate.find()) {
            used.add(inTemplate.group(1));
        }
        Set<String> inJava = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/rollcall/format/page"))) {
            for (Path source : sources.toList()) {
                Matcher literal = Pattern.compile("\"([a-z_]+)\"").matcher(Files.readString(source));
                while (literal.find()) {
                    inJava.add(literal.group(1));
                }
            }
        }
        for (AttendanceStatus status : AttendanceStatus.values()) {
            used.add("status_" + status.value());
            used.add("group_" + status.value());
        }
        for (AttendanceStatus status :
                Set.of(AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY, AttendanceStatus.LATE_AND_LEFT_EARLY)) {
            used.add("status_" + status.value() + "_by");
        }
        for (Remark remark : Remark.values()) {
            used.add("remark_" + remark.name().toLowerCase(Locale.ROOT));
        }
        for (Source source : Source.values()) {
            used.add("note_source_" + source.value());
        }
        for (MeetingKind kind : MeetingKind.values()) {
            used.add("kind_" + kind.value());
            used.add("untitled_" + kind.value());
            used.add("number_" + kind.value());
        }
        for (String moment : Set.of("actual_start", "actual_end", "scheduled_start", "scheduled_end")) {
            used.add(moment);
            used.add(moment + "_hidden");
        }
        Set<String> there = new TreeSet<>(texts().stringPropertyNames());
        Set<String> unused = new TreeSet<>(there);
        unused.removeAll(used);
        unused.removeAll(inJava);
        assertEquals(Set.of(), unused);
        used.removeAll(there);
        assertEquals(Set.of(), used);
    }

    @Test
    void everyTextIsAPatternThatCanBeRead() throws IOException {
        Properties texts = texts();
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            assertTrue(text.indexOf('\'') < 0, key + ": an apostrophe is ’");
            new MessageFormat(text, Locale.ENGLISH);
        }
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve("messages.properties"))) {
            texts.load(in);
        }
        return texts;
    }
}
