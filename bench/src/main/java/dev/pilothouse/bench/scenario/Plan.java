package dev.pilothouse.bench.scenario;

import java.time.Duration;

/**
 * How much to measure.
 *
 * @param rounds of starts
 * @param small whether only 2,000 pods are looked at
 * @param soak how long memory is watched under change
 * @param moving how long 50,000 pods move
 */
public record Plan(int rounds, boolean small, Duration soak, Duration moving) {
    private static final Duration MOVING = Duration.ofMinutes(5);

    public static Plan quick() {
        return new Plan(3, true, Duration.ZERO, Duration.ZERO);
    }

    public static Plan full() {
        return new Plan(3, false, Duration.ofMinutes(3), MOVING);
    }

    public Plan withRounds(int newRounds) {
        return new Plan(newRounds, small, soak, moving);
    }

    public Plan withSoak(Duration newSoak) {
        return new Plan(rounds, small, newSoak, moving);
    }
}
