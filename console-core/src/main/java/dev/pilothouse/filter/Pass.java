package dev.pilothouse.filter;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * One run of a filter over rows at one time. It notes when an answer will change by itself, and
 * bounds what all patterns together may cost, since a user's pattern may backtrack for ever. Used
 * by one thread.
 */
public final class Pass {
    /** Characters that the patterns of one pass may read; about 0.1 s. */
    private static final int ALL_READS = 25_000_000;

    /** Characters that one pattern may read of one row. */
    private static final int ROW_READS = 200_000;

    private final Filter filter;
    private final long now;
    private final BoundedText text = new BoundedText();
    private final IdentityHashMap<SafePattern, Matcher> matchers = new IdentityHashMap<>();
    private long nextChange = Long.MAX_VALUE;
    private int reads = ALL_READS;
    private @Nullable SafePattern tooSlow;

    Pass(Filter filter, Instant now) {
        this.filter = filter;
        this.now = now.toEpochMilli();
    }

    public boolean matches(Subject row) {
        for (Term term : filter.terms()) {
            if (!term.matches(row, this)) {
                return false;
            }
        }
        return true;
    }

    /** When the answer for a row that was asked about changes by time alone. */
    public Optional<Instant> nextChange() {
        return nextChange == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(nextChange));
    }

    /** What to tell the user when a pattern was given up; rows it did not decide count as other. */
    public Optional<String> problem() {
        return tooSlow == null
                ? Optional.empty()
                : Optional.of(
                        "This pattern takes too long: repeat less inside of what repeats, such as"
                                + " a+ for (a+)+.");
    }

    /** Milliseconds that have passed since a moment; negative when it is to come. */
    long age(Instant moment) {
        return now - moment.toEpochMilli();
    }

    /** Notes that an answer changes once the moment has this age. */
    void changesAtAge(Instant moment, double age) {
        long at = moment.toEpochMilli() + (long) age + 1;
        if (at > now && at < nextChange) {
            nextChange = at;
        }
    }

    /** Whether one line of the lower-case text has a match. */
    boolean find(SafePattern pattern, String lines) {
        if (!pattern.literal().isEmpty() && !lines.contains(pattern.literal())) {
            return false;
        }
        if (reads <= 0) {
            return false;
        }
        int given = Math.min(reads, ROW_READS);
        text.reset(lines, given);
        Matcher matcher =
                matchers.computeIfAbsent(pattern, made -> made.pattern().matcher(text)).reset(text);
        try {
            return pattern.whole() ? matcher.find() : findInLines(matcher, lines);
        } catch (BoundedText.TooManySteps | StackOverflowError e) {
            tooSlow = pattern;
            return false;
        } finally {
            reads -= given - text.left();
        }
    }

    private static boolean findInLines(Matcher matcher, String lines) {
        int start = 0;
        while (start <= lines.length()) {
            int end = lines.indexOf('\n', start);
            end = end < 0 ? lines.length() : end;
            if (matcher.region(start, end).find()) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }
}
