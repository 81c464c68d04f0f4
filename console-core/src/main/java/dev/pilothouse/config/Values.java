package dev.pilothouse.config;

import dev.pilothouse.filter.EditDistance;
import dev.pilothouse.text.CleanText;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/** Turns words into values: text, Boolean, Long or Duration, by the type of the setting. */
final class Values {
    private Values() {}

    /** A word that is not what the setting takes. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * @param name of the setting, for the error
     */
    static Object scalar(String name, Type type, String text) throws Unfit {
        return switch (type) {
            case Type.Words(List<String> words) -> word(name, words, text);
            case Type.Flag ignored -> flag(name, text);
            case Type.Count(long least, long most) -> count(name, type, text, least, most);
            case Type.Span(Duration least, Duration most) -> {
                Duration span = Spans.parse(text).orElseThrow(() -> unfit(name, type, text));
                if (span.compareTo(least) < 0 || span.compareTo(most) > 0) {
                    throw unfit(name, type, text);
                }
                yield span;
            }
            case Type.Text(int longest) -> text(name, text, longest);
            case Type.Pattern ignored -> pattern(name, text);
            case Type.Listing ignored -> throw unfit(name, type, text);
            case Type.Named ignored -> throw unfit(name, type, text);
            case Type.Bindings ignored -> throw unfit(name, type, text);
            case Type.Groups ignored -> throw unfit(name, type, text);
        };
    }

    static Unfit unfit(String name, Type type, String found) {
        return new Unfit("'" + name + "' takes " + type.takes() + ", not '" + shown(found) + "'.");
    }

    static String shown(String found) {
        return CleanText.line(found, 60);
    }

    private static String word(String name, List<String> words, String text) throws Unfit {
        if (words.contains(text)) {
            return text;
        }
        throw new Unfit(
                "'"
                        + name
                        + "' cannot be '"
                        + shown(text)
                        + "'"
                        + nearest(text, words)
                        + " It takes "
                        + String.join(", ", words)
                        + ".");
    }

    private static Boolean flag(String name, String text) throws Unfit {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new Unfit("'" + name + "' is true or false, not '" + shown(text) + "'.");
        };
    }

    private static Long count(String name, Type type, String text, long least, long most)
            throws Unfit {
        try {
            long number = Long.parseLong(text.replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unfit(name, type, text);
        }
        throw unfit(name, type, text);
    }

    private static String text(String name, String text, int longest) throws Unfit {
        if (text.length() > longest) {
            throw new Unfit(
                    "'"
                            + name
                            + "' has "
                            + text.length()
                            + " characters; at most "
                            + longest
                            + " fit.");
        }
        if (!CleanText.line(text, longest + 1).equals(text)) {
            throw new Unfit("'" + name + "' has control characters in it.");
        }
        return text;
    }

    private static String pattern(String name, String text) throws Unfit {
        if (text.length() > 1_000) {
            throw new Unfit("'" + name + "' is longer than 1000 characters.");
        }
        try {
            java.util.regex.Pattern.compile(text);
            return text;
        } catch (PatternSyntaxException e) {
            throw new Unfit(
                    "'"
                            + shown(text)
                            + "' is not a regular expression: "
                            + e.getDescription().toLowerCase(Locale.ROOT)
                            + ".");
        } catch (StackOverflowError e) {
            throw new Unfit("'" + name + "' is a pattern that is nested too deeply.");
        }
    }

    /** `; did you mean 'x'?`, or a full stop when nothing is near. */
    static String nearest(String wrong, List<String> known) {
        if (wrong.length() > 60) {
            return ".";
        }
        return known.stream()
                .filter(word -> EditDistance.between(word, wrong) <= (word.length() < 4 ? 1 : 2))
                .min(Comparator.comparingInt(word -> EditDistance.between(word, wrong)))
                .map(word -> "; did you mean '" + word + "'?")
                .orElse(".");
    }
}
