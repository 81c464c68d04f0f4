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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who belongs to whom, looked up from both sides. */
final class Members {
    private final Map<ObjectKey, Ownership.Claim> claims = new HashMap<>();
    private final Map<AgentId, Map<ObjectKey, List<Evidence>>> rootsOfAgent = new HashMap<>();
    private final Map<ObjectKey, Place> places = new HashMap<>();
    private final Groups podsOfRoot = new Groups();
    private final Groups podsOfOwner = new Groups();
    private final Groups podsOfNode = new Groups();
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

    /** Where a pod belongs. One entry a pod, since there may be 50,000 of them. */
    private record Place(ObjectKey root, @Nullable ObjectKey owner, @Nullable ObjectKey node) {
        Place node(@Nullable ObjectKey other) {
            return new Place(root, owner, other);
        }
    }

    /** Notes a pod's root; returns the agent that it leaves when the root changed. */
    Optional<AgentId> putPod(PodRow pod, ObjectKey root) {
        ObjectKey key = pod.key();
        Place old = places.get(key);
        ObjectKey owner = owner(pod);
        if (old != null && old.root().equals(root) && Objects.equals(old.owner(), owner)) {
            return Optional.empty();
        }
        places.put(
                key,
                new Place(
                        podsOfRoot.add(root, key),
                        owner == null ? null : podsOfOwner.add(owner, key),
                        old == null ? null : old.node()));
        if (old == null) {
            return Optional.empty();
        }
        if (old.owner() != null && !old.owner().equals(owner)) {
            podsOfOwner.drop(old.owner(), key);
        }
        if (old.root().equals(root)) {
            return Optional.empty();
        }
        podsOfRoot.drop(old.root(), key);
        Optional<AgentId> left = agentOf(old.root());
        if (old.root().equals(key)) {
            release(old.root());
        }
        return left;
    }

    private static @Nullable ObjectKey owner(PodRow pod) {
        OwnerRef ref = pod.owner();
        if (ref == null) {
            return null;
        }
        ObjectKey key = pod.key();
        return Kind.of(ref.apiVersion(), ref.kind())
                .map(kind -> new ObjectKey(key.cluster(), kind, key.namespace(), ref.name()))
                .orElse(null);
    }

    Optional<AgentId> dropPod(ObjectKey key) {
        Place place = places.remove(key);
        if (place == null) {
            return Optional.empty();
        }
        if (place.owner() != null) {
            podsOfOwner.drop(place.owner(), key);
        }
        podsOfRoot.drop(place.root(), key);
        return place.root().equals(key) ? release(place.root()) : agentOf(place.root());
    }

    private static void drop(Map<ObjectKey, Set<ObjectKey>> index, ObjectKey at, ObjectKey key) {
        Set<ObjectKey> keys = index.get(at);
        if (keys != null && keys.remove(key) && keys.isEmpty()) {
            index.remove(at);
        }
    }

    Set<ObjectKey> podsOf(ObjectKey root) {
        return podsOfRoot.of(root);
    }

    /**
     * Pods whose way up passes this object and that were joined to another root than the one it has
     * now.
     */
    Set<ObjectKey> strayPods(ObjectKey object, ObjectKey root) {
        Set<ObjectKey> stray = new HashSet<>();
        strays(object, root, stray);
        for (ObjectKey revision : revisionsOfOwner.getOrDefault(object, Set.of())) {
            strays(revision, root, stray);
        }
        return stray;
    }

    private void strays(ObjectKey owner, ObjectKey root, Set<ObjectKey> stray) {
        for (ObjectKey pod : podsOfOwner.of(owner)) {
            Place place = places.get(pod);
            if (place == null || !root.equals(place.root())) {
                stray.add(pod);
            }
        }
    }

    /** Notes a pod's node; returns the node that it leaves. */
    Optional<ObjectKey> moveNode(ObjectKey pod, @Nullable ObjectKey node) {
        Place place = places.get(pod);
        if (place == null || Objects.equals(place.node(), node)) {
            return Optional.empty();
        }
        places.put(pod, place.node(node == null ? null : podsOfNode.add(node, pod)));
        ObjectKey before = place.node();
        if (before != null) {
            podsOfNode.drop(before, pod);
        }
        return Optional.ofNullable(before);
    }

    Set<ObjectKey> podsOn(ObjectKey node) {
        return podsOfNode.of(node);
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

    /** Forgets a revision; returns the object that it was a revision of. */
    Optional<ObjectKey> dropRevision(ObjectKey key) {
        RevisionRow row = revisions.remove(key);
        Optional<ObjectKey> owner = row == null ? Optional.empty() : ownerKey(row);
        owner.ifPresent(at -> drop(revisionsOfOwner, at, key));
        return owner;
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
        return Optional.ofNullable(places.get(pod)).map(Place::owner);
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
