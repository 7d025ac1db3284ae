package org.rollcall.lambda.event;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rollcall.format.Redaction;
import org.rollcall.format.ReportFormat;
import org.rollcall.settings.InvalidSettingException;
import org.rollcall.settings.Settings;

/** The document formats, those that {@code REPORT_FORMATS} names, and what {@code REPORT_REDACT} leaves out. */
@Singleton
public class Formats {

    private final Map<String, ReportFormat> byName = new TreeMap<>();
    private final Settings settings;

    public Formats(@All List<ReportFormat> formats, Settings settings) {
        formats.forEach(format -> byName.put(format.name(), format));
        this.settings = settings;
    }

    /** Every format there is. */
    public Collection<ReportFormat> all() {
        return byName.values();
    }

    /**
     * Returns the formats that {@code REPORT_FORMATS} names.
     *
     * @throws InvalidSettingException when it names another
     */
    public List<ReportFormat> defaults() {
        List<String> names = settings.reportFormats();
        if (!byName.keySet().containsAll(names)) {
            throw new InvalidSettingException("REPORT_FORMATS", "is malformed. It accepts " + accepts() + ".");
        }
        return names.stream().map(byName::get).toList();
    }

    /**
     * Returns what {@code REPORT_REDACT} leaves out.
     *
     * @throws InvalidSettingException when it names a field that Zoom does not document, without a {@code +} before it
     */
    public Redaction redaction() {
        Set<String> names = settings.reportRedact();
        names.stream()
                .filter(name -> !name.startsWith("+") && !Redaction.isKnown(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidSettingException(
                            "REPORT_REDACT",
                            "names " + name + ", which Zoom does not document as a field of a participant. Spell it as"
                                    + " Zoom does, or put a + before it.");
                });
        return new Redaction(names.stream().map(name -> name.replace("+", "")).collect(Collectors.toSet()));
    }

    /** @throws InvalidRequestException when there is no such format */
    public ReportFormat named(String field, String name) {
        ReportFormat format = byName.get(name);
        if (format == null) {
            throw new InvalidRequestException(field, "is not a format. It accepts " + accepts() + ".");
        }
        return format;
    }

    /** The names there are, for a message. */
    public String accepts() {
        return String.join(", ", byName.keySet());
    }
}
