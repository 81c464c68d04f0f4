package dev.pilothouse.identity;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.AgentVersion;
import dev.pilothouse.model.CustomRow;
import dev.pilothouse.model.Evidence;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Isolation;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.Managed;
import dev.pilothouse.model.NodeRow;
import dev.pilothouse.model.NodeView;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.PodView;
import dev.pilothouse.model.Replicas;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.RevisionRow;
import dev.pilothouse.model.RuntimeClassRow;
import dev.pilothouse.model.UsageRow;
import dev.pilothouse.model.WorkloadRow;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.store.KeyedStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Makes the joined rows. Reads the raw stores and the membership; writes nothing itself. */
final class Derivation {
    private static final AgentRow.Safety PLAIN =
            new AgentRow.Safety(Isolation.SHARED_KERNEL, false, "");

    private final FleetStores raw;
    private final IdentityRules rules;
    private final Ownership ownership;
    private final Members members;
    private final Versions versions;
    private final Claims claims;

    Derivation(FleetStores raw, IdentityRules rules, Ownership ownership, Members members) {
        this.raw = raw;
        this.rules = rules;
        this.ownership = ownership;
        this.members = members;
        versions = new Versions(rules);
        claims = new Claims(raw);
    }

    PodView pod(PodRow pod, @Nullable AgentId agent) {
        Resources requests = Devices.requests(pod.template());
        Claims.Sum claimed = new Claims.Sum();
        claims.add(pod, claimed, new HashSet<>());
        String devices = Devices.words(requests.devices(), claimed);
        UsageRow usage = raw.usages().get(pod.key()).orElse(null);
        String version =
                members.ownerOf(pod.key())
                        .flatMap(members::revision)
                        .map(RevisionRow::number)
                        .filter(number -> number > 0)
                        .map(number -> "r" + number)
                        .orElse("");
        return new PodView(pod, agent, version, safety(pod), usage, devices);
    }

    private AgentRow.Safety safety(PodRow pod) {
        Isolation isolation = isolation(pod);
        String untrusted = untrusted(pod);
        if (untrusted.isEmpty()) {
            return isolation == Isolation.SHARED_KERNEL
                    ? PLAIN
                    : new AgentRow.Safety(isolation, false, "");
        }
        boolean exposed = isolation.weak();
        return new AgentRow.Safety(
                isolation, exposed, untrusted + (exposed ? ", without isolation" : ""));
    }

    private Isolation isolation(PodRow pod) {
        String name = pod.template().runtimeClass();
        if (name == null) {
            return Isolation.SHARED_KERNEL;
        }
        ObjectKey key = new ObjectKey(pod.key().cluster(), Kind.RUNTIME_CLASS, "", name);
        return raw.runtimeClasses()
                .get(key)
                .map(RuntimeClassRow::handler)
                .map(Isolation::ofHandler)
                .orElse(Isolation.UNKNOWN);
    }

    private String untrusted(PodRow pod) {
        for (String mark : rules.untrusted()) {
            int equals = mark.indexOf('=');
            String value =
                    pod.template().labels().get(equals < 0 ? mark : mark.substring(0, equals));
            if (value != null && (equals < 0 || value.equals(mark.substring(equals + 1)))) {
                return "label " + mark;
            }
        }
        return pod.owner() != null && pod.owner().kind().startsWith("Sandbox")
                ? "owned by a " + pod.owner().kind()
                : "";
    }

    /** The agent's row; empty when nothing is left of it. */
    Optional<AgentRow> agent(
            AgentId id,
            KeyedStore<ObjectKey, PodView> podViews,
            BiConsumer<AgentId, List<AgentVersion>> sink) {
        Map<ObjectKey, List<Evidence>> roots = members.rootsOf(id);
        if (roots.isEmpty()) {
            sink.accept(id, List.of());
            return Optional.empty();
        }
        Gathered all = new Gathered(claims);
        roots.forEach((root, why) -> gather(id, root, why, podViews, all));
        sink.accept(id, all.versions);
        AgentVersion current = first(all.versions, true);
        AgentVersion previous =
                all.versions.stream()
                        .filter(v -> !v.current() && v.replicas().current() > 0)
                        .findFirst()
                        .orElse(null);
        String rollout =
                current == null || previous == null || current.replicas().desired() == 0
                        ? ""
                        : previous.label()
                                + " → "
                                + current.label()
                                + " "
                                + current.replicas().ready()
                                + "/"
                                + all.desired;
        Health health = AgentHealth.of(all.healths, all.pods, rollout);
        return Optional.of(
                new AgentRow(
                        id,
                        team(roots.keySet()),
                        health,
                        current,
                        rollout.isEmpty() ? null : previous,
                        current == null ? all.created : current.created(),
                        new AgentRow.Pods(all.ready, all.desired, all.restarts),
                        all.use(),
                        all.safety,
                        all.managed,
                        List.copyOf(roots.keySet()),
                        all.why));
    }

    private static @Nullable AgentVersion first(List<AgentVersion> versions, boolean current) {
        return versions.stream().filter(v -> v.current() == current).findFirst().orElse(null);
    }

