package dev.pilothouse.launch;

import dev.pilothouse.connectors.kube.KubeConnector;
import dev.pilothouse.connectors.kube.Kubeconfig;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.launch.saved.SavedSource;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ConsoleOptions;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.source.ClusterSource;
import dev.pilothouse.store.FleetStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The one place where connectors and presentation meet. */
public final class Launch {
    private Launch() {}

    /**
     * Starts a console and dials the chosen clusters; none is waited for.
     *
     * @param first the screen whose rows are asked for before all others
     * @throws ConsoleException `kube.config` or `kube.context` for a kubeconfig or a choice that
     *     cannot be used, `kube.none` when there is no cluster at all
     */
    public static Console console(
            ContextChoice choice, LaunchOptions options, Host host, ScreenKind first)
            throws ConsoleException {
        Kubeconfig kubeconfig = choice.read(host);
        Set<String> open = choice.open(kubeconfig);
        if (open.isEmpty() && !options.withoutClusters()) {
            throw new ConsoleException(
                    "kube.none",
                    "No cluster is configured: the kubeconfig has no contexts. Set KUBECONFIG, pass"
                            + " --kubeconfig, or try: pilothouse demo");
        }
        FleetStores stores = FleetStores.create();
        ConsoleOptions chosen = options.console().opening(open);
        KubeConnector connector =
                new KubeConnector(
                        stores,
                        chosen.rules(),
                        host.time(),
                        host.environment(),
                        options.pluginTimeout());
        List<ClusterSource> sources = new ArrayList<>(connector.sources(kubeconfig));
        if (options.savedState()) {
            Path folder = host.directories().cache().resolve("clusters");
            sources.replaceAll(source -> new SavedSource(source, stores, host.time(), folder));
        }
        Console console = Console.start(stores, sources, chosen, host.time());
        console.open(first);
        return console;
    }
}
