package dev.pilothouse.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the filter language. Characters are counted from 0 so that an error can point at one. */
final class FilterParser {
    private static final List<String> OPERATORS = List.of("!=", "~=", "<=", ">=", "=", "<", ">");

    private final String text;
    private final Set<String> columns;
    private int at;

    FilterParser(String text, Set<String> columns) {
        this.text = text;
        this.columns = columns;
    }

    List<Term> terms() throws FilterException {
        List<Term> terms = new ArrayList<>();
        skipSpace();
        while (at < text.length()) {
            terms.add(term());
            skipSpace();
        }
        return List.copyOf(terms);
    }

    private Term term() throws FilterException {
        if (text.charAt(at) != '!') {
            return plainTerm();
        }
        at++;
        if (at >= text.length() || Character.isWhitespace(text.charAt(at))) {
            throw new FilterException(at - 1, "'!' needs a term right after it, such as !test.");
        }
        return new Term.Not(term());
    }

    private Term plainTerm() throws FilterException {
        return switch (text.charAt(at)) {
            case '"' -> new Term.Word(quoted());
            case '~' -> fuzzy();
            case '/' -> regex();
            default -> wordOrComparison();
        };
    }

    private String quoted() throws FilterException {
        int start = at;
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw new FilterException(start, "This phrase has no closing quote.");
        }
        at = end + 1;
        return text.substring(start + 1, end);
    }

    private Term fuzzy() throws FilterException {
        int start = at++;
        String letters = bare();
        if (letters.isEmpty()) {
            throw new FilterException(start, "'~' needs letters right after it, such as ~rfpl.");
        }
        return new Term.Fuzzy(letters);
    }

    private Term regex() throws FilterException {
        int start = at;
        int end = text.indexOf('/', at + 1);
        if (end < 0) {
            throw new FilterException(start, "This pattern has no closing '/'.");
        }
        at = end + 1;
        try {
            return new Term.Regex(
                    Pattern.compile(text.substring(start + 1, end), Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            int offset = Math.max(0, e.getIndex());
            throw new FilterException(
                    start + 1 + offset, "Not a pattern: " + e.getDescription() + ".");
        } catch (StackOverflowError e) {
            throw new FilterException(start, "This pattern is nested too deeply.");
        }
    }

    private Term wordOrComparison() throws FilterException {
        int start = at;
        String word = bare();
        for (int i = 1; i < word.length(); i++) {
            for (String operator : OPERATORS) {
                if (word.startsWith(operator, i)) {
                    at = start + i + operator.length();
                    return comparison(word.substring(0, i), operator, start);
                }
            }
        }
        if (word.startsWith("=") || word.startsWith("<") || word.startsWith(">")) {
            throw new FilterException(
                    start, "A comparison needs a column before it, such as restarts>5.");
        }
        return new Term.Word(word);
    }

    private Term comparison(String name, String operator, int start) throws FilterException {
        int valueAt = at;
        String value = at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
        boolean column = columns.contains(name);
        if (value.isEmpty()) {
            throw new FilterException(
                    valueAt - 1, "'" + name + operator + "' needs a value after it.");
        }
        return switch (operator) {
            case "=" -> equal(name, column, value);
            case "!=" -> new Term.Not(equal(name, column, value));
            case "~=" -> new Term.Label(name, column, List.of(value.split("\\|")), true);
            default -> ordered(name, operator, value, new Place(start, valueAt, column));
        };
    }

    private record Place(int start, int valueAt, boolean column) {}

    private static Term equal(String name, boolean column, String value) {
        Optional<Quantity> amount = column ? Quantity.parse(value) : Optional.empty();
        if (amount.isPresent() && !value.matches("\\d+")) {
            return new Term.Compare(name, Term.Operator.EQUAL, amount.get());
        }
        return new Term.Label(name, column, List.of(value.split("\\|")), false);
    }

    private Term ordered(String name, String operator, String value, Place place)
            throws FilterException {
        if (!place.column()) {
            throw new FilterException(
                    place.start(), "There is no column '" + name + "'" + suggestion(name));
        }
        Optional<Quantity> amount = Quantity.parse(value);
        if (amount.isEmpty()) {
            throw new FilterException(
                    place.valueAt(),
                    "'"
                            + value
                            + "' is not an amount. Write a number with a unit, such as 5, 2h, 512Mi"
                            + " or 10k.");
        }
        Term.Operator how =
                switch (operator) {
                    case "<" -> Term.Operator.LESS;
                    case "<=" -> Term.Operator.LESS_OR_EQUAL;
                    case ">" -> Term.Operator.MORE;
                    default -> Term.Operator.MORE_OR_EQUAL;
                };
        return new Term.Compare(name, how, amount.get());
    }

    private String suggestion(String name) {
        String best = "";
        int distance = 3;
        for (String column : columns) {
            int d = EditDistance.between(name, column);
            if (d < distance) {
                distance = d;
                best = column;
            }
        }
        return best.isEmpty()
                ? ". Columns: " + String.join(", ", columns.stream().sorted().toList()) + "."
                : "; did you mean '" + best + "'?";
    }

    private String bare() {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
