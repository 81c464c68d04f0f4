package dev.pilothouse.identity;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.AgentVersion;
import dev.pilothouse.model.Evidence;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.OwnerRef;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.RevisionRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who belongs to whom, looked up from both sides. */
final class Members {
    private final Map<ObjectKey, Ownership.Claim> claims = new HashMap<>();
    private final Map<AgentId, Map<ObjectKey, List<Evidence>>> rootsOfAgent = new HashMap<>();
    private final Map<ObjectKey, ObjectKey> rootOfPod = new HashMap<>();
    private final Map<ObjectKey, Set<ObjectKey>> podsOfRoot = new HashMap<>();
    private final Map<ObjectKey, Set<ObjectKey>> podsOfOwner = new HashMap<>();
    private final Map<ObjectKey, ObjectKey> ownerOfPod = new HashMap<>();
    private final Map<ObjectKey, ObjectKey> nodeOfPod = new HashMap<>();
    private final Map<ObjectKey, Set<ObjectKey>> podsOfNode = new HashMap<>();
    private final Map<ObjectKey, RevisionRow> revisions = new HashMap<>();
    private final Map<ObjectKey, Set<ObjectKey>> revisionsOfOwner = new HashMap<>();
    private final Map<AgentId, Set<AgentVersion.Key>> versions = new HashMap<>();

    Optional<AgentId> agentOf(ObjectKey root) {
        return Optional.ofNullable(claims.get(root)).map(Ownership.Claim::agent);
    }

    Set<AgentId> agents() {
        return rootsOfAgent.keySet();
    }

    /** True when a rule, not the fall-back, made it an agent. */
    boolean byRule(AgentId agent) {
        return rootsOfAgent.getOrDefault(agent, Map.of()).values().stream()
                .flatMap(List::stream)
                .anyMatch(evidence -> !evidence.sentence().startsWith("no agent rule"));
    }

    /** The roots of an agent with the evidence for each. */
    Map<ObjectKey, List<Evidence>> rootsOf(AgentId agent) {
        return rootsOfAgent.getOrDefault(agent, Map.of());
    }

    void claim(ObjectKey root, Ownership.Claim claim) {
        release(root);
        claims.put(root, claim);
        rootsOfAgent
                .computeIfAbsent(claim.agent(), agent -> new LinkedHashMap<>())
                .put(root, claim.why());
    }

    Optional<AgentId> release(ObjectKey root) {
        Ownership.Claim old = claims.remove(root);
        if (old == null) {
            return Optional.empty();
        }
        Map<ObjectKey, List<Evidence>> roots = rootsOfAgent.get(old.agent());
        if (roots != null) {
            roots.remove(root);
            if (roots.isEmpty()) {
                rootsOfAgent.remove(old.agent());
            }
        }
        return Optional.of(old.agent());
    }

    /** Notes a pod's root; returns the agent that it leaves when the root changed. */
    Optional<AgentId> putPod(PodRow pod, ObjectKey root) {
        ObjectKey key = pod.key();
        OwnerRef ref = pod.owner();
        if (ref != null) {
            Kind.of(ref.apiVersion(), ref.kind())
                    .ifPresent(
                            kind -> {
                                ObjectKey owner =
                                        new ObjectKey(
                                                key.cluster(), kind, key.namespace(), ref.name());
                                ownerOfPod.put(key, owner);
                                podsOfOwner.computeIfAbsent(owner, o -> new HashSet<>()).add(key);
                            });
        }
        ObjectKey before = rootOfPod.put(key, root);
        if (root.equals(before)) {
            return Optional.empty();
        }
        podsOfRoot.computeIfAbsent(root, r -> new HashSet<>()).add(key);
        if (before == null) {
            return Optional.empty();
        }
        drop(podsOfRoot, before, key);
        Optional<AgentId> left = agentOf(before);
        if (before.equals(key)) {
            release(before);
        }
        return left;
    }

