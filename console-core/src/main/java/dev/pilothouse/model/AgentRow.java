package dev.pilothouse.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One agent, joined from its workloads, custom resources, revisions and pods.
 *
 * @param team from the team label; empty when unknown
 * @param version the wanted version; null when nothing tells
 * @param previous the version still running beside it during a rollout
 * @param changed when the wanted version was deployed; the agent's creation when no revision tells
 * @param objects the workloads and custom resources it consists of
 * @param why the evidence that these objects are this agent
 */
public record AgentRow(
        AgentId id,
        String team,
        Health health,
        @Nullable AgentVersion version,
        @Nullable AgentVersion previous,
        Instant changed,
        Pods pods,
        Use use,
        Safety safety,
        Managed managed,
        List<ObjectKey> objects,
        List<Evidence> why) {
    public AgentRow {
        objects = List.copyOf(objects);
        why = List.copyOf(why);
    }

    /** Pod counts; `restarts` of the present pods together. */
    public record Pods(int ready, int desired, int restarts) {}

    /**
     * Measured use ({@link Resources#UNSET} when not collected), sums of requests, limits and
     * devices in words. `measured` is the oldest time of a measurement among its pods, null without
     * one.
     */
    public record Use(
            long cpuMillis,
            long memoryBytes,
            Resources requests,
            Resources limits,
            String devices,
            @Nullable Instant measured) {}

    /**
     * The weakest isolation among its pods, and whether untrusted code runs without any; `reason`
     * says why.
     */
    public record Safety(Isolation isolation, boolean exposed, String reason) {}
}
