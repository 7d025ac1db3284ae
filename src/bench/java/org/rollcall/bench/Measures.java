package org.rollcall.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What was measured of one contender; of each quantity, the median counts. */
final class Measures {
    private final Map<Quantity, List<Double>> values = new EnumMap<>(Quantity.class);
    private final Map<Quantity, List<Double>> processor = new EnumMap<>(Quantity.class);

    /** @param value milliseconds or megabytes */
    void add(Quantity quantity, double value) {
        values.computeIfAbsent(quantity, first -> new ArrayList<>()).add(value);
    }

    /** @param milliseconds of processor time in the same time */
    void addProcessor(Quantity quantity, double milliseconds) {
        processor.computeIfAbsent(quantity, first -> new ArrayList<>()).add(milliseconds);
    }

    /** The median, if it was measured. */
    OptionalDouble median(Quantity quantity) {
        return median(values.getOrDefault(quantity, List.of()));
    }

    /** The median of the processor time, if it was measured. */
    OptionalDouble processor(Quantity quantity) {
        return median(processor.getOrDefault(quantity, List.of()));
    }

    private static OptionalDouble median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst();
    }
}
