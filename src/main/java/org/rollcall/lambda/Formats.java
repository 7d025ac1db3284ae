package org.rollcall.lambda;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.rollcall.format.Redaction;
import org.rollcall.format.ReportFormat;
import org.rollcall.report.Field;
import org.rollcall.report.InvalidSettingException;

/**
 * The formats there are, those that {@code REPORT_FORMATS} picks, and what {@code REPORT_REDACT} leaves out of them.
 */
@Singleton
public class Formats {
    private static final Logger LOG = Logger.getLogger(Formats.class);

    private final Map<String, ReportFormat> byName = new TreeMap<>();
    private final List<String> defaults;
    private final Redaction redaction;

    /** @throws InvalidSettingException when a setting is malformed */
    public Formats(
            @All List<ReportFormat> formats,
            @ConfigProperty(name = "report.formats") String defaults,
            @ConfigProperty(name = "report.redact") Optional<String> redact) {
        formats.forEach(format -> byName.put(format.name(), format));
        this.defaults = RequestFields.names(defaults);
        this.redaction = new Redaction(
                redact.map(names -> Set.copyOf(RequestFields.names(names))).orElse(Set.of()));
        if (!byName.keySet().containsAll(this.defaults) || this.defaults.isEmpty()) {
            throw new InvalidSettingException("REPORT_FORMATS", "is malformed. It accepts " + accepts() + ".");
        }
        if (!redaction.fields().stream().allMatch(field -> field.matches("\\w+"))) {
            throw new InvalidSettingException(
                    "REPORT_REDACT", "is malformed. It accepts names of participant fields, separated by commas.");
        }
        warnOfUndocumented(redaction.fields());
    }

    // Not refused: Zoom can have added one since.
    private static void warnOfUndocumented(Set<String> fields) {
        fields.stream()
                .filter(field -> Field.named(field) == null)
                .forEach(field -> LOG.warnf(
                        "REPORT_REDACT names %s, which Zoom does not document as a field of a participant. Look whether"
                                + " it is spelled as Zoom spells it; what is inside of a field goes with that alone.",
                        field));
    }

    /** Every format there is. */
    public Collection<ReportFormat> all() {
        return byName.values();
    }

    /** The names of those that {@code REPORT_FORMATS} asks for. */
    public List<String> defaults() {
        return defaults;
    }

    /** What {@code REPORT_REDACT} leaves out. */
    public Redaction redaction() {
        return redaction;
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
