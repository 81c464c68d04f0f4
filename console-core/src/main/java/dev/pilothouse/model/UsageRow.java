package dev.pilothouse.model;

import java.time.Instant;

/**
 * Measured use of one pod (`metrics.k8s.io`): thousandths of a core and bytes, at the metrics
 * server's own time.
 */
public record UsageRow(ObjectKey pod, long cpuMillis, long memoryBytes, Instant at) {}
