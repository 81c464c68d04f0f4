package dev.pilothouse.present;

import dev.pilothouse.model.CustomRow;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Managed;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.Replicas;
import dev.pilothouse.model.WorkloadRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Workloads and custom resources in one table. */
final class WorkloadTable {
    private WorkloadTable() {}

    /** What both kinds of row have. */
    record Line(
            ObjectKey key,
            Health health,
            Replicas replicas,
            String image,
            String detail,
            Managed managed,
            Map<String, String> labels,
            Instant created) {
        static Line of(WorkloadRow row) {
            return new Line(
                    row.key(),
                    row.health(),
                    row.replicas(),
                    PodTable.image(row.template()),
                    row.revision(),
                    row.managed(),
                    row.labels(),
                    row.created());
        }

        static Line of(CustomRow row) {
            String image = row.model().isEmpty() ? PodTable.image(row.template()) : row.model();
            return new Line(
                    row.key(),
                    row.health(),
                    row.replicas(),
                    image,
                    row.detail(),
                    row.managed(),
                    row.labels(),
                    row.created());
        }
    }

    static TableSpec<ObjectKey, Line> spec(boolean manyClusters) {
        Column<Line> cluster =
                Column.text("cluster", "CLUSTER", 10, line -> line.key().cluster().name());
        return new TableSpec<>(
                "WORKLOADS",
                List.of(
                        manyClusters ? cluster.priority(3) : cluster.wide(),
                        Column.<Line>text(
                                        "namespace",
                                        "NAMESPACE",
                                        14,
                                        line -> line.key().namespace())
                                .priority(4),
                        Column.<Line>text("kind", "KIND", 16, line -> line.key().kind().kindName()),
                        Column.name("name", "NAME", 26, line -> line.key().name()),
                        Column.state(14, Line::health),
                        Column.prose("why", "WHY", 24, line -> line.health().why()),
                        Column.<Line>share(
                                "ready",
                                "READY",
                                line -> line.replicas().ready(),
                                line -> line.replicas().desired()),
                        Column.<Line>count("pods", "PODS", 6, line -> line.replicas().desired())
                                .priority(9)
                                .wide(),
                        Column.<Line>text("detail", "REVISION", 10, Line::detail).priority(3),
                        Column.<Line>fact("image", "IMAGE / MODEL", 26, Line::image).priority(5),
                        Column.<Line>text(
                                        "managed",
                                        "OWNER",
                                        9,
                                        line -> line.managed().manager().word())
                                .priority(4),
                        Column.<Line>age("age", "AGE", Line::created).priority(1)),
                Comparator.comparingInt((Line line) -> -severity(line))
                        .thenComparing(Line::key, Orders.KEY)
                        .thenComparing(line -> line.key().kind()),
                Line::key,
                line ->
                        List.of(
                                line.key().name(),
                                line.key().namespace(),
                                line.key().kind().kindName(),
                                line.health().word(),
                                line.health().why(),
                                line.image(),
                                line.key().cluster().name()),
                (line, label) -> line.labels().get(label),
                new TableSpec.About<>() {
                    @Override
                    public String cluster(Line line) {
                        return line.key().cluster().name();
                    }

                    @Override
                    public String namespace(Line line) {
                        return line.key().namespace();
                    }

                    @Override
                    public int severity(Line line) {
                        return WorkloadTable.severity(line);
                    }
                });
    }

    private static int severity(Line line) {
        return Column.severity(line.health().level());
    }
}
