package dev.pilothouse.demo;

import dev.pilothouse.time.Time;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The simulated platform: two clusters on loopback, on free ports, with one kubeconfig for both.
 */
public final class DemoPlatform implements AutoCloseable {
    private static final List<String> CLUSTERS = List.of("eu-prod", "us-prod");

    private final List<ApiServer> servers = new ArrayList<>();
    private final ScheduledExecutorService clock;
    private final Path folder;

    private DemoPlatform(Path folder) {
        this.folder = folder;
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("demo-clock").daemon(true).factory());
    }

    /**
     * Starts the platform.
     *
     * @throws IOException when the scenario does not exist or no port can be had
     */
    public static DemoPlatform start(DemoOptions options, Time time) throws IOException {
        Scenario scenario = Scenario.load(options.scenario());
        // Without it every small event of a watch would wait for the next one (Nagle's algorithm).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        DemoPlatform platform = new DemoPlatform(Files.createTempDirectory("pilothouse-demo"));
        for (int i = 0; i < CLUSTERS.size(); i++) {
            platform.cluster(i, options, scenario, time);
        }
        platform.write();
        return platform;
    }

    private void cluster(int index, DemoOptions options, Scenario scenario, Time time)
            throws IOException {
        Shelf shelf = new Shelf();
        int agents =
                Math.max(
                        1,
                        options.agents() / CLUSTERS.size()
                                + (index == 0 ? options.agents() % CLUSTERS.size() : 0));
        int podsPerAgent =
                options.pods() == 0
                        ? 0
                        : Math.max(1, options.pods() / Math.max(1, options.agents()));
        new Company(shelf, CLUSTERS.get(index).substring(0, 2), options.seed() + index, time.now())
                .fill(agents, podsPerAgent);
        Simulation simulation =
                new Simulation(
                        shelf,
                        scenario,
                        time,
                        new Simulation.Settings(options.speed(), options.seed()));
        simulation.tick();
        servers.add(new ApiServer(shelf, new LogLines(time), time));
        var _ = clock.scheduleWithFixedDelay(simulation::tick, 500, 500, TimeUnit.MILLISECONDS);
        if (options.changesPerSecond() > 0) {
            long period = TimeUnit.SECONDS.toMicros(CLUSTERS.size()) / options.changesPerSecond();
            var _ =
                    clock.scheduleAtFixedRate(
                            simulation::churn, period, period, TimeUnit.MICROSECONDS);
        }
    }

    private void write() throws IOException {
        StringBuilder yaml =
                new StringBuilder(
                        "apiVersion: v1\nkind: Config\ncurrent-context: eu-prod\nclusters:\n");
        for (int i = 0; i < servers.size(); i++) {
            yaml.append("- {name: ")
                    .append(CLUSTERS.get(i))
                    .append(", cluster: {server: \"")
                    .append(servers.get(i).address())
                    .append("\"}}\n");
        }
        yaml.append("contexts:\n");
        CLUSTERS.forEach(
                name ->
                        yaml.append("- {name: ")
                                .append(name)
                                .append(", context: {cluster: ")
                                .append(name)
                                .append(", user: demo}}\n"));
        yaml.append("users:\n- {name: demo, user: {token: admin-token}}\n");
        Path file = kubeconfig();
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, yaml);
    }

    /** A kubeconfig with a context per cluster; deleted on close. */
    public Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    public List<URI> endpoints() {
        return servers.stream().map(ApiServer::address).toList();
    }

    /** The faults of one cluster by index. */
    public Faults faults(int cluster) {
        return servers.get(cluster).faults;
    }

    public static List<String> scenarios() {
        return Scenario.NAMES;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        servers.forEach(ApiServer::close);
        try {
            Files.deleteIfExists(kubeconfig());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // A file in the temporary folder is left over; it holds no secret.
        }
    }
}
