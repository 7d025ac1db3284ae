package org.rollcall.lambda.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.http.HeaderElement;
import org.apache.http.NameValuePair;
import org.apache.http.message.BasicHeaderValueParser;
import org.rollcall.format.ReportFormat;
import org.rollcall.lambda.event.Formats;

/** Picks a format by the {@code Accept} header (RFC 9110, 12.5.1). */
@Singleton
public class NegotiateFormat {
    private final Formats formats;

    NegotiateFormat(Formats formats) {
        this.formats = formats;
    }

    /**
     * The format.
     *
     * @param preferred the name of the one to take where several fit, or none
     */
    public ReportFormat format(Optional<String> accept, String preferred) {
        ReportFormat first = formats.named("format", preferred);
        return ranges(accept.orElse("")).stream()
                .flatMap(range -> fits(range, first) ? Optional.of(first).stream() : firstThatFits(range).stream())
                .findFirst()
                .orElse(first);
    }

    // Of two formats with one media type, the one named like it is meant.
    private Optional<ReportFormat> firstThatFits(MediaType range) {
        return formats.all().stream()
                .filter(format -> format.name().equals(format.extension()) && fits(range, format))
                .findFirst();
    }

    private static boolean fits(MediaType range, ReportFormat format) {
        return range.isCompatible(parse(format.contentType()));
    }

    private static MediaType parse(String text) {
        HeaderElement element = BasicHeaderValueParser.parseHeaderElement(text, null);
        String[] types = element.getName().split("/", -1);
        if (types.length != 2) {
            throw new IllegalArgumentException(text);
        }
        Map<String, String> parameters = new HashMap<>();
        for (NameValuePair parameter : element.getParameters()) {
            parameters.put(parameter.getName(), parameter.getValue());
        }
        return new MediaType(types[0], types[1], parameters);
    }

    private static List<MediaType> ranges(String accept) {
        try {
            return Arrays.stream(accept.split(","))
                    .filter(range -> !range.isBlank())
                    .map(NegotiateFormat::parse)
                    .filter(range -> quality(range) > 0)
                    .sorted(Comparator.comparingDouble(range -> -quality(range)))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static double quality(MediaType range) {
        return Double.parseDouble(range.getParameters().getOrDefault("q", "1"));
    }
}
