package dev.pilothouse.cli;

import dev.pilothouse.connectors.kube.KubeConnector;
import dev.pilothouse.connectors.kube.Kubeconfig;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ConsoleOptions;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.source.ClusterSource;
import dev.pilothouse.store.FleetStores;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Wires a console from a kubeconfig: the one place where connectors and presentation meet. */
final class Opened {
    private static final Duration PLUGIN = Duration.ofSeconds(30);

    private Opened() {}

    static Console console(Shared shared, Pilothouse.Surroundings world, ScreenKind first)
            throws ConsoleException {
        FleetStores stores = FleetStores.create();
        ConsoleOptions options = ConsoleOptions.defaults();
        Kubeconfig kubeconfig =
                Kubeconfig.read(
                        Kubeconfig.files(shared.kubeconfig(), world.environment(), world.home()));
        Set<String> open = chosen(shared, kubeconfig);
        KubeConnector connector =
                new KubeConnector(
                        stores, options.rules(), world.time(), world.environment(), PLUGIN);
        List<ClusterSource> sources = connector.sources(kubeconfig);
        Console console = Console.start(stores, sources, options.opening(open), world.time());
        console.open(first);
        return console;
    }

    private static Set<String> chosen(Shared shared, Kubeconfig kubeconfig)
            throws ConsoleException {
        List<String> known = kubeconfig.contextNames();
        if (known.isEmpty()) {
            throw new ConsoleException(
                    "kube.none",
                    "No cluster is configured: the kubeconfig has no contexts. Set KUBECONFIG, pass"
                            + " --kubeconfig, or try: pilothouse demo");
        }
        if (shared.allContexts) {
            return new HashSet<>(known);
        }
        for (String wanted : shared.contexts) {
            if (!known.contains(wanted)) {
                throw new ConsoleException(
                        "kube.context",
                        "There is no context '"
                                + wanted
                                + "'. Contexts: "
                                + String.join(", ", known)
                                + ".");
            }
        }
        if (!shared.contexts.isEmpty()) {
            return new HashSet<>(shared.contexts);
        }
        return Set.of(
                known.contains(kubeconfig.current()) ? kubeconfig.current() : known.getFirst());
    }
}
