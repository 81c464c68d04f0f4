package dev.pilothouse.identity;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.AgentVersion;
import dev.pilothouse.model.Condition;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.ContainerState;
import dev.pilothouse.model.EventRow;
import dev.pilothouse.model.Evidence;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.Managed;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.PodView;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.Termination;
import dev.pilothouse.model.WorkloadRow;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.text.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The evidence for a state, worst first, each line with the object to look at. No guessing: what is
 * not known is said.
 */
public final class Explain {
    private static final int PODS_SHOWN = 5;
    private static final int EVENTS_SHOWN = 6;

    private final FleetStores raw;
    private final FleetIndex index;

    public Explain(FleetStores raw, FleetIndex index) {
        this.raw = raw;
        this.index = index;
    }

    public List<Evidence> agent(AgentId id, Instant now) {
        Optional<AgentRow> known = index.agents().get(id);
        if (known.isEmpty()) {
            return List.of(
                    new Evidence(
                            Health.Level.UNKNOWN,
                            "No agent " + id.words() + " is known in " + id.cluster() + ".",
                            null,
                            ""));
        }
        AgentRow row = known.get();
        List<Evidence> lines = new ArrayList<>();
        lines.add(
                new Evidence(
                        row.health().level(),
                        sentence(row.health()),
                        row.objects().isEmpty() ? null : row.objects().getFirst(),
                        "describe"));
        for (ObjectKey object : row.objects()) {
            raw.workloads().get(object).ifPresent(workload -> workloadLines(workload, lines));
        }
        List<PodRow> pods = podsOf(id);
        pods.stream()
                .filter(pod -> pod.health().problem())
                .limit(PODS_SHOWN)
                .forEach(pod -> podLines(pod, now, lines));
        long more = pods.stream().filter(pod -> pod.health().problem()).count() - PODS_SHOWN;
        if (more > 0) {
            lines.add(
                    new Evidence(
                            Health.Level.WARN,
                            "and " + more + " more pods in trouble",
                            null,
                            "pods"));
        }
        eventLines(objectsOf(row, pods), now, lines);
        standing(row, lines);
        row.why().forEach(lines::add);
        return lines;
    }

    public List<Evidence> object(ObjectKey key, Instant now) {
        List<Evidence> lines = new ArrayList<>();
        raw.pods()
                .get(key)
                .ifPresent(
                        pod -> {
                            podLines(pod, now, lines);
                            template(pod, lines);
                        });
        raw.workloads()
                .get(key)
                .ifPresent(
                        row -> {
                            lines.add(
                                    new Evidence(
                                            row.health().level(),
                                            sentence(row.health()),
                                            key,
                                            "describe"));
                            workloadLines(row, lines);
                            managed(row.managed(), key, lines);
                        });
        raw.customs()
                .get(key)
                .ifPresent(
                        row -> {
                            lines.add(
                                    new Evidence(
                                            row.health().level(),
                                            sentence(row.health()),
                                            key,
                                            "describe"));
                            conditions(row.conditions(), key, lines);
                            managed(row.managed(), key, lines);
                        });
        raw.nodes()
                .get(key)
                .ifPresent(
                        node -> {
                            lines.add(
                                    new Evidence(
                                            node.health().level(),
                                            sentence(node.health()),
                                            key,
                                            "describe"));
                            conditions(node.conditions(), key, lines);
                            node.taints()
                                    .forEach(
                                            taint ->
                                                    lines.add(
                                                            new Evidence(
                                                                    Health.Level.UNKNOWN,
                                                                    "taint " + taint,
                                                                    key,
                                                                    "yaml")));
                        });
        eventLines(
                Set.of(new EventRow.About(key.kind().kindName(), key.namespace(), key.name(), "")),
                now,
                lines);
        if (lines.isEmpty()) {
            lines.add(
                    new Evidence(
                            Health.Level.UNKNOWN,
                            "Nothing is known of " + key.words() + "; it may be gone.",
                            null,
                            ""));
        }
        return lines;
    }

