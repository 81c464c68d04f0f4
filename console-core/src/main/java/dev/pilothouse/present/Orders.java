package dev.pilothouse.present;

import dev.pilothouse.model.ObjectKey;
import java.util.Comparator;

/** Orders shared by tables. */
final class Orders {
    static final Comparator<ObjectKey> KEY = Orders::byKey;

    private Orders() {}

    private static int byKey(ObjectKey a, ObjectKey b) {
        int byCluster = a.cluster().name().compareTo(b.cluster().name());
        if (byCluster != 0) {
            return byCluster;
        }
        int byNamespace = a.namespace().compareTo(b.namespace());
        return byNamespace != 0 ? byNamespace : a.name().compareTo(b.name());
    }
}
