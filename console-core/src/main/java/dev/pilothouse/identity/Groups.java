package dev.pilothouse.identity;

import dev.pilothouse.model.ObjectKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which objects belong to which: the pods of an owner, a root or a node. */
final class Groups {
    private final Map<ObjectKey, Group> groups = new HashMap<>();

    private record Group(ObjectKey key, Set<ObjectKey> members) {}

    /** Adds a member; returns the one instance of the group's key, for members to share. */
    ObjectKey add(ObjectKey group, ObjectKey member) {
        Group known = groups.computeIfAbsent(group, key -> new Group(key, new HashSet<>()));
        known.members().add(member);
        return known.key();
    }

    void drop(ObjectKey group, ObjectKey member) {
        Group known = groups.get(group);
        if (known != null && known.members().remove(member) && known.members().isEmpty()) {
            groups.remove(group);
        }
    }

    Set<ObjectKey> of(ObjectKey group) {
        Group known = groups.get(group);
        return known == null ? Set.of() : known.members();
    }
}
