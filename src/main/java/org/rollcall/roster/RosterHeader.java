package org.rollcall.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A roster's header: which column is what, and which travel along. */
final class RosterHeader {
    private final Map<Role, Integer> places = new EnumMap<>(Role.class);
    private final Set<Role> ambiguous = new HashSet<>();
    private final SortedMap<Integer, String> others = new TreeMap<>();
    private final List<Integer> renamed = new ArrayList<>();
    private final int size;

    /** @param cells the header's; empty ones at its end are no columns */
    RosterHeader(List<String> cells) {
        List<String> headings = cells.stream().map(Cells::oneLine).toList();
        int last = headings.size();
        while (last > 0 && headings.get(last - 1).isEmpty()) {
            last--;
        }
        size = last;
        for (Role role : Role.values()) {
            place(role, headings);
        }
        Set<String> taken = new HashSet<>();
        for (int place = 0; place < size; place++) {
            if (travelsAlong(place)) {
                others.put(place, unique(headings.get(place), place, taken));
            }
        }
    }

    private void place(Role role, List<String> headings) {
        int best = Integer.MAX_VALUE;
        for (int place = 0; place < size; place++) {
            int rank = role.rank(headings.get(place));
            if (rank < 0 || rank > best) {
                continue;
            }
            if (rank == best) {
                ambiguous.add(role);
            } else {
                ambiguous.remove(role);
                places.put(role, place);
                best = rank;
            }
        }
    }

    // What is put together to a name, or means something to Zoom only, is the user's own all the same.
    private boolean travelsAlong(int place) {
        for (Role role : List.of(Role.NAME, Role.EMAIL, Role.ALIAS, Role.EXCUSED)) {
            if (places.getOrDefault(role, -1) == place) {
                return false;
            }
        }
        return true;
    }

    private String unique(String heading, int place, Set<String> taken) {
        String base = heading.isEmpty() ? "column " + (place + 1) : heading;
        String name = base;
        for (int times = 2; !taken.add(name.toLowerCase(Locale.ROOT)); times++) {
            name = base + " (" + times + ")";
        }
        if (!name.equals(heading)) {
            renamed.add(place + 1);
        }
        return name;
    }

    /** Whether it says where names or e-mail addresses are. */
    boolean isUsable() {
        return has(Role.NAME) || has(Role.EMAIL) || has(Role.FIRST_NAME) && has(Role.LAST_NAME);
    }

    /** How many columns have a role. */
    int understood() {
        return places.size();
    }

    int size() {
        return size;
    }

    /** The roles that two columns have alike. */
    Set<Role> ambiguous() {
        return ambiguous;
    }

    /** The numbers, from 1, of the columns that travel along under another name than their heading. */
    List<Integer> renamed() {
        return renamed;
    }

    /** The names of the columns that travel along. */
    List<String> others() {
        return List.copyOf(others.values());
    }

    /** The cells of the columns that travel along. */
    Map<String, String> others(List<String> cells) {
        Map<String, String> texts = new LinkedHashMap<>();
        others.forEach((place, name) -> texts.put(name, Cells.trimmed(cell(place, cells))));
        return texts;
    }

    /** The cell of that role; empty where there is none. */
    String cell(Role role, List<String> cells) {
        return has(role) ? cell(places.get(role), cells) : "";
    }

    /** The person's name; {@code null} where there is none. */
    String name(List<String> cells) {
        String name = Cells.oneLine(cell(Role.NAME, cells));
        String first = Cells.oneLine(cell(Role.FIRST_NAME, cells));
        String last = has(Role.LAST_NAME) ? Cells.oneLine(cell(Role.LAST_NAME, cells)) : name;
        // Beside a first name alone ("Name;Vorname"), the name is the last name, unless it has the first name in it.
        boolean whole = has(Role.LAST_NAME) ? !name.isEmpty() : name.contains(first);
        return Cells.text(whole ? name : first + " " + last);
    }

    private boolean has(Role role) {
        return places.containsKey(role);
    }

    private static String cell(int place, List<String> cells) {
        return place < cells.size() ? cells.get(place) : "";
    }
}
