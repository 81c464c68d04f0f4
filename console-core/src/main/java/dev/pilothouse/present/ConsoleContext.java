package dev.pilothouse.present;

import dev.pilothouse.identity.Explain;
import dev.pilothouse.identity.FleetIndex;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Kind;
import dev.pilothouse.source.ClusterSource;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.time.Time;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What every view of a console shares.
 *
 * @param chosen what the user set; another one when the settings change
 * @param background runs what may block
 * @param wake tells the presenter that something is new
 */
record ConsoleContext(
        FleetStores stores,
        FleetIndex index,
        Explain explain,
        List<ClusterSource> sources,
        AtomicReference<ConsoleOptions> chosen,
        Time time,
        Executor background,
        Runnable wake) {

    /** What the user set, now. */
    ConsoleOptions options() {
        return chosen.get();
    }

    Optional<ClusterSource> source(ClusterId id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    boolean manyClusters() {
        return stores.clusters().values().stream().filter(row -> row.opened()).count() > 1;
    }

    /** Follows on all open clusters what a screen needs. */
    void follow(Set<Kind> kinds) {
        for (ClusterSource source : sources) {
            boolean open =
                    stores.clusters().get(source.id()).map(row -> row.opened()).orElse(false);
            if (open) {
                source.open(kinds);
            }
        }
    }
}
