package dev.pilothouse.health;

import dev.pilothouse.model.Condition;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.ContainerState;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.Termination;
import dev.pilothouse.text.Formats;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a pod's status means, worst finding first. */
public final class PodHealth {
    private static final Set<String> PULL =
            Set.of(
                    "ErrImagePull",
                    "ImagePullBackOff",
                    "InvalidImageName",
                    "ErrImageNeverPull",
                    "ImageInspectError");
    private static final Set<String> CONFIG =
            Set.of(
                    "CreateContainerConfigError",
                    "CreateContainerError",
                    "RunContainerError",
                    "ContainerCannotRun");

    private PodHealth() {}

    /** The fields of a pod's status that decide its health. */
    public record Status(
            String phase,
            String reason,
            String message,
            boolean deleting,
            List<Condition> conditions,
            List<ContainerState> containers,
            PodTemplate template) {}

    public static Health of(Status status) {
        Health trouble = containerTrouble(status);
        if (status.deleting()) {
            return new Health(
                    Health.Level.STARTING, "stopping", trouble == null ? "" : trouble.word());
        }
        if (status.phase().equals("Failed")) {
            return failed(status);
        }
        if (status.phase().equals("Succeeded")) {
            return new Health(Health.Level.IDLE, "completed", "");
        }
        if (status.phase().equals("Unknown") || status.reason().equals("NodeLost")) {
            return new Health(Health.Level.BAD, "node lost", status.message());
        }
        if (trouble != null) {
            return trouble;
        }
        return status.phase().equals("Pending") ? pending(status) : running(status);
    }

    private static Health failed(Status status) {
        if (status.reason().equals("Evicted")) {
            return new Health(Health.Level.BAD, "evicted", status.message());
        }
        for (ContainerState container : status.containers()) {
            if (container.current() instanceof ContainerState.Current.Ended(Termination end)
                    && end.exitCode() != 0) {
                return new Health(
                        Health.Level.BAD, "failed", exit(end, container, status.template()));
            }
        }
        String why = status.message().isEmpty() ? status.reason() : status.message();
        return new Health(Health.Level.BAD, "failed", why);
    }

    private static @Nullable Health containerTrouble(Status status) {
        for (ContainerState container : status.containers()) {
            if (container.current()
                    instanceof ContainerState.Current.Waiting(String reason, String message)) {
                Health trouble = waitingTrouble(container, reason, message, status.template());
                if (trouble != null) {
                    return trouble;
                }
            }
        }
        for (ContainerState container : status.containers()) {
            if (container.current() instanceof ContainerState.Current.Ended(Termination end)
                    && end.exitCode() != 0
                    && !status.phase().equals("Failed")) {
                return new Health(
                        Health.Level.BAD, "crashed", exit(end, container, status.template()));
            }
        }
        return null;
    }

    private static @Nullable Health waitingTrouble(
            ContainerState container,
            String reason,
            @Nullable String message,
            PodTemplate template) {
        String said = message == null ? "" : message;
        if (reason.equals("CrashLoopBackOff")) {
            Termination last = container.last();
            String why = last == null ? nth(container.restarts()) : exit(last, container, template);
            return new Health(
                    Health.Level.BAD, container.init() ? "init crash" : "crash loop", why);
        }
        if (PULL.contains(reason)) {
            return new Health(
                    Health.Level.BAD,
                    "image pull",
                    Words.imagePull(said.isEmpty() ? reason : said));
        }
        if (CONFIG.contains(reason)) {
            return new Health(Health.Level.BAD, "config error", said.isEmpty() ? reason : said);
        }
        return null;
    }

    /** `OOM 512Mi, exit 137, 9th`. */
    static String exit(Termination end, ContainerState container, PodTemplate template) {
        StringBuilder words = new StringBuilder();
        if (end.reason().equals("OOMKilled")) {
            words.append("OOM ").append(limit(container.name(), template)).append(", ");
        }
        words.append("exit ").append(end.exitCode());
        if (container.restarts() > 0) {
            words.append(", ").append(nth(container.restarts()));
        }
        return words.toString();
    }

    private static String limit(String container, PodTemplate template) {
        for (ContainerSpec spec : template.containers()) {
            if (spec.name().equals(container) && spec.limits().memoryBytes() != Resources.UNSET) {
                return Formats.bytes(spec.limits().memoryBytes());
            }
        }
        return "no limit";
    }

    private static String nth(int count) {
        int lastTwo = count % 100;
        String ending =
                lastTwo >= 11 && lastTwo <= 13
                        ? "th"
                        : switch (count % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        };
        return count + ending;
    }

    private static Health pending(Status status) {
        for (Condition condition : status.conditions()) {
            if (condition.type().equals("PodScheduled") && condition.status().equals("False")) {
                return new Health(
                        Health.Level.WARN, "pending", Words.scheduler(condition.message()));
            }
        }
        return new Health(Health.Level.STARTING, "starting", waitingFor(status));
    }

    private static String waitingFor(Status status) {
        for (ContainerState container : status.containers()) {
            if (container.current() instanceof ContainerState.Current.Waiting waiting
                    && !waiting.reason().equals("PodInitializing")) {
                return waiting.reason();
            }
        }
        return "";
    }

    private static Health running(Status status) {
        int ready = 0;
        int total = 0;
        String unready = "";
        for (ContainerState container : status.containers()) {
            if (container.init()) {
                continue;
            }
            total++;
            if (container.ready()) {
                ready++;
            } else if (unready.isEmpty()) {
                unready = container.name();
            }
        }
        if (ready < total) {
            return new Health(
                    Health.Level.STARTING,
                    "not ready",
                    ready + "/" + total + ", " + unready + " not ready");
        }
        for (Condition condition : status.conditions()) {
            if (condition.type().equals("Ready") && condition.status().equals("False")) {
                return new Health(Health.Level.STARTING, "not ready", condition.message());
            }
        }
        return new Health(Health.Level.OK, "running", lastExit(status));
    }

    /** A running pod that died before says so, since `running` alone would hide it. */
    private static String lastExit(Status status) {
        for (ContainerState container : status.containers()) {
            Termination last = container.last();
            if (!container.init()
                    && container.restarts() > 0
                    && last != null
                    && last.exitCode() != 0) {
                return "was: " + exit(last, container, status.template());
            }
        }
        return "";
    }
}
