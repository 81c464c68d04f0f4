package dev.pilothouse.filter;

import java.util.Locale;
import java.util.Optional;

/** Words that stand for a state's severity, 0 (fine) to 5 (bad), and for yes and no. */
final class Severity {
    private Severity() {}

    static Optional<Double> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ok", "idle", "good" -> Optional.of(0.0);
            case "starting" -> Optional.of(2.0);
            case "unknown" -> Optional.of(3.0);
            case "warn", "warning" -> Optional.of(4.0);
            case "bad" -> Optional.of(5.0);
            default -> Optional.empty();
        };
    }

    static Optional<Operand> flag(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> Optional.of(new Operand.Word("yes"));
            case "no", "false" -> Optional.of(new Operand.Word("no"));
            default -> Optional.empty();
        };
    }
}
