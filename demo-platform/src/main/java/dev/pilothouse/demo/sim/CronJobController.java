package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Tree;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a Job at each time of a schedule; knows minutes and hours as numbers, `*` and `*`/n. */
final class CronJobController implements World.Controller {
    private final World world;
    private final Set<String> planned = new HashSet<>();

    CronJobController(World world) {
        this.world = world;
    }

    @Override
    public void reconcile(String namespace, String name, ObjectNode cron) {
        if (planned.add(Tree.uid(cron))) {
            plan(namespace, name, Tree.uid(cron), Tree.text(cron, "spec", "schedule"));
        }
        prune(cron);
    }

    private void plan(String namespace, String name, String uid, String schedule) {
        Instant next = next(schedule, world.now());
        world.at(
                next,
                () -> {
                    world.shelf
                            .get(Catalog.CRON_JOBS, namespace, name)
                            .ifPresent(item -> run(item.tree(), uid, next));
                });
    }

    private void run(ObjectNode cron, String uid, Instant due) {
        String namespace = Tree.namespace(cron);
        if (!Tree.uid(cron).equals(uid)) {
            return;
        }
        plan(namespace, Tree.name(cron), uid, Tree.text(cron, "spec", "schedule"));
        if (cron.path("spec").path("suspend").asBoolean()) {
            return;
        }
        Owner owner = Owner.of("batch/v1", "CronJob", cron);
        String name = owner.name() + "-" + due.getEpochSecond() / 60;
        ObjectNode job = Tree.of("metadata", Tree.of("name", name, "namespace", namespace));
        ObjectNode template = (ObjectNode) cron.path("spec").path("jobTemplate").deepCopy();
        Tree.metadata(job).set("labels", template.path("metadata").path("labels").deepCopy());
        if (!template.path("metadata").has("labels")) {
            Tree.metadata(job).remove("labels");
        }
        Tree.metadata(job).set("ownerReferences", owner.references());
        job.set("spec", template.path("spec"));
        world.create(Catalog.JOBS, job);
        world.events.normal(
                Recorder.About.of("batch/v1", "CronJob", cron),
                "cronjob-controller",
                "SuccessfulCreate",
                "Created job " + name);
        cron.withObject("/status").put("lastScheduleTime", Tree.time(due));
        world.put(Catalog.CRON_JOBS, cron);
    }

    /** Lets go of the oldest finished Jobs beyond the limits of history. */
    private void prune(ObjectNode cron) {
        Owner owner = Owner.of("batch/v1", "CronJob", cron);
        List<ObjectNode> done =
                world.owned(Catalog.JOBS, owner.key(Tree.namespace(cron))).stream()
                        .filter(job -> job.path("status").has("completionTime"))
                        .toList();
        int kept = Tree.number(cron, "spec", "successfulJobsHistoryLimit");
        for (int i = 0; i < done.size() - kept; i++) {
            world.delete(Catalog.JOBS, Tree.namespace(cron), Tree.name(done.get(i)));
        }
    }

    /** The next minute after a time that fits; a day later when the schedule is not understood. */
    static Instant next(String schedule, Instant after) {
        String[] fields = schedule.strip().split("\\s+");
        ZonedDateTime at =
                after.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        for (int i = 0; i < 1_440 && fields.length == 5; i++) {
            if (fits(fields[0], at.getMinute()) && fits(fields[1], at.getHour())) {
                return at.toInstant();
            }
            at = at.plusMinutes(1);
        }
        return after.plus(Duration.ofDays(1));
    }

    private static boolean fits(String field, int value) {
        if (field.equals("*")) {
            return true;
        }
        if (field.startsWith("*/")) {
            return value % Integer.parseInt(field.substring(2)) == 0;
        }
        for (String one : field.split(",")) {
            if (one.equals(Integer.toString(value))) {
                return true;
            }
        }
        return false;
    }
}
