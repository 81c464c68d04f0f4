package dev.pilothouse.identity;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.AgentVersion;
import dev.pilothouse.model.ClaimRow;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.CustomRow;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.NodeRow;
import dev.pilothouse.model.NodeView;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.PodView;
import dev.pilothouse.model.RevisionRow;
import dev.pilothouse.model.RuntimeClassRow;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.model.UsageRow;
import dev.pilothouse.model.WorkloadRow;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.store.KeyedStore;
import dev.pilothouse.store.Subscription;
import dev.pilothouse.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Joins raw rows into agents, versions, pods and nodes as a user thinks of them, and keeps the join
 * up to date. A change costs what it touches: a pod its agent and its node, a workload its pods.
 * Sources may arrive in any order; what a late ReplicaSet, runtime class or rule changes is joined
 * again.
 *
 * <p>One thread calls {@link #refresh()}; the derived stores may be read from any.
 */
public final class FleetIndex implements AutoCloseable {
    /** A pod that is not ready for longer than this is a problem, not a start. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final FleetStores raw;
    private final Time time;
    private Derivation derive;
    private Ownership ownership;
    private final Subscription<ObjectKey, PodRow> pods;
    private final Subscription<ObjectKey, WorkloadRow> workloads;
    private final Subscription<ObjectKey, RevisionRow> revisions;
    private final Subscription<ObjectKey, CustomRow> customs;
    private final Subscription<ObjectKey, NodeRow> nodes;
    private final Subscription<ObjectKey, UsageRow> usages;
    private final Subscription<ObjectKey, RuntimeClassRow> classes;
    private final Subscription<ObjectKey, ClaimRow> claims;
    private final KeyedStore<AgentId, AgentRow> agentRows = new KeyedStore<>("agents", 50_000);
    private final KeyedStore<AgentVersion.Key, AgentVersion> versionRows =
            new KeyedStore<>("versions", 200_000);
    private final KeyedStore<ObjectKey, PodView> podViews = new KeyedStore<>("pods", 200_000);
    private final KeyedStore<ObjectKey, NodeView> nodeViews = new KeyedStore<>("nodes", 20_000);
    private final Members members = new Members();
    private final Map<ObjectKey, Instant> unready = new HashMap<>();
    private Instant nextOverdue = Instant.MAX;
    private final Set<AgentId> dirtyAgents = new HashSet<>();
    private final Set<ObjectKey> dirtyPods = new HashSet<>();
    private final Set<ObjectKey> dirtyNodes = new HashSet<>();

    /** `wake` is called on a connector's thread when there is something to refresh. */
    public FleetIndex(FleetStores raw, IdentityRules rules, Time time, Runnable wake) {
        this.raw = raw;
        this.time = time;
        ownership = new Ownership(raw, rules);
        derive = new Derivation(raw, rules, ownership, members);
        pods = raw.pods().subscribe(wake);
        workloads = raw.workloads().subscribe(wake);
        revisions = raw.revisions().subscribe(wake);
        customs = raw.customs().subscribe(wake);
        nodes = raw.nodes().subscribe(wake);
        usages = raw.usages().subscribe(wake);
        classes = raw.runtimeClasses().subscribe(wake);
        claims = raw.claims().subscribe(wake);
    }

    /**
     * Joins everything again by other rules, at the next {@link #refresh()}. Called on the thread
     * that refreshes. What a connector did not keep (the value of a variable that no rule named
     * before) is unknown until the object changes.
     */
    public void rules(IdentityRules changed) {
        ownership = new Ownership(raw, changed);
        derive = new Derivation(raw, changed, ownership, members);
        raw.workloads().values().forEach(row -> rootChanged(row.key()));
        raw.customs().values().forEach(row -> rootChanged(row.key()));
        raw.pods().values().forEach(pod -> dirtyPods.add(pod.key()));
    }

    public KeyedStore<AgentId, AgentRow> agents() {
        return agentRows;
    }

    public KeyedStore<AgentVersion.Key, AgentVersion> versions() {
        return versionRows;
    }

    public KeyedStore<ObjectKey, PodView> pods() {
        return podViews;
    }

    public KeyedStore<ObjectKey, NodeView> nodes() {
        return nodeViews;
    }

    /** The agent that an object is part of. */
    public Optional<AgentId> agentOf(ObjectKey object) {
        ObjectKey root =
                raw.pods().get(object).map(ownership::root).orElseGet(() -> ownership.root(object));
        return members.agentOf(root);
    }

    /** Takes in what changed. Returns whether anything did. */
    public boolean refresh() {
        takeRoots();
        takePods();
        takeRest();
        overdue();
        fallBack();
        if (dirtyPods.isEmpty() && dirtyAgents.isEmpty() && dirtyNodes.isEmpty()) {
            return false;
        }
        dirtyPods.forEach(this::derivePod);
        dirtyPods.clear();
        Set<AgentId> agents = Set.copyOf(dirtyAgents);
        dirtyAgents.clear();
        agents.forEach(this::deriveAgent);
        dirtyNodes.forEach(this::deriveNode);
        dirtyNodes.clear();
        return true;
    }

    private void takeRoots() {
        Subscription.Changes<ObjectKey, RevisionRow> revised = revisions.drain();
        for (RevisionRow row : revised.upserts()) {
            members.putRevision(row);
            rootChanged(row.key());
        }
        for (ObjectKey key : revised.removals()) {
            ObjectKey root = ownership.root(key);
            ObjectKey owner = members.dropRevision(key).orElse(root);
            // Its version goes when its agent is derived anew.
            members.agentOf(owner).ifPresent(dirtyAgents::add);
            rootChanged(root);
            rootChanged(owner);
        }
        Subscription.Changes<ObjectKey, WorkloadRow> worked = workloads.drain();
        worked.upserts().forEach(row -> rootChanged(row.key()));
        worked.removals().forEach(this::rootChanged);
        Subscription.Changes<ObjectKey, CustomRow> custom = customs.drain();
        custom.upserts().forEach(row -> rootChanged(row.key()));
        custom.removals().forEach(this::rootChanged);
    }

    /** Decides anew whose the object's root is, and joins its pods again when that changed. */
    private void rootChanged(ObjectKey object) {
        ObjectKey root = ownership.root(object);
        claim(root);
        if (!root.equals(object)) {
            members.release(object).ifPresent(dirtyAgents::add);
        }
        dirtyPods.addAll(members.strayPods(object, root));
    }

    private void claim(ObjectKey root) {
        Optional<Ownership.Claim> claim = ownership.claim(root);
        Optional<AgentId> before = members.agentOf(root);
        before.ifPresent(dirtyAgents::add);
        if (claim.isPresent()) {
            members.claim(root, claim.get());
            dirtyAgents.add(claim.get().agent());
        } else {
            members.release(root);
        }
        if (!before.equals(claim.map(Ownership.Claim::agent))) {
            dirtyPods.addAll(members.podsOf(root));
        }
    }

    private void takePods() {
        Subscription.Changes<ObjectKey, PodRow> changes = pods.drain();
        for (PodRow pod : changes.upserts()) {
            dirtyPods.add(pod.key());
            if (pod.health().level() == Health.Level.STARTING) {
                Instant since = since(pod);
                unready.put(pod.key(), since);
                nextOverdue = since.isBefore(nextOverdue) ? since : nextOverdue;
            } else {
                unready.remove(pod.key());
            }
        }
        for (ObjectKey key : changes.removals()) {
            unready.remove(key);
            podViews.get(key).ifPresent(this::forget);
        }
    }

    private static Instant since(PodRow pod) {
        Instant notReady = pod.notReadySince();
        Instant deleting = pod.deleting();
        return deleting != null ? deleting : notReady != null ? notReady : pod.created();
    }

    private void forget(PodView view) {
        ObjectKey key = view.pod().key();
        members.moveNode(key, null).ifPresent(dirtyNodes::add);
        members.dropPod(key).ifPresent(dirtyAgents::add);
        podViews.remove(key);
    }

    private void takeRest() {
        Subscription.Changes<ObjectKey, UsageRow> used = usages.drain();
        used.upserts().forEach(row -> dirtyPods.add(row.pod()));
        Subscription.Changes<ObjectKey, NodeRow> noded = nodes.drain();
        noded.upserts().forEach(row -> dirtyNodes.add(row.key()));
        noded.removals().forEach(nodeViews::remove);
        Subscription.Changes<ObjectKey, RuntimeClassRow> classed = classes.drain();
        if (!classed.isEmpty()) {
            podViews.values().stream()
                    .filter(view -> view.pod().template().runtimeClass() != null)
                    .forEach(view -> dirtyPods.add(view.pod().key()));
        }
        if (!claims.drain().isEmpty()) {
            podViews.values().stream()
                    .filter(view -> !view.pod().template().resourceClaims().isEmpty())
                    .forEach(view -> dirtyPods.add(view.pod().key()));
        }
    }

    /** Time alone makes a start into a problem. */
    private void overdue() {
        Instant limit = time.now().minus(PATIENCE);
        if (!nextOverdue.isBefore(limit)) {
            return;
        }
        Instant next = Instant.MAX;
        for (var waiting = unready.entrySet().iterator(); waiting.hasNext(); ) {
            Map.Entry<ObjectKey, Instant> entry = waiting.next();
            if (entry.getValue().isBefore(limit)) {
                dirtyPods.add(entry.getKey());
                waiting.remove();
            } else if (entry.getValue().isBefore(next)) {
                next = entry.getValue();
            }
        }
        nextOverdue = next;
    }

    /** When time alone will make a start into a problem, if any pod is starting. */
    public Optional<Instant> due() {
        return nextOverdue.equals(Instant.MAX)
                ? Optional.empty()
                : Optional.of(nextOverdue.plus(PATIENCE).plusMillis(1));
    }

    /** A cluster where no rule matches shows all its workloads rather than nothing. */
    private void fallBack() {
        for (var feed : raw.feeds().values()) {
            boolean held =
                    feed.state() instanceof SyncState.Live
                            || feed.state() instanceof SyncState.Stale;
            if (feed.kind() != Kind.DEPLOYMENT || !held) {
                continue;
            }
            ClusterId cluster = feed.cluster();
            boolean byRule =
                    members.agents().stream()
                            .anyMatch(
                                    agent ->
                                            agent.cluster().equals(cluster)
                                                    && members.byRule(agent));
            if (byRule == ownership.showsAll(cluster)) {
                ownership.showAll(cluster, !byRule);
                raw.workloads().values().stream()
                        .map(WorkloadRow::key)
                        .filter(key -> key.cluster().equals(cluster))
                        .forEach(this::rootChanged);
            }
        }
    }

    private void derivePod(ObjectKey key) {
        Optional<PodRow> row = raw.pods().get(key);
        if (row.isEmpty()) {
            return;
        }
        PodRow pod = row.get();
        ObjectKey root = ownership.root(pod);
        if (root.equals(key)) {
            claim(root);
        }
        members.putPod(pod, root).ifPresent(dirtyAgents::add);
        Optional<AgentId> agent = members.agentOf(root);
        agent.ifPresent(dirtyAgents::add);
        String node = pod.node();
        ObjectKey nodeKey = node == null ? null : new ObjectKey(key.cluster(), Kind.NODE, "", node);
        members.moveNode(key, nodeKey).ifPresent(dirtyNodes::add);
        if (nodeKey != null && weighsDifferently(pod)) {
            dirtyNodes.add(nodeKey);
        }
        podViews.put(
                key, derive.pod(Patience.apply(pod, time.now(), PATIENCE), agent.orElse(null)));
    }

    /** Whether a node's sums change with this pod; a restart or a crash leaves them alone. */
    private boolean weighsDifferently(PodRow pod) {
        PodRow before = podViews.get(pod.key()).map(PodView::pod).orElse(null);
        return before == null
                || !Objects.equals(before.node(), pod.node())
                || !before.phase().equals(pod.phase())
                || !before.template().equals(pod.template());
    }

    private void deriveAgent(AgentId id) {
        Optional<AgentRow> row = derive.agent(id, podViews, this::putVersions);
        if (row.isPresent()) {
            agentRows.put(id, row.get());
        } else {
            agentRows.remove(id);
        }
    }

    private void putVersions(AgentId agent, List<AgentVersion> versions) {
        Set<AgentVersion.Key> keep = new HashSet<>();
        for (AgentVersion version : versions) {
            keep.add(version.key());
            versionRows.put(version.key(), version);
        }
        members.versionsOf(agent, keep).forEach(versionRows::remove);
    }

    private void deriveNode(ObjectKey key) {
        raw.nodes().get(key).ifPresent(node -> nodeViews.put(key, derive.node(node)));
    }

    @Override
    public void close() {
        List.of(pods, workloads, revisions, customs, nodes, usages, classes, claims)
                .forEach(Subscription::close);
    }
}
