package dev.pilothouse.fx.paint;

import dev.pilothouse.present.TableFrame;

/** The filter of a table as its user typed it, and values as the filter language writes them. */
public final class FilterText {
    private static final String PROBLEMS = " (problems)";

    private FilterText() {}

    /** Without the note that only problems are shown. */
    public static String typed(TableFrame.Narrowing how) {
        String all = how.filter();
        return problems(how) ? all.substring(0, all.length() - PROBLEMS.length()) : all;
    }

    /** True when only problems are shown. */
    public static boolean problems(TableFrame.Narrowing how) {
        return how.filter().endsWith(PROBLEMS);
    }

    /** A value behind `=`: in quotes when it has spaces or signs that mean something. */
    static String word(String value) {
        boolean plain = !value.isEmpty() && value.chars().allMatch(FilterText::plain);
        return plain ? value : '"' + value.replace("\"", "") + '"';
    }

    private static boolean plain(int c) {
        return Character.isLetterOrDigit(c) || "-_./:".indexOf(c) >= 0;
    }
}
