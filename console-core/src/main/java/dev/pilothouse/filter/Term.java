package dev.pilothouse.filter;

import dev.pilothouse.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One condition on a row. */
sealed interface Term {
    boolean matches(Subject row);

    default boolean dependsOnTime() {
        return false;
    }

    record Not(Term term) implements Term {
        @Override
        public boolean matches(Subject row) {
            return !term.matches(row);
        }

        @Override
        public boolean dependsOnTime() {
            return term.dependsOnTime();
        }
    }

    /** A text contains the word, whatever the case. */
    record Word(String word) implements Term {
        @Override
        public boolean matches(Subject row) {
            for (String text : row.texts()) {
                if (Texts.contains(text, word)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The letters appear in order in one text. */
    record Fuzzy(String letters) implements Term {
        @Override
        public boolean matches(Subject row) {
            for (String text : row.texts()) {
                if (Texts.fuzzy(text, letters)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * A text contains a match. Texts are cut and the matching is bounded, since a user's pattern
     * may backtrack for ever.
     */
    record Regex(Pattern pattern) implements Term {
        private static final int LONGEST = 512;
        private static final int STEPS = 20_000;

        @Override
        public boolean matches(Subject row) {
            for (String text : row.texts()) {
                String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
                if (find(cut)) {
                    return true;
                }
            }
            return false;
        }

        private boolean find(String text) {
            try {
                return pattern.matcher(new BoundedText(text, STEPS)).find();
            } catch (BoundedText.TooManySteps e) {
                return false;
            }
        }
    }

    /** A label, or a column that holds text, is one of the values; or contains one of them. */
    record Label(String name, boolean column, List<String> values, boolean part) implements Term {
        @Override
        public boolean matches(Subject row) {
            String actual = column ? columnText(row) : row.label(name);
            if (actual == null) {
                return false;
            }
            for (String wanted : values) {
                if (part ? Texts.contains(actual, wanted) : actual.equalsIgnoreCase(wanted)) {
                    return true;
                }
            }
            return false;
        }

        private @Nullable String columnText(Subject row) {
            return switch (row.value(name)) {
                case Value.Text text -> text.text();
                case Value.State state -> state.word();
                case Value.Flag flag -> flag.set() ? "yes" : "no";
                case Value.Amount amount -> plain(amount.amount());
                case Value.Moment ignored -> null;
                case Value.Absent absent ->
                        switch (absent.why()) {
                            case NONE -> "none";
                            case NOT_COLLECTED -> "not-collected";
                            case UNKNOWN -> "unknown";
                        };
            };
        }

        private static String plain(double amount) {
            return amount == Math.rint(amount)
                    ? Long.toString((long) amount)
                    : Double.toString(amount).toLowerCase(Locale.ROOT);
        }
    }

    /** A column compares with an amount. Rows without the value never match. */
    record Compare(String column, Operator operator, Quantity wanted) implements Term {
        @Override
        public boolean matches(Subject row) {
            return switch (row.value(column)) {
                case Value.Amount amount ->
                        operator.holds(Double.compare(amount.amount(), wanted.plain()));
                case Value.Moment moment -> {
                    double seconds = Duration.between(moment.at(), row.now()).toMillis() / 1_000.0;
                    yield operator.holds(Double.compare(seconds, wanted.seconds()));
                }
                case Value.Text ignored -> false;
                case Value.State ignored -> false;
                case Value.Flag ignored -> false;
                case Value.Absent ignored -> false;
            };
        }

        @Override
        public boolean dependsOnTime() {
            return wanted.time();
        }
    }

    /** How amounts compare. */
    enum Operator {
        LESS,
        LESS_OR_EQUAL,
        MORE,
        MORE_OR_EQUAL,
        EQUAL,
        NOT_EQUAL;

        boolean holds(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case MORE -> comparison > 0;
                case MORE_OR_EQUAL -> comparison >= 0;
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
            };
        }
    }
}
