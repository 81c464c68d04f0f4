package dev.pilothouse.present;

import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.SyncState;
import java.util.List;

/**
 * What stands in an empty table: not synced yet, not allowed, not reachable and truly none are four
 * different things.
 */
final class Notices {
    private final ConsoleContext context;

    Notices(ConsoleContext context) {
        this.context = context;
    }

    TableFrame.Notice noKubeconfig() {
        return new TableFrame.Notice(
                Tone.WARN,
                "No cluster is configured.",
                List.of("Set KUBECONFIG or create ~/.kube/config", "or try: pilothouse demo"));
    }

    TableFrame.Notice empty(String what, Kind kind) {
        List<ClusterRow> clusters =
                context.stores().clusters().values().stream().filter(ClusterRow::opened).toList();
        if (clusters.isEmpty()) {
            return context.sources().isEmpty()
                    ? noKubeconfig()
                    : new TableFrame.Notice(
                            Tone.QUIET, "No cluster is open.", List.of("C chooses clusters"));
        }
        for (ClusterRow cluster : clusters) {
            if (cluster.state() instanceof SyncState.Failed(var why)) {
                return new TableFrame.Notice(
                        Tone.BAD,
                        cluster.id() + ": " + why.sentence(),
                        List.of("r tries again", "C chooses another cluster"));
            }
            if (cluster.state() instanceof SyncState.Stale(var since, var why)) {
                return new TableFrame.Notice(
                        Tone.WARN,
                        cluster.id() + ": " + why.sentence(),
                        List.of("trying again by itself; r tries now"));
            }
        }
        for (FeedRow feed : context.stores().feeds().values()) {
            if (feed.kind() == kind && feed.state() instanceof SyncState.Failed(var why)) {
                return new TableFrame.Notice(
                        Tone.WARN,
                        feed.cluster() + ": " + why.sentence(),
                        List.of("x on a cluster shows what is allowed there"));
            }
        }
        boolean synced =
                context.stores().feeds().values().stream()
                        .anyMatch(
                                feed ->
                                        feed.kind() == kind
                                                && feed.state() instanceof SyncState.Live);
        if (!synced) {
            return new TableFrame.Notice(Tone.QUIET, "Synchronising " + what + " ...", List.of());
        }
        String hint =
                what.equals("agents")
                        ? "Label workloads app.kubernetes.io/component=agent, or set identity rules"
                                + " in the settings"
                        : "";
        return new TableFrame.Notice(
                Tone.QUIET,
                "There are no " + what + " here.",
                hint.isEmpty() ? List.of() : List.of(hint));
    }
}
