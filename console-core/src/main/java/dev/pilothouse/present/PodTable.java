package dev.pilothouse.present;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.PodView;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.UsageRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of pods. */
final class PodTable {
    private PodTable() {}

    static TableSpec<ObjectKey, PodView> spec(boolean manyClusters) {
        return new TableSpec<>(
                "PODS",
                columns(manyClusters),
                Comparator.comparingInt((PodView view) -> -severity(view))
                        .thenComparing(view -> view.pod().key(), Orders.KEY),
                view -> view.pod().key(),
                PodTable::texts,
                (view, label) -> view.pod().template().labels().get(label),
                new TableSpec.About<>() {
                    @Override
                    public String cluster(PodView view) {
                        return view.pod().key().cluster().name();
                    }

                    @Override
                    public String namespace(PodView view) {
                        return view.pod().key().namespace();
                    }

                    @Override
                    public int severity(PodView view) {
                        return PodTable.severity(view);
                    }
                });
    }

    private static int severity(PodView view) {
        return Column.severity(view.pod().health().level());
    }

    private static List<Column<PodView>> columns(boolean manyClusters) {
        Column<PodView> cluster =
                Column.<PodView>text("cluster", "CLUSTER", 10, v -> v.pod().key().cluster().name());
        return List.of(
                manyClusters ? cluster.priority(3) : cluster.wide(),
                Column.<PodView>text("namespace", "NAMESPACE", 14, v -> v.pod().key().namespace())
                        .priority(4),
                Column.name("name", "POD", 34, v -> v.pod().key().name()),
                Column.state(14, v -> v.pod().health()),
                Column.<PodView>prose("why", "WHY", 20, v -> v.pod().health().why()).priority(2),
                Column.<PodView>share(
                        "ready",
                        "READY",
                        v -> v.pod().readyContainers(),
                        v -> v.pod().totalContainers()),
                Column.<PodView>count("restarts", "RESTARTS", 8, v -> v.pod().restarts())
                        .priority(2),
                Column.<PodView>text("agent", "AGENT", 18, v -> agentName(v.agent())).priority(5),
                Column.<PodView>text("version", "VER", 5, PodView::version).priority(6),
                Column.<PodView>cpu("cpu", "CPU", v -> use(v, true))
                        .measured(PodTable::measured)
                        .priority(7),
                Column.<PodView>memory("memory", "MEM", v -> use(v, false))
                        .measured(PodTable::measured)
                        .priority(7),
                Column.<PodView>text("gpu", "GPU", 9, PodView::devices).priority(6),
                Column.<PodView>text("isolation", "ISOL", 11, PodTable::isolation)
                        .alarm(v -> v.safety().exposed())
                        .priority(8)
                        .wide(),
                Column.<PodView>text(
                                "node",
                                "NODE",
                                16,
                                v -> v.pod().node() == null ? "" : v.pod().node())
                        .priority(5),
                Column.<PodView>fact("image", "IMAGE", 28, v -> image(v.pod().template())).wide(),
                Column.<PodView>age("age", "AGE", v -> v.pod().created()).priority(1));
    }

    static String agentName(@Nullable AgentId agent) {
        return agent == null ? "" : agent.name();
    }

    private static String isolation(PodView view) {
        return view.safety().isolation().word() + (view.safety().exposed() ? " !" : "");
    }

    static String image(PodTemplate template) {
        List<ContainerSpec> containers = template.containers();
        return containers.isEmpty() ? "" : containers.getFirst().image();
    }

    private static @Nullable Instant measured(PodView view) {
        UsageRow usage = view.usage();
        return usage == null ? null : usage.at();
    }

    private static long use(PodView view, boolean cpu) {
        UsageRow usage = view.usage();
        if (usage == null) {
            return Resources.UNSET;
        }
        return cpu ? usage.cpuMillis() : usage.memoryBytes();
    }

    private static List<String> texts(PodView view) {
        ObjectKey key = view.pod().key();
        String node = view.pod().node();
        return List.of(
                key.name(),
                key.namespace(),
                view.pod().health().word(),
                view.pod().health().why(),
                node == null ? "" : node,
                agentName(view.agent()),
                key.cluster().name());
    }

    static boolean isPod(ObjectKey key) {
        return key.kind() == Kind.POD;
    }
}
