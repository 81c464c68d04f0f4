package dev.pilothouse.present;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.SyncState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the open clusters do not let us do: a key or a screen that cannot work is greyed and says
 * why. What is not known yet is not greyed.
 */
final class Allowed {
    private final ConsoleContext context;

    Allowed(ConsoleContext context) {
        this.context = context;
    }

    /** Why a command cannot work on what is selected; empty when it can. */
    String whyNot(Command command, Selection selection) {
        return switch (command) {
            case LOGS, PREVIOUS_LOGS -> whyNot("logs", selection);
            case NODE -> whyNot("nodes", selection);
            case LOGIN ->
                    open().isEmpty() || open().stream().anyMatch(Allowed::canLogin)
                            ? ""
                            : "No open cluster logs in with a program; correct its credentials in"
                                    + " the kubeconfig.";
            default -> "";
        };
    }

    /** Why a screen would stay empty; empty when it would not. */
    String whyNot(ScreenKind screen) {
        return switch (screen) {
            case NODES -> nowhere("nodes");
            case EVENTS -> nowhere("events");
            default -> "";
        };
    }

    private static boolean canLogin(ClusterRow row) {
        return row.capability(ClusterRow.Capability.LOGIN)
                .map(ClusterRow.Capability::possible)
                .orElse(true);
    }

    private String whyNot(String capability, Selection selection) {
        ClusterId cluster = selection.cluster();
        if (cluster == null) {
            return "";
        }
        String namespace = namespace(selection);
        return context.stores()
                .clusters()
                .get(cluster)
                .flatMap(row -> row.capability(capability))
                .filter(c -> !c.in(namespace))
                .map(c -> sentence(cluster, c, namespace))
                .orElse("");
    }

    private static String namespace(Selection selection) {
        ObjectKey object = selection.object();
        AgentId agent = selection.agent();
        return object != null && object.kind().namespaced()
                ? object.namespace()
                : agent != null ? agent.namespace() : "";
    }

    private static String sentence(
            ClusterId cluster, ClusterRow.Capability capability, String namespace) {
        String where = capability.possible() ? ", not in " + namespace : "";
        return capability.title() + " in " + cluster + ": " + capability.reason() + where + ".";
    }

    /** A reason only when every open cluster has one. */
    private String nowhere(String capability) {
        List<ClusterRow> open = open();
        String first = "";
        for (ClusterRow row : open) {
            Optional<ClusterRow.Capability> found = row.capability(capability);
            if (found.isEmpty() || found.get().possible()) {
                return "";
            }
            first = first.isEmpty() ? sentence(row.id(), found.get(), "") : first;
        }
        return first;
    }

    private List<ClusterRow> open() {
        return context.stores().clusters().values().stream().filter(ClusterRow::opened).toList();
    }

    /** Runs the login program of the cluster that is meant. */
    void login(ViewSession view) {
        ClusterId target = loginTarget(view.top().kind, view.top().selection());
        if (target == null) {
            view.say("Several clusters are open: choose one on the clusters screen.", Tone.WARN);
            return;
        }
        context.source(target).ifPresent(source -> context.background().execute(source::login));
        view.say("Logging in to " + target + " anew.", Tone.QUIET);
    }

    /** The selected cluster, else the only one in trouble or open. */
    private @Nullable ClusterId loginTarget(ScreenKind screen, Selection selection) {
        if (screen == ScreenKind.CLUSTERS && selection.cluster() != null) {
            return selection.cluster();
        }
        List<ClusterRow> failing =
                open().stream()
                        .filter(
                                row ->
                                        row.state() instanceof SyncState.Failed
                                                || row.state() instanceof SyncState.Stale)
                        .toList();
        if (failing.size() == 1) {
            return failing.getFirst().id();
        }
        return open().size() == 1 ? open().getFirst().id() : null;
    }
}
