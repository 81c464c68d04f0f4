package dev.pilothouse.model;

import java.time.Instant;
import java.util.List;

/**
 * One version of an agent: revision, image, prompt and model. Empty strings are unknown, never
 * guessed.
 *
 * @param label short name: `r14`
 * @param number the controller's revision number; 0 when it has none
 * @param image repository without registry, and tag: `refund:2.3.1`
 * @param digest `sha256:...` when the template or a running pod tells it
 * @param replicas pods of this version: desired and ready
 * @param current true for the version that is wanted now
 * @param source the ReplicaSet, ControllerRevision or resource that keeps it
 */
public record AgentVersion(
        AgentId agent,
        String label,
        long number,
        String image,
        String digest,
        String prompt,
        String model,
        Instant created,
        Replicas replicas,
        boolean current,
        String changeCause,
        ObjectKey source,
        List<Evidence> evidence) {
    public AgentVersion {
        evidence = List.copyOf(evidence);
    }

    /** Identifies a version across frames. */
    public record Key(AgentId agent, ObjectKey source) {}

    public Key key() {
        return new Key(agent, source);
    }
}
