package dev.pilothouse.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One workload (Deployment, StatefulSet, DaemonSet, Job, CronJob, Argo Rollout).
 *
 * @param labels labels of the workload itself (the pods' are in the template)
 * @param annotations only those that identity, ownership or display rules may read
 * @param paused paused rollout or suspended job
 * @param revision the controller's current revision, such as `14`; empty when it has none
 */
public record WorkloadRow(
        ObjectKey key,
        String uid,
        Instant created,
        @Nullable OwnerRef owner,
        Map<String, String> labels,
        Map<String, String> annotations,
        PodTemplate template,
        Replicas replicas,
        boolean paused,
        boolean observed,
        String revision,
        List<Condition> conditions,
        Managed managed,
        Health health) {
    public WorkloadRow {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        conditions = List.copyOf(conditions);
    }
}
