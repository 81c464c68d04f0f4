package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.source.ClusterSource;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Makes a source of every context of a kubeconfig. Nothing is dialled and no plugin is run until a
 * source is opened.
 */
public final class KubeConnector {
    private final FleetStores stores;
    private final IdentityRules rules;
    private final Time time;
    private final Map<String, String> environment;
    private final Duration pluginLimit;

    /**
     * @param environment for proxies, PATH and plugins
     * @param pluginLimit how long a credential plugin may take
     */
    public KubeConnector(
            FleetStores stores,
            IdentityRules rules,
            Time time,
            Map<String, String> environment,
            Duration pluginLimit) {
        this.stores = stores;
        this.rules = rules;
        this.time = time;
        this.environment = Map.copyOf(environment);
        this.pluginLimit = pluginLimit;
    }

    /**
     * @throws ConsoleException `kube.context` or `kube.config` when a context is incomplete
     */
    public List<ClusterSource> sources(Kubeconfig kubeconfig) throws ConsoleException {
        List<ClusterSource> sources = new ArrayList<>();
        for (String name : kubeconfig.contextNames()) {
            sources.add(source(kubeconfig.context(name)));
        }
        return sources;
    }

    private ClusterSource source(Kubeconfig.Context context) throws ConsoleException {
        Credentials credentials = new Credentials(context.user(), environment, time, pluginLimit);
        KubeHttp http = new KubeHttp(context, credentials, environment);
        return new KubeCluster(
                context,
                http,
                new KubeCluster.Setup(stores, rules, time, RandomGenerator.getDefault()));
    }
}
