package dev.pilothouse.present;

import dev.pilothouse.model.AgentVersion;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.EventRow;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.NodeRow;
import dev.pilothouse.model.NodeView;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.SyncState;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The columns of nodes, events, versions and clusters. */
final class MoreTables {
    private MoreTables() {}

    private static <R> TableSpec.About<R> about(
            Function<R, ObjectKey> key, ToIntFunction<R> severity) {
        return new TableSpec.About<>() {
            @Override
            public String cluster(R row) {
                return key.apply(row).cluster().name();
            }

            @Override
            public String namespace(R row) {
                return key.apply(row).namespace();
            }

            @Override
            public int severity(R row) {
                return severity.applyAsInt(row);
            }
        };
    }

    static TableSpec<ObjectKey, NodeView> nodes(boolean manyClusters) {
        Column<NodeView> cluster =
                Column.text("cluster", "CLUSTER", 10, v -> v.node().key().cluster().name());
        ToIntFunction<NodeView> severity = v -> Column.severity(v.node().health().level());
        return new TableSpec<>(
                "NODES",
                List.of(
                        manyClusters ? cluster.priority(3) : cluster.wide(),
                        Column.name("name", "NODE", 26, v -> v.node().key().name()),
                        Column.state(14, v -> v.node().health()),
                        Column.prose("why", "WHY", 24, v -> v.node().health().why()),
                        Column.<NodeView>number(
                                Column.figures("pods", "PODS"),
                                NodeView::pods,
                                NodeView::pods,
                                v -> v.node().pods()),
                        Column.<NodeView>percent(
                                        "full", "FULL", NodeView::pods, v -> v.node().pods())
                                .priority(9)
                                .wide(),
                        Column.<NodeView>cpu("cpu", "CPU REQ", v -> v.requested().cpuMillis())
                                .priority(3),
                        Column.<NodeView>cpu(
                                        "cpu-total", "CPU", v -> v.node().capacity().cpuMillis())
                                .priority(4),
                        Column.<NodeView>memory(
                                        "memory", "MEM REQ", v -> v.requested().memoryBytes())
                                .priority(3),
                        Column.<NodeView>memory(
                                        "memory-total",
                                        "MEM",
                                        v -> v.node().capacity().memoryBytes())
                                .priority(4),
                        Column.<NodeView>text("gpu", "GPU", 14, NodeView::devices).priority(2),
                        Column.<NodeView>text(
                                        "roles",
                                        "ROLES",
                                        14,
                                        v -> String.join(",", v.node().roles()))
                                .priority(6),
                        Column.<NodeView>text(
                                        "version", "VERSION", 10, v -> v.node().kubeletVersion())
                                .priority(5),
                        Column.<NodeView>text("runtime", "RUNTIME", 20, v -> v.node().runtime())
                                .wide(),
                        Column.<NodeView>text(
                                        "taints",
                                        "TAINTS",
                                        24,
                                        v -> String.join(" ", v.node().taints()))
                                .wide(),
                        Column.<NodeView>age("age", "AGE", v -> v.node().created()).priority(1)),
                Comparator.comparingInt((NodeView v) -> -severity.applyAsInt(v))
                        .thenComparing(v -> v.node().key(), Orders.KEY),
                v -> v.node().key(),
                v -> texts(v.node()),
                (v, label) -> v.node().labels().get(label),
                about(v -> v.node().key(), severity));
    }

    private static List<String> texts(NodeRow node) {
        return List.of(
                node.key().name(),
                node.health().word(),
                node.health().why(),
                String.join(",", node.roles()),
                node.key().cluster().name());
    }

    static TableSpec<ObjectKey, EventRow> events(boolean manyClusters) {
        Column<EventRow> cluster =
                Column.text("cluster", "CLUSTER", 10, e -> e.key().cluster().name());
        ToIntFunction<EventRow> severity =
                e -> e.warning() ? Column.severity(Health.Level.WARN) : 0;
        return new TableSpec<>(
                "EVENTS",
                List.of(
                        Column.<EventRow>age("age", "LAST", EventRow::last),
                        manyClusters ? cluster.priority(3) : cluster.wide(),
                        Column.<EventRow>text(
                                        "namespace", "NAMESPACE", 14, e -> e.key().namespace())
                                .priority(4),
                        Column.state(12, MoreTables::eventHealth),
                        Column.<EventRow>text("reason", "REASON", 20, EventRow::reason),
                        Column.name(
                                "object",
                                "OBJECT",
                                34,
                                e ->
                                        e.about().kind().toLowerCase(java.util.Locale.ROOT)
                                                + "/"
                                                + e.about().name()),
                        Column.<EventRow>count("count", "COUNT", 6, EventRow::count).priority(2),
                        Column.<EventRow>text("source", "SOURCE", 18, EventRow::source).wide(),
                        Column.prose("message", "MESSAGE", 40, EventRow::message)),
                Comparator.comparing(EventRow::last)
                        .reversed()
                        .thenComparing(EventRow::key, Orders.KEY),
                EventRow::key,
                e ->
                        List.of(
                                e.reason(),
                                e.message(),
                                e.about().name(),
                                e.about().kind(),
                                e.key().namespace(),
                                e.key().cluster().name()),
                (e, label) -> null,
                about(EventRow::key, severity));
    }

    private static Health eventHealth(EventRow event) {
        return event.warning() ? new Health(Health.Level.WARN, "warning", "") : Health.ok("normal");
    }

