package dev.pilothouse.filter;

import java.util.List;
import java.util.Set;

/**
 * A parsed filter; every term must hold. Immutable.
 *
 * <p>Terms: {@code word}, {@code "a phrase"}, {@code ~fuzzy}, {@code /regex/}, {@code label=value},
 * {@code label!=value}, {@code label~=part}, {@code column>5} (also {@code < >= <= = !=}) with ages
 * ({@code 2h}), quantities ({@code 512Mi}, {@code 500m}, {@code 10k}), and {@code a|b} for either
 * value. {@code !} before a term turns it around.
 */
public final class Filter {
    /** The filter that lets everything through. */
    public static final Filter ALL = new Filter("", List.of());

    private final String text;
    private final List<Term> terms;

    private Filter(String text, List<Term> terms) {
        this.text = text;
        this.terms = terms;
    }

    /**
     * Reads a filter.
     *
     * @param columns ids that comparisons may name; other names before `=` are labels
     * @throws FilterException with the character that is wrong
     */
    public static Filter parse(String text, Set<String> columns) throws FilterException {
        return text.isBlank() ? ALL : new Filter(text, new FilterParser(text, columns).terms());
    }

    public boolean matches(Subject row) {
        for (Term term : terms) {
            if (!term.matches(row)) {
                return false;
            }
        }
        return true;
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    public boolean isAll() {
        return terms.isEmpty();
    }

    /** True when an answer can change by the passing of time alone. */
    public boolean dependsOnTime() {
        return terms.stream().anyMatch(Term::dependsOnTime);
    }
}
