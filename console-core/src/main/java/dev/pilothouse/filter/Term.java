package dev.pilothouse.filter;

import dev.pilothouse.model.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One condition on a row. */
sealed interface Term {
    boolean matches(Subject row, Pass pass);

    /** True when every row that this term lets through passes `wider` too; false when unsure. */
    default boolean implies(Term wider) {
        return equals(wider);
    }

    record Not(Term term) implements Term {
        @Override
        public boolean matches(Subject row, Pass pass) {
            return !term.matches(row, pass);
        }

        @Override
        public boolean implies(Term wider) {
            return wider instanceof Not(Term other) && other.implies(term);
        }
    }

    /** A text contains the word, which is in lower case. */
    record Word(String word) implements Term {
        @Override
        public boolean matches(Subject row, Pass pass) {
            return row.text().contains(word);
        }

        @Override
        public boolean implies(Term wider) {
            return wider instanceof Word(String part) && word.contains(part);
        }
    }

    /** The letters, in lower case, appear in order in one text. */
    record Fuzzy(String letters) implements Term {
        @Override
        public boolean matches(Subject row, Pass pass) {
            return Texts.fuzzy(row.text(), letters);
        }

        @Override
        public boolean implies(Term wider) {
            return wider instanceof Fuzzy(String fewer) && Texts.fuzzy(letters, fewer);
        }
    }

    /** A text contains a match. */
    record Matching(SafePattern pattern) implements Term {
        @Override
        public boolean matches(Subject row, Pass pass) {
            return pass.find(pattern, row.text());
        }
    }

    /** The row has the label, whatever its value. */
    record HasLabel(String name) implements Term {
        @Override
        public boolean matches(Subject row, Pass pass) {
            return row.label(name) != null;
        }
    }

    /** A label is one of the values or, with `part`, contains one. */
    record Label(String name, List<Operand> wanted, boolean part) implements Term {
        @Override
        public boolean matches(Subject row, Pass pass) {
            String value = row.label(name);
            return value != null && Term.text(value, wanted, part, pass);
        }
    }

    /** A column is one of the values or, with `part`, contains one. */
    record Equal(Schema.Field field, List<Operand> wanted, boolean part) implements Term {
        @Override
        public boolean matches(Subject row, Pass pass) {
            Value value = row.value(field);
            if (value instanceof Value.Text(String text)) {
                return Term.text(text, wanted, part, pass);
            }
            for (Operand operand : wanted) {
                if (equal(value, operand, pass)) {
                    return true;
                }
            }
            return false;
        }

        private boolean equal(Value value, Operand operand, Pass pass) {
            return switch (value) {
                case Value.Text(String text) -> Term.text(text, List.of(operand), part, pass);
                case Value.State state -> Term.text(state.word(), List.of(operand), part, pass);
                case Value.Flag(boolean set) -> operand.equals(flag(set));
                case Value.Amount(double amount) ->
                        operand instanceof Operand.Amount(double other)
                                && Amounts.same(field.type(), amount, other);
                case Value.Moment moment -> sameAge(moment, operand, pass);
                case Value.Absent absent ->
                        operand instanceof Operand.Word(String word)
                                && word.equals(Amounts.word(absent.why()));
            };
        }

        private static Operand flag(boolean set) {
            return new Operand.Word(set ? "yes" : "no");
        }

        /** `age=5m` is what a table shows as `5m`: five minutes and not yet six. */
        private static boolean sameAge(Value.Moment moment, Operand operand, Pass pass) {
            return switch (operand) {
                case Operand.Age(Span(double millis, double grain)) -> {
                    pass.changesAtAge(moment.at(), millis - 1);
                    pass.changesAtAge(moment.at(), millis + grain - 1);
                    long age = pass.age(moment.at());
                    yield age >= millis && age < millis + grain;
                }
                case Operand.Moment(var at) -> moment.at().equals(at);
                case Operand.Word ignored -> false;
                case Operand.Amount ignored -> false;
                case Operand.Matching ignored -> false;
            };
        }
    }

    /** A column compares with a value. Rows without a value never match. */
    record Compare(Schema.Field field, Operator operator, Operand wanted) implements Term {
        @Override
        public boolean matches(Subject row, Pass pass) {
            return switch (row.value(field)) {
                case Value.Text(String text) -> text(text);
                case Value.State state ->
                        wanted instanceof Operand.Amount(double level)
                                && operator.holds(Double.compare(state.severity(), level));
                case Value.Amount(double amount) ->
                        wanted instanceof Operand.Amount(double other)
                                && operator.holds(Double.compare(amount, other));
                case Value.Moment moment -> age(moment, pass);
                case Value.Flag ignored -> false;
                case Value.Absent ignored -> false;
            };
        }

        private boolean text(String text) {
            return wanted instanceof Operand.Word(String word)
                    && operator.holds(NaturalOrder.compare(text, word));
        }

        private boolean age(Value.Moment moment, Pass pass) {
            if (wanted instanceof Operand.Age(Span span)) {
                pass.changesAtAge(moment.at(), span.millis() - operator.early());
                return operator.holds(
                        Double.compare((double) pass.age(moment.at()), span.millis()));
            }
            return wanted instanceof Operand.Moment(var at)
                    && operator.holds(at.compareTo(moment.at()));
        }
    }

    private static boolean text(String text, List<Operand> wanted, boolean part, Pass pass) {
        String folded = text.toLowerCase(Locale.ROOT);
        for (Operand operand : wanted) {
            boolean found =
                    switch (operand) {
                        case Operand.Word(String word) ->
                                part ? folded.contains(word) : folded.equals(word);
                        case Operand.Matching(SafePattern pattern) -> pass.find(pattern, folded);
                        case Operand.Amount ignored -> false;
                        case Operand.Age ignored -> false;
                        case Operand.Moment ignored -> false;
                    };
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** How values compare. */
    enum Operator {
        LESS,
        LESS_OR_EQUAL,
        MORE,
        MORE_OR_EQUAL;

        static @Nullable Operator of(String sign) {
            return switch (sign) {
                case "<" -> LESS;
                case "<=" -> LESS_OR_EQUAL;
                case ">" -> MORE;
                case ">=" -> MORE_OR_EQUAL;
                default -> null;
            };
        }

        /** Milliseconds before the first one past an age at which the answer turns: 1 is at it. */
        int early() {
            return switch (this) {
                case LESS, MORE_OR_EQUAL -> 1;
                case LESS_OR_EQUAL, MORE -> 0;
            };
        }

        boolean holds(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case MORE -> comparison > 0;
                case MORE_OR_EQUAL -> comparison >= 0;
            };
        }
    }
}
