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
    private final List<String> namespaces;

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
        this(stores, rules, time, new Login(environment, pluginLimit), List.of());
    }

    /**
     * @param namespaces to read where the whole cluster may not be, beside those that the
     *     kubeconfig names and the server allows
     */
    public KubeConnector(
            FleetStores stores,
            IdentityRules rules,
            Time time,
            Login login,
            List<String> namespaces) {
        this.stores = stores;
        this.rules = rules;
        this.time = time;
        environment = Map.copyOf(login.environment());
        pluginLimit = login.limit();
        this.namespaces = List.copyOf(namespaces);
    }

    /**
     * What logging in needs.
     *
     * @param environment for proxies, PATH and plugins
     * @param limit how long a credential plugin may take
     */
    public record Login(Map<String, String> environment, Duration limit) {}

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
        Credentials credentials =
                new Credentials(
                        context, new ExecCredential.Surroundings(environment, pluginLimit), time);
        KubeHttp http = new KubeHttp(context, credentials, environment, time);
        return new KubeCluster(
                context,
                http,
                new KubeCluster.Setup(
                        stores, rules, time, RandomGenerator.getDefault(), namespaces));
    }
}
