package dev.pilothouse.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stored revision of a workload: a ReplicaSet or a ControllerRevision.
 *
 * @param number the revision number, 1 and up; 0 when unknown
 * @param changeCause annotation `kubernetes.io/change-cause`; empty when absent
 */
public record RevisionRow(
        ObjectKey key,
        String uid,
        Instant created,
        @Nullable OwnerRef owner,
        long number,
        PodTemplate template,
        Replicas replicas,
        String changeCause) {}
