package dev.pilothouse.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One custom resource that declares an agent or serves a model.
 *
 * @param model the model it names; empty when it names none
 * @param detail the resource's own status words, such as `step 1 of 4, canary 20 %`
 */
public record CustomRow(
        ObjectKey key,
        String uid,
        Instant created,
        @Nullable OwnerRef owner,
        Map<String, String> labels,
        Map<String, String> annotations,
        PodTemplate template,
        Replicas replicas,
        String revision,
        String model,
        String detail,
        List<Condition> conditions,
        Managed managed,
        Health health) {
    public CustomRow {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        conditions = List.copyOf(conditions);
    }
}
