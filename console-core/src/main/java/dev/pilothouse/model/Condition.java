package dev.pilothouse.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of `status.conditions`. `status` is `True`, `False` or `Unknown`. */
public record Condition(
        String type, String status, String reason, String message, @Nullable Instant since) {}
