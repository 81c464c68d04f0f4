package dev.pilothouse.demo;

import dev.pilothouse.demo.api.ApiServer;
import dev.pilothouse.demo.api.Faults;
import dev.pilothouse.demo.company.Company;
import dev.pilothouse.demo.company.Manifests;
import dev.pilothouse.demo.company.Scenario;
import dev.pilothouse.demo.sim.SimTime;
import dev.pilothouse.demo.sim.World;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Shelf;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulated platform: two clusters of a company, or one out of manifests, on loopback, on free
 * ports, with a kubeconfig.
 */
public final class DemoPlatform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPlatform.class);
    private static final List<String> CLUSTERS = List.of("eu-prod", "us-prod");
    private static final Duration TICK = Duration.ofMillis(50);

    private final Map<String, ApiServer> servers = new LinkedHashMap<>();
    private final List<World> worlds = new ArrayList<>();
    private final ScheduledExecutorService clock;
    private final SimTime time;
    private final Path folder;
    private final @Nullable Certificate certificate;

    private DemoPlatform(DemoOptions options, Time real) throws IOException {
        folder = Files.createTempDirectory("pilothouse-demo");
        time = new SimTime(real, options.speed());
        certificate = options.secure() ? Certificate.create(real.now()) : null;
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("demo-clock").daemon(true).factory());
    }

    /**
     * Starts the platform.
     *
     * @throws IOException when the scenario or the manifests cannot be read or no port can be had
     */
    public static DemoPlatform start(DemoOptions options, Time time) throws IOException {
        // Without it every small event of a watch would wait for the next one (Nagle's algorithm).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Optional<Manifests> manifests =
                options.manifests().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Manifests.read(options.manifests()));
        Scenario scenario = Scenario.load(options.scenario());
        DemoPlatform platform = new DemoPlatform(options, time);
        if (manifests.isPresent()) {
            platform.serve("manifests", platform.manifests(manifests.get(), options.seed()));
        } else {
            List<World> worlds =
                    IntStream.range(0, CLUSTERS.size())
                            .parallel()
                            .mapToObj(i -> platform.company(i, options, scenario))
                            .toList();
            for (int i = 0; i < CLUSTERS.size(); i++) {
                platform.serve(CLUSTERS.get(i), worlds.get(i));
            }
        }
        platform.live(options.changesPerSecond());
        platform.write(manifests.isPresent() ? "team-a" : "refund");
        return platform;
    }

    private World company(int index, DemoOptions options, Scenario scenario) {
        int agents = share(options.agents(), index);
        int pods = options.pods() == 0 ? 0 : Math.max(agents, share(options.pods(), index));
        World world =
                new World(
                        new Shelf(),
                        new Catalog(Catalog.companyKinds(), true),
                        new World.Span(time.begun(), Company.PAST),
                        World.Style.LIFELIKE,
                        options.seed() * 2 + index);
        String name = CLUSTERS.get(index);
        new Company(world, time.begun(), name, options.seed()).fill(Math.max(1, agents), pods);
        scenario.plan(world, time.begun(), name);
        world.runUntil(time.begun());
        return world;
    }

    private static int share(int all, int index) {
        return all / CLUSTERS.size() + (index == 0 ? all % CLUSTERS.size() : 0);
    }

    private World manifests(Manifests manifests, long seed) {
        World world =
                new World(
                        new Shelf(),
                        new Catalog(manifests.custom(), false),
                        new World.Span(time.begun(), Duration.ZERO),
                        World.Style.AT_ONCE,
                        seed);
        manifests.fill(world);
        return world;
    }

    private void serve(String name, World world) throws IOException {
        worlds.add(world);
        servers.put(
                name,
                new ApiServer(world, time, 0, certificate == null ? null : certificate.context()));
    }

    /** Lets the clock run; the changes are shared among the clusters. */
    private void live(int changesPerSecond) {
        if (changesPerSecond > 0) {
            double each = changesPerSecond / (double) worlds.size();
            Duration period = Duration.ofNanos((long) (1e9 / each));
            worlds.forEach(world -> world.churn(time.simulated(period)));
        }
        var _ =
                clock.scheduleWithFixedDelay(
                        this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        for (World world : worlds) {
            try {
                world.runUntil(time.now());
            } catch (RuntimeException e) {
                LOG.error("demo: a step of the simulation failed", e);
            }
        }
    }

    private void write(String namespace) throws IOException {
        Map<String, URI> addresses = new LinkedHashMap<>();
        servers.forEach((name, server) -> addresses.put(name, server.address()));
        Kubeconfigs configs =
                new Kubeconfigs(addresses, certificate == null ? "" : certificate.authority());
        configs.admin(kubeconfig());
        configs.users(usersKubeconfig(), namespace);
    }

    /** A kubeconfig with a context per cluster, as admin; deleted on close. */
    public Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    /** A kubeconfig with a context for each user and cluster, such as `viewer@eu-prod`. */
    public Path usersKubeconfig() {
        return folder.resolve("kubeconfig-users");
    }

    public List<URI> endpoints() {
        return servers.values().stream().map(ApiServer::address).toList();
    }

    /** The platform's clock: with it ages are right when simulated time runs faster. */
    public Time time() {
        return time;
    }

    /** The faults of one cluster by index. */
    public Faults faults(int cluster) {
        return List.copyOf(servers.values()).get(cluster).faults();
    }

    /**
     * Turns a fault on: `MODE[@CLUSTER][/KIND[/VERB]]`, in all clusters when none is named.
     *
     * @throws IllegalArgumentException with a sentence, when there is no such fault or cluster
     */
    public void fault(String text) {
        int at = text.indexOf('@');
        int slash = text.indexOf('/', Math.max(0, at));
        String rest = slash < 0 ? "" : text.substring(slash);
        String cluster = at < 0 ? "" : text.substring(at + 1, slash < 0 ? text.length() : slash);
        Faults.Fault fault = Faults.parse(at < 0 ? text : text.substring(0, at) + rest);
        if (!cluster.isEmpty() && !servers.containsKey(cluster)) {
            throw new IllegalArgumentException(
                    "There is no cluster '"
                            + cluster
                            + "'. Clusters: "
                            + String.join(", ", servers.keySet())
                            + ".");
        }
        servers.forEach(
                (name, server) -> {
                    if (cluster.isEmpty() || cluster.equals(name)) {
                        server.faults().add(fault);
                    }
                });
    }

    public static List<String> scenarios() {
        return Scenario.NAMES;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        servers.values().forEach(ApiServer::close);
        try {
            Files.deleteIfExists(kubeconfig());
            Files.deleteIfExists(usersKubeconfig());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // A file in the temporary folder is left over; it holds no secret.
        }
    }
}
