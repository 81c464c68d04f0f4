package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Tree;
import java.time.Duration;

/** Runs pods until enough have succeeded, or too many have failed. */
final class JobController implements World.Controller {
    private final World world;
    private final Replicas replicas;

    JobController(World world, Replicas replicas) {
        this.world = world;
        this.replicas = replicas;
    }

    private record Counts(int active, int ready, int succeeded, int failed) {}

    @Override
    public void reconcile(String namespace, String name, ObjectNode job) {
        ObjectNode status = job.withObject("/status");
        if (status.has("completionTime")
                || Rollout.find(status.path("conditions"), "Failed") != null
                || job.path("spec").path("suspend").asBoolean()) {
            return;
        }
        Owner owner = Owner.of("batch/v1", "Job", job);
        Counts counts = count(owner.key(namespace));
        int completions = Tree.number(job, "spec", "completions");
        int limit = Tree.number(job, "spec", "backoffLimit");
        if (counts.succeeded() < completions && counts.failed() <= limit) {
            int wanted =
                    Math.min(
                            Tree.number(job, "spec", "parallelism"),
                            completions - counts.succeeded());
            for (int i = counts.active(); i < wanted; i++) {
                next(job, owner, counts.failed());
            }
        }
        status(job, count(owner.key(namespace)));
    }

    private Counts count(String key) {
        int active = 0;
        int ready = 0;
        int succeeded = 0;
        int failed = 0;
        for (Pod pod : world.pods.of(key)) {
            switch (pod.state().phase()) {
                case SUCCEEDED -> succeeded++;
                case FAILED, EVICTED -> failed++;
                default -> {
                    active += pod.deleting() == null ? 1 : 0;
                    ready += pod.state().ready() ? 1 : 0;
                }
            }
        }
        return new Counts(active, ready, succeeded, failed);
    }

    /** A failed pod is followed by the next after 10 s, 20 s, 40 s ... */
    private void next(ObjectNode job, Owner owner, int failed) {
        String namespace = Tree.namespace(job);
        if (failed > 0) {
            Duration wait = Duration.ofSeconds(10L << Math.min(failed - 1, 5));
            world.later(
                    wait,
                    () -> {
                        if (count(owner.key(namespace)).active() == 0
                                && count(owner.key(namespace)).failed() == failed) {
                            create(job, owner);
                        }
                    });
            return;
        }
        create(job, owner);
    }

    private void create(ObjectNode job, Owner owner) {
        replicas.create(
                new Template(
                        (ObjectNode) job.path("spec").path("template").deepCopy(),
                        owner,
                        owner.name() + "-"),
                Tree.namespace(job),
                "",
                Recorder.About.of("batch/v1", "Job", job));
    }

    private void status(ObjectNode job, Counts counts) {
        ObjectNode status = Tree.object();
        String begun = Tree.text(job, "status", "startTime");
        status.put("startTime", begun.isEmpty() ? Tree.time(world.now()) : begun);
        status.set("uncountedTerminatedPods", Tree.object());
        if (counts.active() > 0) {
            status.put("active", counts.active());
        }
        status.put("ready", counts.ready()).put("terminating", 0);
        if (counts.succeeded() > 0) {
            status.put("succeeded", counts.succeeded());
        }
        if (counts.failed() > 0) {
            status.put("failed", counts.failed());
        }
        Recorder.About about = Recorder.About.of("batch/v1", "Job", job);
        ArrayNode conditions = Tree.array();
        if (counts.succeeded() >= Tree.number(job, "spec", "completions")) {
            String words = "Reached expected number of succeeded pods";
            conditions.add(condition("SuccessCriteriaMet", "CompletionsReached", words));
            conditions.add(condition("Complete", "CompletionsReached", words));
            status.put("completionTime", Tree.time(world.now()));
            world.events.normal(about, "job-controller", "Completed", "Job completed");
        } else if (counts.failed() > Tree.number(job, "spec", "backoffLimit")) {
            String words = "Job has reached the specified backoff limit";
            conditions.add(condition("FailureTarget", "BackoffLimitExceeded", words));
            conditions.add(condition("Failed", "BackoffLimitExceeded", words));
            world.events.warning(about, "job-controller", "BackoffLimitExceeded", words);
        }
        if (!conditions.isEmpty()) {
            status.set("conditions", conditions);
        }
        replicas.status(Catalog.JOBS, job, status);
    }

    private ObjectNode condition(String type, String reason, String message) {
        return Tree.of(
                "type",
                type,
                "status",
                "True",
                "lastProbeTime",
                world.now(),
                "lastTransitionTime",
                world.now(),
                "reason",
                reason,
                "message",
                message);
    }
}
