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

    void add(Quantity quantity, double value) {
        values.computeIfAbsent(quantity, first -> new ArrayList<>()).add(value);
    }

    /** The median, if it was measured. */
    OptionalDouble median(Quantity quantity) {
        double[] sorted = values.getOrDefault(quantity, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst();
    }
}
