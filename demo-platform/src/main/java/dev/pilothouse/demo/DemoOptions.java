package dev.pilothouse.demo;

/**
 * What to simulate.
 *
 * @param agents agents over all clusters, 1 and up
 * @param pods pods over all clusters; 0 for what the agents would have by themselves
 * @param scenario name of a scenario, such as `calm`
 * @param seed equal seeds give equal worlds
 * @param speed simulated seconds per real second, above 0
 * @param changesPerSecond status changes without a cause, for load; 0 for none
 */
public record DemoOptions(
        int agents, int pods, String scenario, long seed, double speed, int changesPerSecond) {
    public static DemoOptions defaults() {
        return new DemoOptions(60, 0, "calm", 1, 1, 0);
    }
}
