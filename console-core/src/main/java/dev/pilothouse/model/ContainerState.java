package dev.pilothouse.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the kubelet reports of one container.
 *
 * @param restarts restarts so far, 0 and up
 * @param last how the previous run ended, when it is known
 */
public record ContainerState(
        String name,
        boolean init,
        boolean ready,
        int restarts,
        Current current,
        @Nullable Termination last) {

    /** What the container does now. */
    public sealed interface Current {
        record Running(@Nullable Instant since) implements Current {}

        record Waiting(String reason, @Nullable String message) implements Current {}

        record Ended(Termination termination) implements Current {}

        /** No status yet, or none that we understand. */
        record Unknown() implements Current {}
    }
}
