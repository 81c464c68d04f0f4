package dev.pilothouse.identity;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.CustomRow;
import dev.pilothouse.model.Evidence;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.OwnerRef;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.RevisionRow;
import dev.pilothouse.model.WorkloadRow;
import dev.pilothouse.store.FleetStores;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows owner references to the object a user thinks of, and asks the rules whether that is an
 * agent. Kubernetes names an owner without its namespace or cluster, which are the owned object's
 * own.
 */
final class Ownership {
    private static final int DEEPEST = 6;

    private final FleetStores raw;
    private final IdentityRules rules;
    private final Set<ClusterId> showAll = new HashSet<>();

    Ownership(FleetStores raw, IdentityRules rules) {
        this.raw = raw;
        this.rules = rules;
    }

    /** In these clusters no rule matches anything, so every workload is shown and says so. */
    boolean showAll(ClusterId cluster, boolean on) {
        return on ? showAll.add(cluster) : showAll.remove(cluster);
    }

    boolean showsAll(ClusterId cluster) {
        return showAll.contains(cluster);
    }

    /** The topmost listed object that owns a pod; the pod itself when nothing does. */
    ObjectKey root(PodRow pod) {
        return root(pod.key(), pod.owner(), 0);
    }

    ObjectKey root(ObjectKey key) {
        return root(key, ownerOf(key), 0);
    }

    private ObjectKey root(ObjectKey key, @Nullable OwnerRef owner, int depth) {
        if (owner == null || depth > DEEPEST) {
            return key;
        }
        Optional<Kind> kind = Kind.of(owner.apiVersion(), owner.kind());
        if (kind.isEmpty() || kind.get() == Kind.NODE) {
            return key;
        }
        ObjectKey above = new ObjectKey(key.cluster(), kind.get(), key.namespace(), owner.name());
        return root(above, ownerOf(above), depth + 1);
    }

    private @Nullable OwnerRef ownerOf(ObjectKey key) {
        return switch (key.kind()) {
            case REPLICA_SET, CONTROLLER_REVISION ->
                    raw.revisions().get(key).map(RevisionRow::owner).orElse(null);
            case POD -> raw.pods().get(key).map(PodRow::owner).orElse(null);
            default ->
                    key.kind().custom() && key.kind() != Kind.ROLLOUT
                            ? raw.customs().get(key).map(CustomRow::owner).orElse(null)
                            : raw.workloads()
                                    .get(key)
                                    .map(WorkloadRow::owner)
                                    .orElseGet(
                                            () ->
                                                    raw.customs()
                                                            .get(key)
                                                            .map(CustomRow::owner)
                                                            .orElse(null));
        };
    }

    /** What the rules read of an object. */
    record Facts(
            Map<String, String> labels, Map<String, String> annotations, PodTemplate template) {}

    Optional<Facts> facts(ObjectKey key) {
        if (key.kind() == Kind.POD) {
            return raw.pods()
                    .get(key)
                    .map(
                            pod ->
                                    new Facts(
                                            pod.template().labels(),
                                            pod.template().annotations(),
                                            pod.template()));
        }
        Optional<WorkloadRow> workload = raw.workloads().get(key);
        if (workload.isPresent()) {
            WorkloadRow row = workload.get();
            return Optional.of(new Facts(row.labels(), row.annotations(), row.template()));
        }
        return raw.customs()
                .get(key)
                .map(row -> new Facts(row.labels(), row.annotations(), row.template()));
    }

    /** An agent with why we think so. */
    record Claim(AgentId agent, List<Evidence> why) {}

    /** Which agent a root object is, if any. */
    Optional<Claim> claim(ObjectKey root) {
        if (rules.excluded().contains(root.namespace())) {
            return Optional.empty();
        }
        Optional<Facts> known = facts(root);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Facts facts = known.get();
        List<Evidence> why = new ArrayList<>();
        String name = nameByLabel(root, facts, why);
        marks(root, facts, why);
        if (why.isEmpty() && showAll.contains(root.cluster()) && root.kind() != Kind.JOB) {
            why.add(
                    evidence(
                            "no agent rule matches in this cluster, so every workload is listed",
                            root));
        }
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Claim(
                                new AgentId(root.cluster(), root.namespace(), name),
                                List.copyOf(why)));
    }

    private String nameByLabel(ObjectKey root, Facts facts, List<Evidence> why) {
        for (String label : rules.agentName()) {
            String value = label(facts, label);
            if (value != null && !value.isEmpty()) {
                why.add(evidence("label " + label + "=" + value, root));
                return value;
            }
        }
        return root.name();
    }

    private void marks(ObjectKey root, Facts facts, List<Evidence> why) {
        if (root.kind().custom() && root.kind() != Kind.ROLLOUT) {
            why.add(
                    evidence(
                            "is a "
                                    + root.kind().kindName()
                                    + " ("
                                    + root.kind().apiVersion()
                                    + ")",
                            root));
        }
        for (String mark : rules.agentMarks()) {
            int equals = mark.indexOf('=');
            String key = equals < 0 ? mark : mark.substring(0, equals);
            String value = label(facts, key);
            if (value != null && (equals < 0 || value.equals(mark.substring(equals + 1)))) {
                why.add(evidence("label " + key + "=" + value, root));
            }
        }
        for (String pattern : rules.imagePatterns()) {
            facts.template().containers().stream()
                    .filter(container -> container.image().contains(pattern))
                    .findFirst()
                    .ifPresent(
                            container ->
                                    why.add(
                                            evidence(
                                                    "image "
                                                            + container.image()
                                                            + " contains "
                                                            + pattern,
                                                    root)));
        }
    }

    static @Nullable String label(Facts facts, String key) {
        String own = facts.labels().get(key);
        return own != null ? own : facts.template().labels().get(key);
    }

    private static Evidence evidence(String words, ObjectKey subject) {
        return new Evidence(Health.Level.OK, words + " on " + subject.words(), subject, "yaml");
    }
}
