package dev.pilothouse.filter;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A length of time as written.
 *
 * @param millis its length
 * @param grain milliseconds of its smallest unit: `5m` means five minutes and not yet six
 */
record Span(double millis, double grain) {

    /** `90s`, `2h30m`, `1.5d`; empty when the text is none, or has no unit. */
    static Optional<Span> parse(String text) {
        double millis = 0;
        double grain = 0;
        int at = 0;
        while (at < text.length()) {
            int unitAt = at + Amounts.numberEnd(text.substring(at));
            int end = unitAt;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            OptionalDouble number = Amounts.number(text.substring(at, unitAt));
            grain = unit(text.substring(unitAt, end));
            if (number.isEmpty() || number.getAsDouble() < 0 || Double.isNaN(grain)) {
                return Optional.empty();
            }
            millis += number.getAsDouble() * grain;
            at = end;
        }
        return at == 0 ? Optional.empty() : Optional.of(new Span(millis, grain));
    }

    private static double unit(String name) {
        return switch (name) {
            case "ms" -> 1;
            case "s" -> 1e3;
            case "m", "min" -> 60e3;
            case "h" -> 3_600e3;
            case "d" -> 86_400e3;
            case "w" -> 604_800e3;
            case "y" -> 365 * 86_400e3;
            default -> Double.NaN;
        };
    }
}
