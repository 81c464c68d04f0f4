package dev.pilothouse.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One node.
 *
 * @param roles from the `node-role.kubernetes.io/` labels
 * @param capacity allocatable CPU, memory and devices
 * @param pods allocatable pods
 * @param labels those of GPUs, zones and instance types only
 */
public record NodeRow(
        ObjectKey key,
        String uid,
        Instant created,
        List<String> roles,
        String kubeletVersion,
        String runtime,
        String address,
        Resources capacity,
        long pods,
        boolean unschedulable,
        List<String> taints,
        List<Condition> conditions,
        Map<String, String> labels,
        Health health) {
    public NodeRow {
        roles = List.copyOf(roles);
        taints = List.copyOf(taints);
        conditions = List.copyOf(conditions);
        labels = Map.copyOf(labels);
    }
}
