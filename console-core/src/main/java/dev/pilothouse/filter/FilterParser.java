package dev.pilothouse.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the filter language. Characters are counted from 0 so that an error can point at one. */
final class FilterParser {
    private static final List<String> OPERATORS = List.of("!=", "~=", "<=", ">=", "=", "<", ">");
    private static final String LABEL = "label:";

    private final Schema schema;
    private final FilterScanner in;
    private final List<Filter.LabelUse> labels = new ArrayList<>();

    FilterParser(String text, Schema schema) {
        this.schema = schema;
        in = new FilterScanner(text);
    }

    /** Names that were taken for labels without a mark. */
    List<Filter.LabelUse> labels() {
        return List.copyOf(labels);
    }

    List<Term> terms() throws FilterException {
        List<Term> terms = new ArrayList<>();
        in.skipSpace();
        while (!in.atEnd()) {
            terms.add(term());
            in.skipSpace();
        }
        return List.copyOf(terms);
    }

    private Term term() throws FilterException {
        if (!in.take('!')) {
            return plainTerm();
        }
        if (in.atEnd() || in.atSpace()) {
            throw in.error(in.at() - 1, "'!' needs a term right after it, such as !test.");
        }
        return new Term.Not(term());
    }

    private Term plainTerm() throws FilterException {
        int start = in.at();
        return switch (in.peek()) {
            case '"' -> new Term.Word(in.quoted().toLowerCase(Locale.ROOT));
            case '~' -> fuzzy();
            case '/' -> new Term.Matching(in.pattern());
            case '@' -> {
                in.take('@');
                yield labelTerm(start);
            }
            default -> {
                if (in.take(LABEL)) {
                    yield labelTerm(start);
                }
                yield wordOrComparison(start);
            }
        };
    }

    private Term fuzzy() throws FilterException {
        int start = in.at();
        in.take('~');
        String letters = in.bare("").toLowerCase(Locale.ROOT);
        if (letters.isEmpty()) {
            throw in.error(start, "'~' needs letters right after it, such as ~rfpl.");
        }
        return new Term.Fuzzy(letters);
    }

    private Term labelTerm(int start) throws FilterException {
        String name = in.name(OPERATORS);
        if (name.isEmpty()) {
            throw in.error(start, "A label's name belongs here, such as @team=refund.");
        }
        Optional<String> operator = in.operator(OPERATORS);
        if (operator.isEmpty()) {
            return new Term.HasLabel(name);
        }
        return label(name, operator.get(), start);
    }

    private Term wordOrComparison(int start) throws FilterException {
        if (in.operator(OPERATORS).isPresent()) {
            throw in.error(
                    start,
                    "A column belongs right before the comparison, without spaces: restarts>5.");
        }
        String name = in.name(OPERATORS);
        Optional<String> operator = in.operator(OPERATORS);
        if (operator.isEmpty()) {
            return new Term.Word(name.toLowerCase(Locale.ROOT));
        }
        Optional<Schema.Field> column = schema.find(name);
        if (column.isPresent()) {
            return comparison(column.get(), operator.get());
        }
        if (Term.Operator.of(operator.get()) != null) {
            throw in.error(start, "There is no column '" + name + "'" + schema.suggestion(name));
        }
        String unknown = "There is no column and no label '" + name + "'" + schema.suggestion(name);
        labels.add(new Filter.LabelUse(name, start, unknown));
        return label(name, operator.get(), start);
    }

    private Term label(String name, String operator, int start) throws FilterException {
        if (Term.Operator.of(operator) != null) {
            throw in.error(start, "Labels are texts: compare them with =, != or ~=.");
        }
        List<Operand> wanted = operands(ColumnType.TEXT, name + operator);
        Term equal = new Term.Label(name, wanted, operator.equals("~="));
        return operator.equals("!=") ? new Term.Not(equal) : equal;
    }

    private Term comparison(Schema.Field field, String operator) throws FilterException {
        Term.Operator order = Term.Operator.of(operator);
        if (order != null) {
            return ordered(field, operator, order);
        }
        boolean part = operator.equals("~=");
        if (part && field.type().amount()) {
            throw in.error(
                    in.at() - 2,
                    "'~=' looks into texts; '"
                            + field.id()
                            + "' is "
                            + field.type().expected()
                            + ".");
        }
        Term equal = new Term.Equal(field, operands(field.type(), field.id() + operator), part);
        return operator.equals("!=") ? new Term.Not(equal) : equal;
    }

    private Term ordered(Schema.Field field, String operator, Term.Operator order)
            throws FilterException {
        int valueAt = in.at();
        String value = in.value(field.id() + operator);
        if (in.take('|')) {
            throw in.error(in.at() - 1, "'|' goes with = and != only.");
        }
        Optional<Operand> operand =
                switch (field.type()) {
                    case STATE -> Severity.of(value).map(Operand.Amount::new);
                    case FLAG -> Optional.empty();
                    default -> Operand.parse(value, field.type(), schema.zone());
                };
        return new Term.Compare(
                field, order, operand.orElseThrow(() -> wrong(value, field.type(), valueAt)));
    }

    /** The values between `|`. */
    private List<Operand> operands(ColumnType type, String before) throws FilterException {
        List<Operand> all = new ArrayList<>();
        do {
            all.add(operand(type, before));
        } while (in.take('|'));
        return List.copyOf(all);
    }

    private Operand operand(ColumnType type, String before) throws FilterException {
        if (!in.atEnd() && in.peek() == '/' && !type.amount()) {
            return new Operand.Matching(in.pattern());
        }
        int at = in.at();
        String value = in.value(before);
        Optional<String> absence = Amounts.absence(value);
        if (absence.isPresent()) {
            return new Operand.Word(absence.get());
        }
        if (type == ColumnType.FLAG) {
            return Severity.flag(value).orElseThrow(() -> wrong(value, type, at));
        }
        return Operand.parse(value, type, schema.zone()).orElseThrow(() -> wrong(value, type, at));
    }

    private FilterException wrong(String value, ColumnType type, int at) {
        return in.error(at, "'" + value + "' is not " + type.expected() + ".");
    }
}
