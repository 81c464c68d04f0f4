package dev.pilothouse.connectors.kube;

import dev.pilothouse.health.WorkloadHealth;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Condition;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Replicas;
import dev.pilothouse.model.RevisionRow;
import dev.pilothouse.model.WorkloadRow;
import java.util.List;
import java.util.Map;

/** Workloads and their revisions. */
final class WorkloadMapper {
    private final TemplateMapper templates;

    WorkloadMapper(TemplateMapper templates) {
        this.templates = templates;
    }

    WorkloadRow of(ClusterId cluster, Kind kind, Json object) {
        Json metadata = object.at("metadata");
        Json spec = object.at("spec");
        Json status = object.at("status");
        List<Condition> conditions = Metadata.conditions(status);
        Replicas replicas = replicas(kind, spec, status);
        boolean paused = spec.flag("paused") || spec.flag("suspend");
        boolean observed =
                status.number("observedGeneration", -1) >= metadata.number("generation", 0);
        Json template =
                kind == Kind.CRON_JOB
                        ? spec.at("jobTemplate", "spec").at("template")
                        : spec.at("template");
        return new WorkloadRow(
                Metadata.key(cluster, kind, object),
                metadata.text("uid"),
                Metadata.created(object),
                Metadata.owner(object),
                metadata.texts("labels"),
                Metadata.keptAnnotations(metadata),
                templates.of(template.at("metadata"), template.at("spec")),
                replicas,
                paused,
                observed,
                revision(kind, metadata, status),
                conditions,
                Metadata.managed(object),
                health(kind, new Facts(replicas, paused, observed, conditions, spec)));
    }

    private record Facts(
            Replicas replicas,
            boolean paused,
            boolean observed,
            List<Condition> conditions,
            Json spec) {}

    private static Health health(Kind kind, Facts facts) {
        return switch (kind) {
            case JOB -> WorkloadHealth.ofJob(facts.replicas(), facts.paused(), facts.conditions());
            case CRON_JOB ->
                    WorkloadHealth.ofCronJob(facts.paused(), facts.spec().text("schedule"));
            default ->
                    WorkloadHealth.ofReplicas(
                            facts.replicas(), facts.paused(), facts.observed(), facts.conditions());
        };
    }

    private static Replicas replicas(Kind kind, Json spec, Json status) {
        return switch (kind) {
            case DAEMON_SET ->
                    new Replicas(
                            status.count("desiredNumberScheduled"),
                            status.count("currentNumberScheduled"),
                            status.count("updatedNumberScheduled"),
                            status.count("numberReady"),
                            status.count("numberAvailable"));
            case JOB -> {
                int wanted = (int) spec.number("parallelism", 1);
                int active = status.count("active");
                yield new Replicas(
                        active == 0 ? 0 : wanted,
                        active,
                        active,
                        status.count("ready"),
                        status.count("ready"));
            }
            case CRON_JOB -> new Replicas(0, status.list("active").size(), 0, 0, 0);
            default -> {
                int desired = (int) spec.number("replicas", 1);
                // A StatefulSet whose update has finished reports no updatedReplicas of its own on
                // some servers.
                int updated =
                        kind == Kind.STATEFUL_SET
                                        && status.text("currentRevision")
                                                .equals(status.text("updateRevision"))
                                ? status.count("replicas")
                                : status.count("updatedReplicas");
                yield new Replicas(
                        desired,
                        status.count("replicas"),
                        updated,
                        status.count("readyReplicas"),
                        status.count("availableReplicas"));
            }
        };
    }

    private static String revision(Kind kind, Json metadata, Json status) {
        return switch (kind) {
            case DEPLOYMENT ->
                    metadata.texts("annotations")
                            .getOrDefault("deployment.kubernetes.io/revision", "");
            case STATEFUL_SET -> status.text("updateRevision");
            default -> "";
        };
    }

    RevisionRow replicaSet(ClusterId cluster, Json object) {
        Json metadata = object.at("metadata");
        Json spec = object.at("spec");
        Json status = object.at("status");
        Map<String, String> annotations = metadata.texts("annotations");
        Json template = spec.at("template");
        return new RevisionRow(
                Metadata.key(cluster, Kind.REPLICA_SET, object),
                metadata.text("uid"),
                Metadata.created(object),
                Metadata.owner(object),
                number(
                        annotations.getOrDefault(
                                "deployment.kubernetes.io/revision",
                                annotations.getOrDefault("rollout.argoproj.io/revision", "0"))),
                templates.of(template.at("metadata"), template.at("spec")),
                new Replicas(
                        (int) spec.number("replicas", 0),
                        status.count("replicas"),
                        status.count("replicas"),
                        status.count("readyReplicas"),
                        status.count("availableReplicas")),
                annotations.getOrDefault("kubernetes.io/change-cause", ""));
    }

    RevisionRow controllerRevision(ClusterId cluster, Json object) {
        Json metadata = object.at("metadata");
        Json template = object.at("data", "spec").at("template");
        PodTemplate shape = templates.of(template.at("metadata"), template.at("spec"));
        return new RevisionRow(
                Metadata.key(cluster, Kind.CONTROLLER_REVISION, object),
                metadata.text("uid"),
                Metadata.created(object),
                Metadata.owner(object),
                object.number("revision", 0),
                shape,
                Replicas.NONE,
                metadata.texts("annotations").getOrDefault("kubernetes.io/change-cause", ""));
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
