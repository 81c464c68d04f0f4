package dev.pilothouse.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a container ended: exit code 0 to 255, and the runtime's reason such as `OOMKilled`. */
public record Termination(
        int exitCode, String reason, @Nullable String message, @Nullable Instant finished) {}