    Optional<AgentId> dropPod(ObjectKey key) {
        ObjectKey root = rootOfPod.remove(key);
        ObjectKey owner = ownerOfPod.remove(key);
        if (owner != null) {
            drop(podsOfOwner, owner, key);
        }
        if (root == null) {
            return Optional.empty();
        }
        drop(podsOfRoot, root, key);
        return root.equals(key) ? release(root) : agentOf(root);
    }

    private static void drop(Map<ObjectKey, Set<ObjectKey>> index, ObjectKey at, ObjectKey key) {
        Set<ObjectKey> keys = index.get(at);
        if (keys != null && keys.remove(key) && keys.isEmpty()) {
            index.remove(at);
        }
    }

    Set<ObjectKey> podsOf(ObjectKey root) {
        return podsOfRoot.getOrDefault(root, Set.of());
    }

    /**
     * Pods whose way up passes this object and that were joined to another root than the one it has
     * now.
     */
    Set<ObjectKey> strayPods(ObjectKey object, ObjectKey root) {
        Set<ObjectKey> stray = new HashSet<>(podsOfOwner.getOrDefault(object, Set.of()));
        for (ObjectKey revision : revisionsOfOwner.getOrDefault(object, Set.of())) {
            stray.addAll(podsOfOwner.getOrDefault(revision, Set.of()));
        }
        stray.removeIf(pod -> root.equals(rootOfPod.get(pod)));
        return stray;
    }

    /** Notes a pod's node; returns the node that it leaves. */
    Optional<ObjectKey> moveNode(ObjectKey pod, @Nullable ObjectKey node) {
        ObjectKey before = node == null ? nodeOfPod.remove(pod) : nodeOfPod.put(pod, node);
        if (node != null) {
            podsOfNode.computeIfAbsent(node, n -> new HashSet<>()).add(pod);
        }
        if (before == null || before.equals(node)) {
            return Optional.empty();
        }
        drop(podsOfNode, before, pod);
        return Optional.of(before);
    }

    Set<ObjectKey> podsOn(ObjectKey node) {
        return podsOfNode.getOrDefault(node, Set.of());
    }

    void putRevision(RevisionRow row) {
        revisions.put(row.key(), row);
        ownerKey(row)
                .ifPresent(
                        owner ->
                                revisionsOfOwner
                                        .computeIfAbsent(
                                                owner,
                                                o ->
                                                        new TreeSet<>(
                                                                java.util.Comparator.comparing(
                                                                        ObjectKey::name)))
                                        .add(row.key()));
    }

    void dropRevision(ObjectKey key) {
        RevisionRow row = revisions.remove(key);
        if (row != null) {
            ownerKey(row).ifPresent(owner -> drop(revisionsOfOwner, owner, key));
        }
    }

    private static Optional<ObjectKey> ownerKey(RevisionRow row) {
        OwnerRef owner = row.owner();
        if (owner == null) {
            return Optional.empty();
        }
        return Kind.of(owner.apiVersion(), owner.kind())
                .map(
                        kind ->
                                new ObjectKey(
                                        row.key().cluster(),
                                        kind,
                                        row.key().namespace(),
                                        owner.name()));
    }

    List<RevisionRow> revisionsOf(ObjectKey owner) {
        return revisionsOfOwner.getOrDefault(owner, Set.of()).stream()
                .map(revisions::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    Optional<RevisionRow> revision(ObjectKey key) {
        return Optional.ofNullable(revisions.get(key));
    }

    Optional<ObjectKey> ownerOf(ObjectKey pod) {
        return Optional.ofNullable(ownerOfPod.get(pod));
    }

    /** Remembers an agent's versions; returns those that it had and has no more. */
    Set<AgentVersion.Key> versionsOf(AgentId agent, Set<AgentVersion.Key> now) {
        Set<AgentVersion.Key> before = versions.put(agent, now);
        if (before == null) {
            return Set.of();
        }
        Set<AgentVersion.Key> gone = new HashSet<>(before);
        gone.removeAll(now);
        return gone;
    }
}
