package dev.pilothouse.filter;

import dev.pilothouse.model.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row as a filter sees it. */
public interface Subject {
    /** The value of a column that the filter was parsed with. */
    Value value(String column);

    /** The texts that plain words look at. */
    List<String> texts();

    /** A label's value; null when the row has no such label. */
    @Nullable String label(String key);

    /** The time that ages are counted from. */
    Instant now();
}
