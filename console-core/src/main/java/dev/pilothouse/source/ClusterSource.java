package dev.pilothouse.source;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Kind;
import java.util.Set;

/**
 * One cluster. Costs nothing until it is opened. Its rows go to the stores it was made with; its
 * own state is its row in {@code FleetStores.clusters}. No method blocks on the network.
 */
public interface ClusterSource extends AutoCloseable {
    ClusterId id();

    /**
     * Starts to follow these kinds (and stays on those already followed). Opening twice does
     * nothing.
     */
    void open(Set<Kind> kinds);

    /** Tries again now: waiting reconnects are cut short, rights and installed APIs are asked. */
    void retryNow();

    /** Like {@link #retryNow}, and runs the kubeconfig's login program again, if it has one. */
    default void login() {
        retryNow();
    }

    /** Objects one at a time. */
    ObjectDetail detail();

    /**
     * Ends all threads within a second; the rows stay in the stores, marked by the caller as it
     * likes.
     */
    @Override
    void close();
}
