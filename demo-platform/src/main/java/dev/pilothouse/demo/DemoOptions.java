package dev.pilothouse.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * What to simulate.
 *
 * @param agents agents over all clusters, 1 and up
 * @param pods pods over all clusters; 0 for what the agents would have by themselves
 * @param scenario name of a scenario, such as `calm`, or the path of one
 * @param seed equal seeds give equal worlds
 * @param speed simulated seconds per real second, above 0
 * @param changesPerSecond status changes without a cause, for load; 0 for none
 * @param manifests folders with Kubernetes YAML to serve instead of the company; may be empty
 * @param secure serve https, without which kubectl sends no token
 */
public record DemoOptions(
        int agents,
        int pods,
        String scenario,
        long seed,
        double speed,
        int changesPerSecond,
        List<Path> manifests,
        boolean secure) {
    public DemoOptions(
            int agents, int pods, String scenario, long seed, double speed, int changesPerSecond) {
        this(agents, pods, scenario, seed, speed, changesPerSecond, List.of(), false);
    }

    public static DemoOptions defaults() {
        return new DemoOptions(60, 0, "calm", 1, 1, 0);
    }

    /** The same over https. */
    public DemoOptions secured() {
        return new DemoOptions(
                agents, pods, scenario, seed, speed, changesPerSecond, manifests, true);
    }

    /** One cluster out of folders of Kubernetes YAML, in which pods come up at once. */
    public DemoOptions ofManifests(List<Path> folders) {
        return new DemoOptions(
                agents,
                pods,
                scenario,
                seed,
                speed,
                changesPerSecond,
                List.copyOf(folders),
                secure);
    }
}