    static TableSpec<AgentVersion.Key, AgentVersion> versions(boolean manyClusters) {
        Column<AgentVersion> cluster =
                Column.text("cluster", "CLUSTER", 10, v -> v.agent().cluster().name());
        return new TableSpec<>(
                "VERSIONS",
                List.of(
                        Column.<AgentVersion>name("agent", "AGENT", 22, v -> v.agent().name()),
                        manyClusters ? cluster.priority(3) : cluster.wide(),
                        Column.<AgentVersion>text(
                                        "namespace", "NAMESPACE", 12, v -> v.agent().namespace())
                                .wide(),
                        Column.<AgentVersion>text("version", "VER", 6, AgentVersion::label),
                        Column.state(10, MoreTables::versionHealth),
                        Column.<AgentVersion>fact("image", "IMAGE", 24, AgentVersion::image),
                        Column.<AgentVersion>fact("digest", "DIGEST", 20, AgentVersion::digest)
                                .wide(),
                        Column.<AgentVersion>fact("prompt", "PROMPT", 10, AgentVersion::prompt)
                                .priority(2),
                        Column.<AgentVersion>fact("model", "MODEL", 18, AgentVersion::model)
                                .priority(2),
                        Column.<AgentVersion>number(
                                Column.figures("pods", "PODS"),
                                v -> v.replicas().desired(),
                                v -> v.replicas().ready(),
                                v -> v.replicas().desired()),
                        Column.<AgentVersion>percent(
                                        "ready",
                                        "READY",
                                        v -> v.replicas().ready(),
                                        v -> v.replicas().desired())
                                .wide(),
                        Column.<AgentVersion>text(
                                        "cause", "CHANGE CAUSE", 24, AgentVersion::changeCause)
                                .priority(6),
                        Column.<AgentVersion>age("age", "AGE", AgentVersion::created)),
                Comparator.comparing((AgentVersion v) -> v.agent().name())
                        .thenComparing(v -> v.agent().cluster())
                        .thenComparing(v -> v.agent().namespace())
                        .thenComparing(Comparator.comparingLong(AgentVersion::number).reversed())
                        .thenComparing(v -> v.source().name()),
                AgentVersion::key,
                v ->
                        List.of(
                                v.agent().name(),
                                v.label(),
                                v.image(),
                                v.prompt(),
                                v.model(),
                                v.agent().cluster().name()),
                (v, label) -> null,
                about(AgentVersion::source, v -> 0));
    }

    private static Health versionHealth(AgentVersion version) {
        if (version.current()) {
            return new Health(Health.Level.OK, "current", "");
        }
        return new Health(
                Health.Level.IDLE, version.replicas().desired() > 0 ? "leaving" : "kept", "");
    }

    static TableSpec<ClusterId, ClusterRow> clusters() {
        ToIntFunction<ClusterRow> severity = row -> Column.severity(clusterHealth(row).level());
        return new TableSpec<>(
                "CLUSTERS",
                List.of(
                        Column.name("name", "CONTEXT", 24, row -> row.id().name()),
                        Column.state(14, MoreTables::clusterHealth),
                        Column.prose("why", "WHY", 40, row -> clusterHealth(row).why()),
                        Column.<ClusterRow>text("version", "VERSION", 10, ClusterRow::version),
                        Column.<ClusterRow>text("user", "USER", 16, ClusterRow::user).priority(3),
                        Column.<ClusterRow>text("server", "SERVER", 32, ClusterRow::server)
                                .priority(4),
                        Column.<ClusterRow>text("denied", "NOT ALLOWED", 24, MoreTables::denied)
                                .priority(2),
                        Column.<ClusterRow>text(
                                        "tls",
                                        "TLS",
                                        10,
                                        row -> row.insecure() ? "unchecked" : "ok")
                                .priority(5),
                        Column.<ClusterRow>count(
                                        "requests", "REQUESTS", 8, row -> row.traffic().requests())
                                .priority(6),
                        Column.<ClusterRow>memory(
                                        "received", "RECEIVED", row -> row.traffic().bytesIn())
                                .priority(6)),
                Comparator.comparing((ClusterRow row) -> !row.opened())
                        .thenComparing(ClusterRow::id),
                ClusterRow::id,
                row -> List.of(row.id().name(), row.server(), row.user(), row.version()),
                (row, label) -> null,
                new TableSpec.About<>() {
                    @Override
                    public String cluster(ClusterRow row) {
                        return row.id().name();
                    }

                    @Override
                    public String namespace(ClusterRow row) {
                        return "";
                    }

                    @Override
                    public int severity(ClusterRow row) {
                        return severity.applyAsInt(row);
                    }
                });
    }

    private static String denied(ClusterRow row) {
        return row.capabilities().stream()
                .filter(c -> !c.possible() && !c.id().equals(ClusterRow.Capability.LOGIN))
                .map(c -> c.title().toLowerCase(java.util.Locale.ROOT))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    static Health clusterHealth(ClusterRow row) {
        if (!row.opened()) {
            return new Health(Health.Level.IDLE, "not opened", "enter opens it");
        }
        return switch (row.state()) {
            case SyncState.NotSynced state ->
                    new Health(Health.Level.STARTING, "connecting", state.doing());
            case SyncState.Live ignored -> Health.ok("live");
            case SyncState.Stale stale ->
                    new Health(Health.Level.WARN, "stale", stale.why().sentence());
            case SyncState.Failed failed ->
                    new Health(Health.Level.BAD, "failed", failed.why().sentence());
        };
    }
}
