package dev.pilothouse.health;

import dev.pilothouse.model.Condition;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.Replicas;
import java.util.List;

/** What the status of a workload, a node or a custom resource means. */
public final class WorkloadHealth {
    private WorkloadHealth() {}

    /**
     * A Deployment, StatefulSet or DaemonSet. `observed` is false while the controller has not seen
     * the newest spec.
     */
    public static Health ofReplicas(
            Replicas replicas, boolean paused, boolean observed, List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition.type().equals("Progressing")
                    && condition.reason().equals("ProgressDeadlineExceeded")) {
                return new Health(Health.Level.BAD, "stuck rollout", condition.message());
            }
            if (condition.type().equals("ReplicaFailure") && condition.status().equals("True")) {
                return new Health(Health.Level.BAD, "no replicas", condition.message());
            }
        }
        String ready = replicas.ready() + "/" + replicas.desired() + " ready";
        if (paused) {
            return new Health(Health.Level.IDLE, "paused", ready);
        }
        if (replicas.desired() == 0) {
            return new Health(Health.Level.IDLE, "scaled to 0", "");
        }
        if (!observed || replicas.updated() < replicas.desired()) {
            return new Health(
                    Health.Level.STARTING,
                    "rolling",
                    replicas.updated() + "/" + replicas.desired() + " updated");
        }
        if (replicas.ready() < replicas.desired()) {
            return new Health(Health.Level.STARTING, "not ready", ready);
        }
        return Health.ok("running");
    }

    public static Health ofJob(Replicas replicas, boolean suspended, List<Condition> conditions) {
        for (Condition condition : conditions) {
            boolean is = condition.status().equals("True");
            if (is && condition.type().equals("Failed")) {
                return new Health(
                        Health.Level.BAD, "failed", condition.reason() + " " + condition.message());
            }
            if (is && condition.type().equals("Complete")) {
                return new Health(Health.Level.IDLE, "completed", "");
            }
        }
        if (suspended) {
            return new Health(Health.Level.IDLE, "suspended", "");
        }
        return replicas.current() > 0
                ? Health.ok("running")
                : new Health(Health.Level.STARTING, "starting", "");
    }

    public static Health ofCronJob(boolean suspended, String schedule) {
        return suspended
                ? new Health(Health.Level.IDLE, "suspended", schedule)
                : new Health(Health.Level.OK, "scheduled", schedule);
    }

    public static Health ofNode(boolean unschedulable, List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition.type().equals("Ready") && !condition.status().equals("True")) {
                String word = condition.status().equals("Unknown") ? "lost" : "not ready";
                return new Health(Health.Level.BAD, word, condition.message());
            }
        }
        for (Condition condition : conditions) {
            if (condition.type().endsWith("Pressure") && condition.status().equals("True")) {
                return new Health(
                        Health.Level.WARN,
                        "pressure",
                        condition.type() + ": " + condition.message());
            }
        }
        return unschedulable ? new Health(Health.Level.IDLE, "cordoned", "") : Health.ok("ready");
    }

    /**
     * A custom resource by its own phase, else by its conditions. Unknown when it says nothing: its
     * controller may not run.
     */
    public static Health ofCustom(
            Kind kind, String phase, String message, List<Condition> conditions) {
        if (!phase.isEmpty()) {
            return ofPhase(phase, message);
        }
        return CustomHealth.of(kind, conditions);
    }

    private static Health ofPhase(String phase, String message) {
        return switch (phase) {
            case "Healthy", "ready", "Ready", "Running", "RUNNING" ->
                    new Health(Health.Level.OK, "running", message);
            case "Progressing", "Pending", "Initializing", "DEPLOYING" ->
                    new Health(Health.Level.STARTING, "rolling", message);
            case "Paused" -> new Health(Health.Level.WARN, "paused", message);
            case "Degraded", "Failed", "failed", "unhealthy", "UNHEALTHY", "DEPLOY_FAILED" ->
                    new Health(Health.Level.BAD, "degraded", message);
            case "suspended", "Suspended", "Stopped" ->
                    new Health(Health.Level.IDLE, "suspended", message);
            default -> Health.unknown(phase + (message.isEmpty() ? "" : ": " + message));
        };
    }
}
