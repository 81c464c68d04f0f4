package dev.pilothouse.filter;

import dev.pilothouse.model.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row as a filter sees it. */
public interface Subject {
    /** The value of a column of the schema that the filter was parsed with. */
    Value value(Schema.Field field);

    /** The texts that words and patterns look at, see {@link SearchText}. */
    String text();

    /** A label's value; null when the row has no such label. */
    @Nullable String label(String key);

    /** The time that ages are counted from. */
    Instant now();
}
