package dev.pilothouse.source;

import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Receives a log. Called on the stream's thread; must return at once. */
public interface LogSink {
    /**
     * One line, cleaned of control characters and cut at 16 KB; `at` is the kubelet's time when it
     * sent one.
     */
    void line(ObjectKey pod, String container, @Nullable Instant at, String text);

    /** The stream ended; `problem` is null when it ended because there is no more. */
    void ended(ObjectKey pod, @Nullable Problem problem);
}