    private static String sentence(Health health) {
        return health.why().isEmpty() ? health.word() : health.word() + ": " + health.why();
    }

    private List<PodRow> podsOf(AgentId id) {
        return index.pods().values().stream()
                .filter(view -> id.equals(view.agent()))
                .map(PodView::pod)
                .sorted(
                        Comparator.comparing((PodRow pod) -> pod.health().level())
                                .reversed()
                                .thenComparing(pod -> pod.key().name()))
                .toList();
    }

    private static Set<EventRow.About> objectsOf(AgentRow row, List<PodRow> pods) {
        Set<EventRow.About> all = new HashSet<>();
        row.objects()
                .forEach(
                        key ->
                                all.add(
                                        new EventRow.About(
                                                key.kind().kindName(),
                                                key.namespace(),
                                                key.name(),
                                                "")));
        pods.forEach(
                pod ->
                        all.add(
                                new EventRow.About(
                                        "Pod", pod.key().namespace(), pod.key().name(), "")));
        AgentVersion version = row.version();
        if (version != null) {
            ObjectKey source = version.source();
            all.add(
                    new EventRow.About(
                            source.kind().kindName(), source.namespace(), source.name(), ""));
        }
        return all;
    }

    private void workloadLines(WorkloadRow row, List<Evidence> lines) {
        if (row.replicas().ready() < row.replicas().desired()) {
            lines.add(
                    new Evidence(
                            Health.Level.WARN,
                            row.key().words()
                                    + ": "
                                    + row.replicas().ready()
                                    + " of "
                                    + row.replicas().desired()
                                    + " ready, "
                                    + row.replicas().updated()
                                    + " updated",
                            row.key(),
                            "describe"));
        }
        conditions(row.conditions(), row.key(), lines);
    }

    private static void conditions(
            List<Condition> conditions, ObjectKey key, List<Evidence> lines) {
        for (Condition condition : conditions) {
            boolean good = condition.status().equals("True") != inverted(condition.type());
            if (!good) {
                lines.add(
                        new Evidence(
                                Health.Level.WARN,
                                "condition "
                                        + condition.type()
                                        + " is "
                                        + condition.status()
                                        + ": "
                                        + condition.reason()
                                        + " "
                                        + condition.message(),
                                key,
                                "yaml"));
            }
        }
    }

    private static boolean inverted(String type) {
        return type.endsWith("Pressure")
                || type.equals("ReplicaFailure")
                || type.equals("Failed")
                || type.equals("NetworkUnavailable")
                || type.equals("Suspended");
    }

    private void podLines(PodRow pod, Instant now, List<Evidence> lines) {
        String since =
                pod.notReadySince() == null
                        ? ""
                        : ", not ready for " + Formats.age(pod.notReadySince(), now);
        lines.add(
                new Evidence(
                        pod.health().level(),
                        "pod " + pod.key().name() + ": " + sentence(pod.health()) + since,
                        pod.key(),
                        "describe"));
        for (ContainerState container : pod.containers()) {
            containerLines(pod, container, now, lines);
        }
    }

    private static void containerLines(
            PodRow pod, ContainerState container, Instant now, List<Evidence> lines) {
        if (container.current()
                instanceof ContainerState.Current.Waiting(String reason, String message)) {
            lines.add(
                    new Evidence(
                            Health.Level.WARN,
                            "container "
                                    + container.name()
                                    + " waits: "
                                    + reason
                                    + (message == null ? "" : ", " + message),
                            pod.key(),
                            "describe"));
        }
        Termination last = container.last();
        if (last == null
                && container.current() instanceof ContainerState.Current.Ended(Termination ended)) {
            last = ended;
        }
        if (last == null || (container.init() && last.exitCode() == 0)) {
            return;
        }
        String when =
                last.finished() == null ? "" : ", " + Formats.age(last.finished(), now) + " ago";
        String said = last.message() == null ? "" : ": " + last.message();
        lines.add(
                new Evidence(
                        last.exitCode() == 0 ? Health.Level.OK : Health.Level.BAD,
                        "container "
                                + container.name()
                                + " ended with "
                                + last.reason()
                                + ", exit "
                                + last.exitCode()
                                + when
                                + ", restarted "
                                + container.restarts()
                                + "x"
                                + memoryHint(pod, container, last)
                                + said,
                        pod.key(),
                        "previous-logs"));
    }