    private void gather(
            AgentId id,
            ObjectKey root,
            List<Evidence> why,
            KeyedStore<ObjectKey, PodView> podViews,
            Gathered all) {
        all.why.addAll(why);
        Optional<WorkloadRow> workload = raw.workloads().get(root);
        Optional<CustomRow> custom = raw.customs().get(root);
        workload.ifPresent(
                row -> {
                    all.object(row.health(), row.replicas(), row.managed(), row.created());
                    all.versions.addAll(
                            versions.of(
                                    id,
                                    new Versions.Root(
                                            root,
                                            row.revision(),
                                            row.template(),
                                            row.replicas(),
                                            "",
                                            row.created()),
                                    members.revisionsOf(root)));
                });
        custom.ifPresent(
                row -> {
                    all.object(row.health(), row.replicas(), row.managed(), row.created());
                    all.versions.addAll(
                            versions.of(
                                    id,
                                    new Versions.Root(
                                            root,
                                            row.revision(),
                                            row.template(),
                                            row.replicas(),
                                            row.model(),
                                            row.created()),
                                    members.revisionsOf(root)));
                });
        int podsHere = 0;
        for (ObjectKey key : members.podsOf(root)) {
            Optional<PodView> view = podViews.get(key);
            if (view.isPresent()) {
                all.pod(view.get());
                podsHere++;
            }
        }
        if (root.kind() == Kind.POD) {
            raw.pods()
                    .get(root)
                    .ifPresent(
                            pod -> {
                                all.desired += 1;
                                all.created = pod.created();
                                all.versions.addAll(
                                        versions.of(
                                                id,
                                                new Versions.Root(
                                                        root,
                                                        "",
                                                        pod.template(),
                                                        new Replicas(
                                                                1, 1, 1, pod.ready() ? 1 : 0, 0),
                                                        "",
                                                        pod.created()),
                                                List.of()));
                            });
        } else if (custom.isPresent() && custom.get().replicas().desired() == 0) {
            all.desired += podsHere;
        }
    }

    private String team(Set<ObjectKey> roots) {
        for (ObjectKey root : roots) {
            Optional<Ownership.Facts> facts = ownership.facts(root);
            if (facts.isEmpty()) {
                continue;
            }
            for (String label : rules.team()) {
                String value = Ownership.label(facts.get(), label);
                if (value != null) {
                    return value;
                }
            }
        }
        return "";
    }

    NodeView node(NodeRow node) {
        Resources requested = Resources.NONE;
        int count = 0;
        for (ObjectKey key : members.podsOn(node.key())) {
            Optional<PodRow> pod = raw.pods().get(key);
            if (pod.isEmpty()
                    || pod.get().phase().equals("Succeeded")
                    || pod.get().phase().equals("Failed")) {
                continue;
            }
            requested = Devices.plus(requested, Devices.requests(pod.get().template()));
            count++;
        }
        StringBuilder devices = new StringBuilder();
        for (Map.Entry<String, Long> device : new TreeMap<>(node.capacity().devices()).entrySet()) {
            if (!Accelerators.is(device.getKey())) {
                continue;
            }
            long used = requested.devices().getOrDefault(device.getKey(), 0L);
            devices.append(devices.isEmpty() ? "" : ", ")
                    .append(used)
                    .append('/')
                    .append(device.getValue())
                    .append(' ')
                    .append(Accelerators.label(device.getKey()));
        }
        return new NodeView(node, count, requested, devices.toString());
    }

    /** Sums over the objects and pods of one agent. */
    private static final class Gathered {
        final List<Health> healths = new ArrayList<>();
        final List<PodRow> pods = new ArrayList<>();
        final List<AgentVersion> versions = new ArrayList<>();
        final List<Evidence> why = new ArrayList<>();
        final Map<String, Long> devices = new HashMap<>();
        // Pods of one revision share their template, so its sums are made once.
        @Nullable PodTemplate template;
        Resources templateRequests = Resources.NONE;
        Resources templateLimits = Resources.NONE;
        Managed managed = Managed.NOBODY;
        AgentRow.Safety safety = PLAIN;
        boolean safetySeen;
        Instant created = Instant.EPOCH;
        Resources requests = Resources.NONE;
        Resources limits = Resources.NONE;
        long cpu = Resources.UNSET;
        long memory = Resources.UNSET;
        @Nullable Instant measured;
        final Claims.Sum claimed = new Claims.Sum();
        private final Set<ObjectKey> seen = new HashSet<>();
        private final Claims claims;
        int ready;
        int desired;
        int restarts;

        Gathered(Claims claims) {
            this.claims = claims;
        }

        void object(Health health, Replicas replicas, Managed owner, Instant at) {
            healths.add(health);
            desired += replicas.desired();
            created = at;
            if (managed.manager() == Managed.Manager.NOBODY) {
                managed = owner;
            }
        }

        void pod(PodView view) {
            PodRow pod = view.pod();
            pods.add(pod);
            restarts += pod.restarts();
            ready += pod.ready() ? 1 : 0;
            if (!pod.template().equals(template)) {
                template = pod.template();
                templateRequests = Devices.requests(template);
                templateLimits = Devices.limits(template);
            }
            requests = Devices.plus(requests, templateRequests);
            limits = Devices.plus(limits, templateLimits);
            templateRequests
                    .devices()
                    .forEach((name, count) -> devices.merge(name, count, Long::sum));
            claims.add(pod, claimed, seen);
            UsageRow usage = view.usage();
            if (usage != null) {
                cpu = Devices.sum(cpu, usage.cpuMillis());
                memory = Devices.sum(memory, usage.memoryBytes());
                Instant oldest = measured;
                measured = oldest == null || usage.at().isBefore(oldest) ? usage.at() : oldest;
            }
            if (!safetySeen
                    || view.safety().exposed()
                    || (view.safety().isolation() == Isolation.SHARED_KERNEL
                            && !safety.exposed())) {
                safety = view.safety();
                safetySeen = true;
            }
        }

        AgentRow.Use use() {
            return new AgentRow.Use(
                    cpu, memory, requests, limits, Devices.words(devices, claimed), measured);
        }
    }
}
