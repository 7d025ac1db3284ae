package org.rollcall.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A line a quantity that was measured: wall and processor time of each contender, and the first one's ratios. */
final class ResultTable {
    private final List<Contender> contenders;
    private final Rounds rounds;
    private final UnaryOperator<String> filled;

    /** @param filled fills figures into a quantity's label */
    ResultTable(List<Contender> contenders, Rounds rounds, UnaryOperator<String> filled) {
        this.contenders = contenders;
        this.rounds = rounds;
        this.filled = filled;
    }

    String markdown() {
        StringBuilder text = new StringBuilder("| |");
        contenders.forEach(
                contender -> text.append(' ').append(contender.name()).append(" | processor |"));
        peers().forEach(peer -> text.append(" × ").append(peer.name()).append(" |"));
        text.append(" goal |\n| --- |")
                .append(" ---: |".repeat(contenders.size() * 2 + peers().size()))
                .append(" --- |\n");
        for (Quantity quantity : Quantity.values()) {
            if (rounds.of(contenders.get(0)).median(quantity).isPresent()) {
                text.append(line(quantity));
            }
        }
        return text.toString();
    }

    private List<Contender> peers() {
        return contenders.subList(1, contenders.size());
    }

    private String line(Quantity quantity) {
        String values = contenders.stream()
                .map(rounds::of)
                .map(found -> cell(found.median(quantity), quantity.unit) + cell(found.processor(quantity), "ms"))
                .collect(Collectors.joining());
        String ratios = peers().stream().map(peer -> ratios(peer, quantity)).collect(Collectors.joining());
        return "| " + filled.apply(quantity.label) + " |" + values + ratios + " " + quantity.goal + " |\n";
    }

    private static String cell(OptionalDouble value, String unit) {
        if (value.isEmpty()) {
            return " |";
        }
        String digits = value.getAsDouble() < 20 ? " %,.1f %s |" : " %,.0f %s |";
        return String.format(Locale.ROOT, digits, value.getAsDouble(), unit);
    }

    private String ratios(Contender peer, Quantity quantity) {
        String wall = ratio(peer, found -> found.median(quantity));
        String processor = ratio(peer, found -> found.processor(quantity));
        return " " + (processor.isEmpty() ? wall : wall + " / " + processor) + " |";
    }

    private String ratio(Contender peer, Function<Measures, OptionalDouble> value) {
        OptionalDouble ours = value.apply(rounds.of(contenders.get(0)));
        OptionalDouble theirs = value.apply(rounds.of(peer));
        return ours.isPresent() && theirs.isPresent()
                ? String.format(Locale.ROOT, "%.2f", ours.getAsDouble() / theirs.getAsDouble())
                : "";
    }
}