    private static String memoryHint(PodRow pod, ContainerState container, Termination last) {
        if (!last.reason().equals("OOMKilled")) {
            return "";
        }
        for (ContainerSpec spec : pod.template().containers()) {
            if (spec.name().equals(container.name())) {
                return spec.limits().memoryBytes() == Resources.UNSET
                        ? ", it has no memory limit: the node ran out"
                        : ", its memory limit is " + Formats.bytes(spec.limits().memoryBytes());
            }
        }
        return "";
    }

    private static void template(PodRow pod, List<Evidence> lines) {
        for (String weakener : pod.template().weakeners()) {
            lines.add(
                    new Evidence(
                            Health.Level.WARN,
                            "isolation is weakened by " + weakener,
                            pod.key(),
                            "yaml"));
        }
    }

    private void eventLines(Set<EventRow.About> about, Instant now, List<Evidence> lines) {
        raw.events().values().stream()
                .filter(EventRow::warning)
                .filter(
                        event ->
                                about.contains(
                                        new EventRow.About(
                                                event.about().kind(),
                                                event.about().namespace(),
                                                event.about().name(),
                                                "")))
                .sorted(Comparator.comparing(EventRow::last).reversed())
                .limit(EVENTS_SHOWN)
                .forEach(
                        event ->
                                lines.add(
                                        new Evidence(
                                                Health.Level.WARN,
                                                "event "
                                                        + Formats.age(event.last(), now)
                                                        + " ago, "
                                                        + event.count()
                                                        + "x "
                                                        + event.reason()
                                                        + ": "
                                                        + event.message(),
                                                subject(event),
                                                "events")));
    }

    private static @Nullable ObjectKey subject(EventRow event) {
        for (Kind kind : Kind.values()) {
            if (kind.kindName().equals(event.about().kind())) {
                return new ObjectKey(
                        event.key().cluster(),
                        kind,
                        event.about().namespace(),
                        event.about().name());
            }
        }
        return null;
    }

    private static void managed(Managed managed, ObjectKey key, List<Evidence> lines) {
        if (managed.manager() != Managed.Manager.NOBODY) {
            lines.add(
                    new Evidence(
                            Health.Level.UNKNOWN,
                            managed.manager().word()
                                    + " "
                                    + managed.name()
                                    + " owns it and would revert a change made by hand ("
                                    + managed.evidence()
                                    + ")",
                            key,
                            "yaml"));
        }
    }

    private static void standing(AgentRow row, List<Evidence> lines) {
        ObjectKey first = row.objects().isEmpty() ? null : row.objects().getFirst();
        if (row.safety().exposed()) {
            lines.add(
                    new Evidence(
                            Health.Level.BAD,
                            "untrusted code shares the node's kernel: " + row.safety().reason(),
                            first,
                            "yaml"));
        }
        if (first != null) {
            managed(row.managed(), first, lines);
        }
        AgentVersion version = row.version();
        if (version == null) {
            lines.add(
                    new Evidence(
                            Health.Level.UNKNOWN,
                            "its version is unknown: no revision and no template was read",
                            first,
                            ""));
            return;
        }
        if (version.prompt().isEmpty()) {
            lines.add(
                    new Evidence(
                            Health.Level.UNKNOWN,
                            "its prompt version is unknown: no environment variable or annotation"
                                    + " names one",
                            version.source(),
                            "yaml"));
        }
        if (version.model().isEmpty()) {
            lines.add(
                    new Evidence(
                            Health.Level.UNKNOWN,
                            "its model is unknown: no environment variable or annotation names one",
                            version.source(),
                            "yaml"));
        }
        version.evidence().forEach(lines::add);
    }
}
