package dev.pilothouse.health;

import dev.pilothouse.model.Condition;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What the conditions of a custom resource mean. `Ready` is the summary where a kind has one; the
 * others say why it is not.
 */
final class CustomHealth {
    /** Conditions that are bad news when they are true. */
    private static final List<String> FAILURES =
            List.of("ReplicaFailure", "GroupDegraded", "InvalidSpec");

    private CustomHealth() {}

    static Health of(Kind kind, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return Health.unknown("no status: is the " + kind.kindName() + " controller running?");
        }
        Optional<Condition> stopped =
                is(conditions, "Stopped", "True").or(() -> is(conditions, "Suspended", "True"));
        if (stopped.isPresent()) {
            return new Health(Health.Level.IDLE, "suspended", why(stopped.get()));
        }
        for (String type : FAILURES) {
            Optional<Condition> failed = is(conditions, type, "True");
            if (failed.isPresent()) {
                return new Health(Health.Level.BAD, "failed", why(failed.get()));
            }
        }
        Optional<Condition> refused = is(conditions, "Accepted", "False");
        if (refused.isPresent()) {
            return new Health(Health.Level.BAD, "not accepted", why(refused.get()));
        }
        Optional<Condition> finished = is(conditions, "Finished", "True");
        if (finished.isPresent()) {
            return finished(finished.get());
        }
        Optional<Condition> upgrading =
                is(conditions, "RollbackInProgress", "True")
                        .or(() -> is(conditions, "UpgradeInProgress", "True"));
        return upgrading
                .map(c -> new Health(Health.Level.STARTING, "rolling", why(c)))
                .orElseGet(() -> ready(kind, conditions));
    }

    private static Health finished(Condition condition) {
        return condition.reason().contains("Failed")
                ? new Health(Health.Level.BAD, "failed", why(condition))
                : new Health(Health.Level.IDLE, "completed", why(condition));
    }

    private static Health ready(Kind kind, List<Condition> conditions) {
        Optional<Condition> summary =
                named(conditions, "Ready").or(() -> named(conditions, "RayClusterProvisioned"));
        if (summary.isEmpty()) {
            return is(conditions, "Accepted", "True")
                    .or(() -> is(conditions, "Available", "True"))
                    .map(c -> Health.ok("ready"))
                    .orElseGet(
                            () ->
                                    Health.unknown(
                                            "its status does not say whether it is ready: is the "
                                                    + kind.kindName()
                                                    + " controller running?"));
        }
        Condition ready = summary.get();
        if (ready.status().equals("True")) {
            return Health.ok("ready");
        }
        String why = why(conditions, ready);
        if (ready.reason().contains("Suspended") || ready.reason().equals("Stopped")) {
            return new Health(Health.Level.IDLE, "suspended", why);
        }
        if (ready.reason().contains("Expired")) {
            return new Health(Health.Level.IDLE, "expired", why);
        }
        return ready.status().equals("Unknown")
                ? new Health(Health.Level.STARTING, "starting", why)
                : new Health(Health.Level.WARN, "not ready", why);
    }

    /** A summary without words is explained by the first part that is not true. */
    private static String why(List<Condition> conditions, Condition summary) {
        if (!summary.message().isEmpty()) {
            return summary.message();
        }
        return conditions.stream()
                .filter(c -> !c.equals(summary) && !c.status().equals("True"))
                .filter(c -> !c.message().isEmpty())
                .findFirst()
                .map(c -> c.type() + ": " + c.message())
                .orElse(summary.reason());
    }

    private static String why(Condition condition) {
        return condition.message().isEmpty() ? condition.reason() : condition.message();
    }

    private static Optional<Condition> named(List<Condition> conditions, String type) {
        return conditions.stream().filter(c -> c.type().equals(type)).findFirst();
    }

    private static Optional<Condition> is(List<Condition> conditions, String type, String status) {
        return named(conditions, type).filter(c -> c.status().equals(status));
    }
}
