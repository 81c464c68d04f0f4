package dev.pilothouse.demo.sim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a pod has come.
 *
 * @param node empty while it is not scheduled
 * @param address the last part of its address, unique on its node
 * @param since when the phase began
 * @param started when a node took it
 * @param last how its main container ended before
 * @param words what the scheduler or the kubelet says about it
 */
record PodState(
        Phase phase,
        Failure failure,
        String node,
        int address,
        int restarts,
        Instant since,
        @Nullable Instant started,
        @Nullable End last,
        String words) {
    /** How a container ended. */
    record End(int code, String reason, Instant started, Instant finished) {}

    /** What the status of a pod looks like. */
    enum Phase {
        UNSCHEDULED,
        CREATING,
        /** Runs, but its readiness probe does not succeed. */
        UNREADY,
        RUNNING,
        BACK_OFF,
        IMAGE_FAILED,
        IMAGE_BACK_OFF,
        CONFIG_ERROR,
        INIT_BACK_OFF,
        SUCCEEDED,
        FAILED,
        EVICTED,
        LOST;

        boolean over() {
            return this == SUCCEEDED || this == FAILED || this == EVICTED;
        }

        /** The word in `status.phase`. */
        String word() {
            return switch (this) {
                case UNSCHEDULED,
                        CREATING,
                        IMAGE_FAILED,
                        IMAGE_BACK_OFF,
                        CONFIG_ERROR,
                        INIT_BACK_OFF ->
                        "Pending";
                case UNREADY, RUNNING, BACK_OFF, LOST -> "Running";
                case SUCCEEDED -> "Succeeded";
                case FAILED, EVICTED -> "Failed";
            };
        }
    }

    /** What goes wrong with a pod. The names are those of image suffixes: `-sim-crash`. */
    enum Failure {
        NONE,
        NOPULL,
        CRASH,
        OOM,
        NEVERREADY,
        JOBFAIL,
        CONFIG,
        INITCRASH
    }

    static PodState unscheduled(Failure failure, Instant at, String words) {
        return new PodState(Phase.UNSCHEDULED, failure, "", 0, 0, at, null, null, words);
    }

    PodState on(String wanted, int number, Instant at) {
        return new PodState(Phase.CREATING, failure, wanted, number, restarts, at, at, last, "");
    }

    PodState phase(Phase wanted, Instant at, String said) {
        return new PodState(wanted, failure, node, address, restarts, at, started, last, said);
    }

    PodState ended(End end, int count) {
        return new PodState(phase, failure, node, address, count, since, started, end, words);
    }

    PodState failing(Failure wanted) {
        return new PodState(phase, wanted, node, address, restarts, since, started, last, words);
    }

    boolean ready() {
        return phase == Phase.RUNNING;
    }
}
