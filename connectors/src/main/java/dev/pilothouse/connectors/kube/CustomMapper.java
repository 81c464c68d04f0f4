package dev.pilothouse.connectors.kube;

import dev.pilothouse.health.WorkloadHealth;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Condition;
import dev.pilothouse.model.CustomRow;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Replicas;
import dev.pilothouse.text.CleanText;
import java.util.List;

/** Custom resources that declare agents or serve models, each by its own status fields. */
final class CustomMapper {
    private final TemplateMapper templates;

    CustomMapper(TemplateMapper templates) {
        this.templates = templates;
    }

    CustomRow of(ClusterId cluster, Kind kind, Json object) {
        Json metadata = object.at("metadata");
        Json spec = object.at("spec");
        Json status = object.at("status");
        List<Condition> conditions = Metadata.conditions(status);
        return new CustomRow(
                Metadata.key(cluster, kind, object),
                metadata.text("uid"),
                Metadata.created(object),
                Metadata.owner(object),
                metadata.texts("labels"),
                Metadata.keptAnnotations(metadata),
                template(kind, spec),
                replicas(kind, spec, status),
                kind == Kind.ROLLOUT
                        ? metadata.texts("annotations")
                                .getOrDefault("rollout.argoproj.io/revision", "")
                        : "",
                model(kind, spec),
                detail(kind, spec, status),
                conditions,
                Metadata.managed(object),
                health(kind, spec, status, conditions));
    }

    private PodTemplate template(Kind kind, Json spec) {
        Json template =
                switch (kind) {
                    case ROLLOUT -> spec.at("template");
                    case SANDBOX -> spec.at("podTemplate");
                    default -> Json.EMPTY;
                };
        return template == Json.EMPTY
                ? PodTemplate.EMPTY
                : templates.of(template.at("metadata"), template.at("spec"));
    }

    private static Replicas replicas(Kind kind, Json spec, Json status) {
        return switch (kind) {
            case ROLLOUT ->
                    new Replicas(
                            (int) spec.number("replicas", 1),
                            status.count("replicas"),
                            status.count("updatedReplicas"),
                            status.count("readyReplicas"),
                            status.count("availableReplicas"));
            case KUBEAI_MODEL -> {
                Json replicas = status.at("replicas");
                yield new Replicas(
                        replicas.count("all"),
                        replicas.count("all"),
                        replicas.count("all"),
                        replicas.count("ready"),
                        replicas.count("ready"));
            }
            case RAY_CLUSTER -> {
                int desired = status.count("desiredWorkerReplicas");
                int ready = status.count("readyWorkerReplicas");
                yield new Replicas(
                        desired, desired, desired, ready, status.count("availableWorkerReplicas"));
            }
            case LLM_INFERENCE_SERVICE -> {
                int desired = (int) spec.number("replicas", 1);
                Json primary = status.at("workloads", "primary");
                int ready = primary.count("readyReplicas");
                yield primary == Json.EMPTY
                        ? Replicas.NONE
                        : new Replicas(desired, ready, ready, ready, ready);
            }
            case RAY_SERVICE -> {
                Json cluster = status.at("activeServiceStatus", "rayClusterStatus");
                int desired = cluster.count("desiredWorkerReplicas");
                int ready = cluster.count("readyWorkerReplicas");
                int available = cluster.count("availableWorkerReplicas");
                yield new Replicas(desired, desired, desired, ready, available);
            }
            default -> Replicas.NONE;
        };
    }

    private static String model(Kind kind, Json spec) {
        return switch (kind) {
            case KUBEAI_MODEL -> spec.text("url");
            case KAGENT_AGENT -> spec.at("declarative").text("modelConfig");
            case LLM_INFERENCE_SERVICE ->
                    first(spec.at("model").text("name"), spec.at("model").text("uri"));
            case INFERENCE_SERVICE -> {
                Json model = spec.at("predictor", "model");
                yield first(model.text("storageUri"), model.at("modelFormat").text("name"));
            }
            default -> "";
        };
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }

    private static String detail(Kind kind, Json spec, Json status) {
        return switch (kind) {
            case ROLLOUT -> {
                int steps = spec.at("strategy", "canary").list("steps").size();
                yield steps == 0
                        ? ""
                        : "step " + Math.min(steps, status.count("currentStepIndex")) + "/" + steps;
            }
            case SANDBOX -> spec.text("operatingMode");
            case INFERENCE_SERVICE -> status.at("modelStatus").text("transitionStatus");
            case RAY_SERVICE -> status.text("serviceStatus");
            case RAY_CLUSTER -> status.text("state");
            case KAGENT_AGENT -> spec.text("type");
            default -> "";
        };
    }

    private static Health health(Kind kind, Json spec, Json status, List<Condition> conditions) {
        return switch (kind) {
            case ROLLOUT ->
                    WorkloadHealth.ofCustom(
                            kind, status.text("phase"), status.message("message"), conditions);
            case RAY_CLUSTER -> rayCluster(status, conditions);
            case RAY_SERVICE -> rayService(status, conditions);
            case SANDBOX ->
                    spec.text("operatingMode").equals("Suspended")
                            ? new Health(Health.Level.IDLE, "suspended", "")
                            : WorkloadHealth.ofCustom(kind, "", "", conditions);
            case KUBEAI_MODEL -> {
                Json replicas = status.at("replicas");
                yield !status.has("replicas")
                        ? WorkloadHealth.ofCustom(kind, "", "", conditions)
                        : replicas.count("all") == 0
                                ? new Health(Health.Level.IDLE, "scaled to 0", "")
                                : replicas.count("ready") >= replicas.count("all")
                                        ? Health.ok("ready")
                                        : new Health(
                                                Health.Level.STARTING,
                                                "loading",
                                                replicas.count("ready")
                                                        + "/"
                                                        + replicas.count("all")
                                                        + " ready");
            }
            case INFERENCE_SERVICE -> {
                Json model = status.at("modelStatus");
                String failed = model.at("lastFailureInfo").message("message");
                // The last failure stays in the status after the model was loaded.
                yield failed.isEmpty() || model.text("transitionStatus").equals("UpToDate")
                        ? WorkloadHealth.ofCustom(kind, "", "", conditions)
                        : new Health(Health.Level.BAD, "model failed", failed);
            }
            default -> WorkloadHealth.ofCustom(kind, "", "", conditions);
        };
    }

    /** `state` stays `ready` when workers are lost later, so they are counted. */
    private static Health rayCluster(Json status, List<Condition> conditions) {
        Health said =
                WorkloadHealth.ofCustom(
                        Kind.RAY_CLUSTER,
                        status.text("state"),
                        status.message("reason"),
                        conditions);
        int desired = status.count("desiredWorkerReplicas");
        int ready = status.count("readyWorkerReplicas");
        return said.level() == Health.Level.OK && ready < desired
                ? new Health(
                        Health.Level.STARTING,
                        "not ready",
                        ready + "/" + desired + " workers ready")
                : said;
    }

    /** An application that failed says more than the service above it. */
    private static Health rayService(Json status, List<Condition> conditions) {
        Json applications = status.at("activeServiceStatus", "applicationStatuses");
        for (String name : applications.fields().keySet()) {
            String state = applications.at(name).text("status");
            if (state.equals("UNHEALTHY") || state.equals("DEPLOY_FAILED")) {
                String message = applications.at(name).message("message");
                return new Health(
                        Health.Level.BAD,
                        "degraded",
                        CleanText.line(name, 60) + " " + state + ": " + message);
            }
        }
        return WorkloadHealth.ofCustom(Kind.RAY_SERVICE, "", "", conditions);
    }
}
