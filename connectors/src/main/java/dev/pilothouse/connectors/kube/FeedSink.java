package dev.pilothouse.connectors.kube;

import dev.pilothouse.model.ObjectKey;
import java.util.Set;

/** Where a feed's objects go. Maps, puts, returns. */
interface FeedSink {
    /** Stores an object and returns its key. */
    ObjectKey put(Json object);

    void remove(Json object);

    /**
     * A list is complete: what is not in `keep` is gone. `namespace` is empty for the whole
     * cluster.
     */
    void retain(Set<ObjectKey> keep, String namespace);
}
