package dev.pilothouse.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;

/** Time spans as settings write them: a whole number with `ms`, `s`, `m` or `h`. */
final class Spans {
    private static final java.util.regex.Pattern SPAN =
            java.util.regex.Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private Spans() {}

    static Optional<Duration> parse(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }

    static String words(Duration span) {
        long millis = span.toMillis();
        if (millis % 3_600_000 == 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
