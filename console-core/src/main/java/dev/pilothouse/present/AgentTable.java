package dev.pilothouse.present;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.AgentVersion;
import dev.pilothouse.model.Managed;
import java.util.Comparator;
import java.util.List;

/** The columns of the fleet. */
final class AgentTable {
    private AgentTable() {}

    static TableSpec<AgentId, AgentRow> spec(boolean manyClusters) {
        return new TableSpec<>(
                "AGENTS",
                columns(manyClusters),
                Comparator.comparingInt((AgentRow row) -> -severity(row))
                        .thenComparing(row -> row.id().name())
                        .thenComparing(row -> row.id().namespace())
                        .thenComparing(row -> row.id().cluster()),
                AgentRow::id,
                AgentTable::texts,
                (row, label) -> label.equals("team") ? row.team() : null,
                new TableSpec.About<>() {
                    @Override
                    public String cluster(AgentRow row) {
                        return row.id().cluster().name();
                    }

                    @Override
                    public String namespace(AgentRow row) {
                        return row.id().namespace();
                    }

                    @Override
                    public int severity(AgentRow row) {
                        return AgentTable.severity(row);
                    }
                });
    }

    private static int severity(AgentRow row) {
        return Column.severity(row.health().level());
    }

    private static List<Column<AgentRow>> columns(boolean manyClusters) {
        Column<AgentRow> cluster =
                Column.text("cluster", "CLUSTER", 8, row -> row.id().cluster().name());
        return List.of(
                Column.name("name", "AGENT", 20, row -> row.id().name()),
                manyClusters ? cluster.priority(1) : cluster.wide(),
                Column.<AgentRow>text("namespace", "NAMESPACE", 12, row -> row.id().namespace())
                        .wide(),
                Column.<AgentRow>text("team", "TEAM", 10, AgentRow::team).priority(6),
                Column.<AgentRow>fact("version", "VERSION", 8, AgentTable::versionLabel)
                        .priority(2),
                Column.<AgentRow>fact("image", "IMAGE", 16, row -> fact(row, AgentVersion::image))
                        .priority(7),
                Column.<AgentRow>fact("prompt", "PROMPT", 9, row -> fact(row, AgentVersion::prompt))
                        .priority(5),
                Column.<AgentRow>fact("model", "MODEL", 15, row -> fact(row, AgentVersion::model))
                        .priority(5),
                Column.state(14, AgentRow::health),
                Column.prose("why", "WHY", 18, row -> row.health().why()),
                Column.<AgentRow>number(
                        Column.figures("pods", "PODS"),
                        row -> row.pods().desired(),
                        row -> row.pods().ready(),
                        row -> row.pods().desired()),
                Column.<AgentRow>percent(
                                "ready",
                                "READY",
                                row -> row.pods().ready(),
                                row -> row.pods().desired())
                        .priority(9)
                        .wide(),
                Column.<AgentRow>count("restarts", "RESTARTS", 8, row -> row.pods().restarts())
                        .priority(4),
                Column.<AgentRow>cpu("cpu", "CPU", row -> row.use().cpuMillis())
                        .measured(row -> row.use().measured())
                        .priority(8),
                Column.<AgentRow>memory("memory", "MEM", row -> row.use().memoryBytes())
                        .measured(row -> row.use().measured())
                        .priority(8),
                Column.<AgentRow>text("gpu", "GPU", 7, row -> row.use().devices()).priority(6),
                Column.<AgentRow>text("isolation", "ISOL", 12, AgentTable::isolation)
                        .alarm(row -> row.safety().exposed())
                        .priority(7),
                Column.<AgentRow>text("managed", "OWNER", 8, row -> row.managed().manager().word())
                        .priority(8),
                Column.<AgentRow>age("age", "AGE", AgentRow::changed).priority(1));
    }

    static String versionLabel(AgentRow row) {
        AgentVersion version = row.version();
        AgentVersion previous = row.previous();
        if (version == null) {
            return "";
        }
        return previous == null ? version.label() : previous.label() + "→" + version.label();
    }

    private static String fact(
            AgentRow row, java.util.function.Function<AgentVersion, String> fact) {
        AgentVersion version = row.version();
        return version == null ? "" : fact.apply(version);
    }

    private static String isolation(AgentRow row) {
        return row.safety().isolation().word() + (row.safety().exposed() ? " exposed" : "");
    }

    private static List<String> texts(AgentRow row) {
        return List.of(
                row.id().name(),
                row.id().namespace(),
                row.team(),
                row.health().word(),
                row.health().why(),
                versionLabel(row),
                fact(row, AgentVersion::model),
                fact(row, AgentVersion::image),
                row.managed().manager() == Managed.Manager.NOBODY
                        ? ""
                        : row.managed().manager().word(),
                row.id().cluster().name());
    }
}
