package org.rollcall.lambda.privacy;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.rollcall.report.erasure.ErasureMarks;
import org.rollcall.report.erasure.MarkKind;
import org.rollcall.report.erasure.PersonIdentifiers;

/** The marks that traces are looked for by, to which those are added that are found on the way. */
final class GrowingMarks {
    private final BiFunction<ErasureMarks, List<PersonIdentifiers>, ErasureMarks> add;
    private ErasureMarks marks;
    private boolean grown;

    /** @param add returns marks with what was found */
    GrowingMarks(ErasureMarks marks, BiFunction<ErasureMarks, List<PersonIdentifiers>, ErasureMarks> add) {
        this.marks = marks;
        this.add = add;
    }

    ErasureMarks all() {
        return marks;
    }

    /** Adds what was found. */
    void add(List<PersonIdentifiers> found) {
        if (!found.isEmpty()) {
            ErasureMarks before = marks;
            marks = add.apply(before, found);
            grown |= !outsideOfInstances(before).equals(outsideOfInstances(marks));
        }
    }

    /** Returns whether marks were added since this was last asked that count in other meetings, too. */
    boolean takeGrown() {
        boolean taken = grown;
        grown = false;
        return taken;
    }

    private static Map<MarkKind, Set<String>> outsideOfInstances(ErasureMarks marks) {
        Map<MarkKind, Set<String>> all = new EnumMap<>(MarkKind.class);
        for (Map<MarkKind, Set<String>> some : List.of(marks.given(), marks.found())) {
            some.forEach((kind, hashes) ->
                    all.computeIfAbsent(kind, none -> new HashSet<>()).addAll(hashes));
        }
        all.remove(MarkKind.NAME_IN_INSTANCE);
        return all;
    }
}
