package dev.pilothouse.connectors.kube;

import dev.pilothouse.health.PodHealth;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Condition;
import dev.pilothouse.model.ContainerState;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Termination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pod's JSON to its row. */
final class PodMapper {
    private final TemplateMapper templates;

    PodMapper(TemplateMapper templates) {
        this.templates = templates;
    }

    PodRow of(ClusterId cluster, Json pod) {
        Json metadata = pod.at("metadata");
        Json spec = pod.at("spec");
        Json status = pod.at("status");
        PodTemplate template = templates.of(metadata, spec);
        List<ContainerState> containers = new ArrayList<>();
        states(status.list("initContainerStatuses"), true, containers);
        states(status.list("containerStatuses"), false, containers);
        List<Condition> conditions = Metadata.conditions(status);
        Instant deleting = metadata.time("deletionTimestamp");
        Health health =
                PodHealth.of(
                        new PodHealth.Status(
                                status.text("phase"),
                                status.text("reason"),
                                status.message("message"),
                                deleting != null,
                                conditions,
                                containers,
                                template));
        String node = spec.text("nodeName");
        return new PodRow(
                Metadata.key(cluster, Kind.POD, pod),
                metadata.text("uid"),
                template,
                Metadata.owner(pod),
                node.isEmpty() ? null : Pool.share(node),
                Metadata.created(pod),
                deleting,
                Pool.share(status.text("phase")),
                health.why().isEmpty() ? SharedHealth.of(health) : health,
                containers,
                notReadySince(conditions));
    }

    private static @Nullable Instant notReadySince(List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition.type().equals("Ready") && condition.status().equals("False")) {
                return condition.since();
            }
        }
        return null;
    }

    private static void states(List<Json> statuses, boolean init, List<ContainerState> into) {
        for (Json status : statuses) {
            into.add(
                    new ContainerState(
                            Pool.share(status.text("name")),
                            init,
                            status.flag("ready"),
                            status.count("restartCount"),
                            current(status.at("state")),
                            status.at("lastState").has("terminated")
                                    ? ended(status.at("lastState", "terminated"))
                                    : null));
        }
    }

    private static ContainerState.Current current(Json state) {
        if (state.has("running")) {
            return new ContainerState.Current.Running(state.at("running").time("startedAt"));
        }
        if (state.has("waiting")) {
            Json waiting = state.at("waiting");
            String message = waiting.message("message");
            return new ContainerState.Current.Waiting(
                    Pool.share(waiting.text("reason")), message.isEmpty() ? null : message);
        }
        return state.has("terminated")
                ? new ContainerState.Current.Ended(ended(state.at("terminated")))
                : new ContainerState.Current.Unknown();
    }

    private static Termination ended(Json terminated) {
        String message = terminated.message("message");
        return new Termination(
                terminated.count("exitCode"),
                Pool.share(terminated.text("reason")),
                message.isEmpty() ? null : message,
                terminated.time("finishedAt"));
    }
}
