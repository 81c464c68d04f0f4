package dev.pilothouse.identity;

import dev.pilothouse.model.Health;
import dev.pilothouse.model.PodRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One state for an agent out of its pods and the objects above them. */
final class AgentHealth {
    private AgentHealth() {}

    /** A pod's word is more precise than its controller's, so it wins at the same level. */
    static Health of(List<Health> objects, List<PodRow> pods, String rollout) {
        Health worst = worst(objects);
        Health fromPods = ofPods(pods);
        Health state = rank(fromPods) >= rank(worst) && rank(fromPods) > 0 ? fromPods : worst;
        if (worst.level() == Health.Level.BAD
                && worst.word().equals("stuck rollout")
                && fromPods.level() == Health.Level.WARN) {
            // That it is stuck is the controller's word; why is what its pods say.
            state =
                    new Health(
                            Health.Level.BAD,
                            worst.word(),
                            fromPods.word() + ": " + fromPods.why());
        }
        if (!rollout.isEmpty() && state.level() != Health.Level.BAD) {
            Health.Level level =
                    state.level() == Health.Level.WARN ? Health.Level.WARN : Health.Level.STARTING;
            return new Health(
                    level, "rolling", state.problem() ? rollout + ", " + said(state) : rollout);
        }
        if (!rollout.isEmpty()) {
            String why = state.why().isEmpty() ? rollout : state.why() + ", " + rollout;
            return new Health(state.level(), state.word(), why);
        }
        return state;
    }

    private static String said(Health state) {
        return state.why().isEmpty() ? state.word() : state.why();
    }

    private static Health worst(List<Health> objects) {
        Health worst = null;
        for (Health health : objects) {
            if (worst == null || rank(health) > rank(worst)) {
                worst = health;
            }
        }
        return worst == null ? Health.unknown("no workload seen") : worst;
    }

    private static Health ofPods(List<PodRow> pods) {
        Map<String, List<PodRow>> byWord = new HashMap<>();
        Health worst = Health.ok("running");
        for (PodRow pod : pods) {
            Health health = pod.health();
            if (health.word().equals("stopping")) {
                continue;
            }
            byWord.computeIfAbsent(health.word(), word -> new ArrayList<>()).add(pod);
            if (rank(health) > rank(worst)) {
                worst = health;
            }
        }
        int same = byWord.getOrDefault(worst.word(), List.of()).size();
        if (rank(worst) == 0 || pods.size() == 1) {
            return worst;
        }
        String share = same + " of " + pods.size() + " pods";
        return new Health(
                worst.level(),
                worst.word(),
                worst.why().isEmpty() ? share : worst.why() + ", " + share);
    }

    private static int rank(Health health) {
        return switch (health.level()) {
            case OK -> 0;
            case IDLE -> 1;
            case UNKNOWN -> 2;
            case STARTING -> 3;
            case WARN -> 4;
            case BAD -> 5;
        };
    }
}
