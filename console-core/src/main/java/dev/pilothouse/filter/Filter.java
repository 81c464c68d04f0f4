package dev.pilothouse.filter;

import java.time.Instant;
import java.util.List;

/**
 * A parsed filter; every term must hold. Immutable. The language is described in docs/filter.md.
 */
public final class Filter {
    /** The filter that lets everything through. */
    public static final Filter ALL = new Filter("", List.of(), List.of());

    private final String text;
    private final List<Term> terms;
    private final List<LabelUse> labels;

    private Filter(String text, List<Term> terms, List<LabelUse> labels) {
        this.text = text;
        this.terms = terms;
        this.labels = labels;
    }

    /**
     * A name that is no column and was taken for a label without being marked as one.
     *
     * @param at its first character, 0 up
     * @param suggestion what to write when no row has such a label
     */
    public record LabelUse(String name, int at, String suggestion) {}

    /**
     * Reads a filter.
     *
     * @param schema the columns that may be named; other names before `=` are labels
     * @throws FilterException with the character that is wrong
     */
    public static Filter parse(String text, Schema schema) throws FilterException {
        if (text.isBlank()) {
            return ALL;
        }
        FilterParser parser = new FilterParser(text, schema);
        List<Term> terms = parser.terms();
        return new Filter(text, terms, parser.labels());
    }

    /** A run over rows at a time. */
    public Pass pass(Instant now) {
        return new Pass(this, now);
    }

    List<Term> terms() {
        return terms;
    }

    /** Names to look for among the rows' labels, to tell a label from a mistyped column. */
    public List<LabelUse> labels() {
        return labels;
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    public boolean isAll() {
        return terms.isEmpty();
    }

    /**
     * True when every row that passes this filter passes `wider` too, so that only those need to be
     * looked at; false when that is not certain.
     */
    public boolean narrows(Filter wider) {
        for (Term term : wider.terms) {
            if (terms.stream().noneMatch(mine -> mine.implies(term))) {
                return false;
            }
        }
        return true;
    }
}
