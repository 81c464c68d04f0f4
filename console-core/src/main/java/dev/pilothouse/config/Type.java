package dev.pilothouse.config;

import java.time.Duration;
import java.util.List;

/** What a setting takes. */
sealed interface Type {
    /** One of some words. */
    record Words(List<String> words) implements Type {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** `true` or `false`. */
    record Flag() implements Type {}

    /** A whole number within bounds. */
    record Count(long least, long most) implements Type {}

    /** A time span such as `30s`, within bounds. */
    record Span(Duration least, Duration most) implements Type {}

    /** Text of at most so many characters. */
    record Text(int longest) implements Type {}

    /** A regular expression that is looked for, in any case of letters. */
    record Pattern() implements Type {}

    /** A list; one value alone stands for a list of one. */
    record Listing(Type of, int most) implements Type {}

    /** Values by names that the user chooses. */
    record Named(Type of, int most) implements Type {}

    /** Keys by command. */
    record Bindings() implements Type {}

    /** A list of groups of settings. */
    record Groups(List<Setting> fields, int most) implements Type {
        public Groups {
            fields = List.copyOf(fields);
        }
    }

    /** In words, for errors and for the manual. */
    default String takes() {
        return switch (this) {
            case Words(List<String> words) -> String.join(", ", words);
            case Flag ignored -> "true or false";
            case Count(long least, long most) -> "a whole number, " + least + " to " + most;
            case Span(Duration least, Duration most) ->
                    "a time such as 30s or 5m, " + Spans.words(least) + " to " + Spans.words(most);
            case Text(int longest) -> "text, at most " + longest + " characters";
            case Pattern ignored -> "a regular expression";
            case Listing(Type of, int most) -> "a list, each " + of.takes();
            case Named(Type of, int most) -> "names, each with " + of.takes();
            case Bindings ignored -> "commands, each with a key or a list of keys";
            case Groups(List<Setting> fields, int most) ->
                    "a list of " + String.join(", ", fields.stream().map(Setting::path).toList());
        };
    }
}
