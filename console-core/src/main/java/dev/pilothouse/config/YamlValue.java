package dev.pilothouse.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a value of a setting as YAML on one line, so that it reads back as the same value. */
final class YamlValue {
    private YamlValue() {}

    static String of(Object value) {
        return switch (value) {
            case String text -> text(text);
            case Duration span -> Spans.words(span);
            case Checker.Bound bound -> of(bound.keys().stream().map(Checker.Key::spec).toList());
            case List<?> list ->
                    list.stream().map(YamlValue::of).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            default -> String.valueOf(value);
        };
    }

    /** Plain where no reader could take it for anything else. */
    private static String text(String text) {
        boolean plain =
                text.matches("[A-Za-z_][A-Za-z0-9_./-]*")
                        && !text.matches("(?i)true|false|null|yes|no|on|off|y|n");
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
