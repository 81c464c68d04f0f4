package dev.pilothouse.source;

import dev.pilothouse.model.ObjectKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to read of one container's log.
 *
 * @param container null for the pod's only or default container
 * @param tail last lines to start with, 0 and up; -1 for all that the node kept
 * @param since nothing older than this
 */
public record LogRequest(
        ObjectKey pod,
        @Nullable String container,
        boolean previous,
        boolean follow,
        int tail,
        @Nullable Instant since) {}
