package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.pilothouse.demo.state.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Rows of Jobs and CronJobs. */
final class JobColumns {
    private JobColumns() {}

    static List<Columns.Column> job(List<Columns.Column> columns) {
        columns.add(Columns.text("Status", 0, (o, now) -> status(o)));
        columns.add(
                Columns.text(
                        "Completions",
                        0,
                        (o, now) ->
                                Tree.number(o, "status", "succeeded")
                                        + "/"
                                        + Tree.number(o, "spec", "completions")));
        columns.add(Columns.text("Duration", 0, JobColumns::duration));
        columns.add(age());
        return template(columns, "spec", "template");
    }

    static List<Columns.Column> cron(List<Columns.Column> columns) {
        columns.add(Columns.text("Schedule", 0, (o, now) -> Tree.text(o, "spec", "schedule")));
        columns.add(
                Columns.text(
                        "Timezone",
                        0,
                        (o, now) -> {
                            String zone = Tree.text(o, "spec", "timeZone");
                            return zone.isEmpty() ? "<none>" : zone;
                        }));
        columns.add(
                Columns.text(
                        "Suspend",
                        0,
                        (o, now) -> o.path("spec").path("suspend").asBoolean() ? "True" : "False"));
        columns.add(
                new Columns.Column(
                        "Active",
                        "integer",
                        "",
                        0,
                        (o, now) -> IntNode.valueOf(o.path("status").path("active").size())));
        columns.add(
                Columns.text(
                        "Last Schedule",
                        0,
                        (o, now) -> {
                            String last = Tree.text(o, "status", "lastScheduleTime");
                            return last.isEmpty() ? "<none>" : Ages.since(last, now);
                        }));
        columns.add(age());
        return template(columns, "spec", "jobTemplate", "spec", "template");
    }

    private static Columns.Column age() {
        return Columns.text(
                "Age",
                0,
                (o, now) -> Ages.since(Tree.text(o, "metadata", "creationTimestamp"), now));
    }

    private static List<Columns.Column> template(List<Columns.Column> columns, String... path) {
        columns.add(
                Columns.text("Containers", 1, (o, now) -> Columns.list(Tree.at(o, path), "name")));
        columns.add(Columns.text("Images", 1, (o, now) -> Columns.list(Tree.at(o, path), "image")));
        columns.add(
                Columns.text(
                        "Selector",
                        1,
                        (o, now) -> Columns.selector(o.path("spec").path("selector"))));
        return columns;
    }

    private static String status(JsonNode job) {
        for (JsonNode condition : job.path("status").path("conditions")) {
            String type = Tree.text(condition, "type");
            if (type.equals("Complete") || type.equals("Failed")) {
                return type;
            }
        }
        return job.path("spec").path("suspend").asBoolean() ? "Suspended" : "Running";
    }

    private static String duration(JsonNode job, Instant now) {
        String begun = Tree.text(job, "status", "startTime");
        String done = Tree.text(job, "status", "completionTime");
        if (begun.isEmpty()) {
            return "";
        }
        Instant end = done.isEmpty() ? now : Instant.parse(done);
        return Ages.words(Duration.between(Instant.parse(begun), end));
    }
}
