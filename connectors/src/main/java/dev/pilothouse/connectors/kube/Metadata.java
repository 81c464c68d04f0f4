package dev.pilothouse.connectors.kube;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Condition;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.Managed;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.OwnerRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what every object has. */
final class Metadata {
    private static final List<String> KEPT_ANNOTATIONS =
            List.of(
                    "pilothouse.dev/",
                    "kubernetes.io/change-cause",
                    "deployment.kubernetes.io/revision",
                    "rollout.argoproj.io/revision",
                    "kubectl.kubernetes.io/default-container");

    private Metadata() {}

    static ObjectKey key(ClusterId cluster, Kind kind, Json object) {
        Json metadata = object.at("metadata");
        return new ObjectKey(
                cluster, kind, Pool.share(metadata.text("namespace")), metadata.text("name"));
    }

    static Instant created(Json object) {
        Instant at = object.at("metadata").time("creationTimestamp");
        return at == null ? Instant.EPOCH : at;
    }

    /** The controlling owner; an owner that does not control comes second. */
    static @Nullable OwnerRef owner(Json object) {
        OwnerRef first = null;
        for (Json reference : object.at("metadata").list("ownerReferences")) {
            OwnerRef owner =
                    new OwnerRef(
                            Pool.share(reference.text("apiVersion")),
                            Pool.share(reference.text("kind")),
                            Pool.share(reference.text("name")),
                            Pool.share(reference.text("uid")));
            if (reference.flag("controller")) {
                return owner;
            }
            first = first == null ? owner : first;
        }
        return first;
    }

    static Map<String, String> keptAnnotations(Json metadata) {
        Map<String, String> kept = new HashMap<>();
        metadata.texts("annotations")
                .forEach(
                        (name, value) -> {
                            if (KEPT_ANNOTATIONS.stream().anyMatch(name::startsWith)) {
                                kept.put(name, value);
                            }
                        });
        return kept;
    }

    /**
     * Who would revert a change made by hand.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/">Argo CD
     *     resource tracking</a>
     */
    static Managed managed(Json object) {
        Json metadata = object.at("metadata");
        Map<String, String> annotations = metadata.texts("annotations");
        Map<String, String> labels = metadata.texts("labels");
        String tracking = annotations.get("argocd.argoproj.io/tracking-id");
        if (tracking != null) {
            int colon = tracking.indexOf(':');
            return new Managed(
                    Managed.Manager.ARGO_CD,
                    colon < 0 ? tracking : tracking.substring(0, colon),
                    "annotation argocd.argoproj.io/tracking-id");
        }
        String flux = labels.get("kustomize.toolkit.fluxcd.io/name");
        if (flux != null) {
            return new Managed(
                    Managed.Manager.FLUX,
                    labels.getOrDefault("kustomize.toolkit.fluxcd.io/namespace", "") + "/" + flux,
                    "label kustomize.toolkit.fluxcd.io/name");
        }
        String fluxHelm = labels.get("helm.toolkit.fluxcd.io/name");
        if (fluxHelm != null) {
            return new Managed(
                    Managed.Manager.FLUX,
                    labels.getOrDefault("helm.toolkit.fluxcd.io/namespace", "") + "/" + fluxHelm,
                    "label helm.toolkit.fluxcd.io/name");
        }
        String release = annotations.get("meta.helm.sh/release-name");
        if (release != null) {
            return new Managed(
                    Managed.Manager.HELM,
                    annotations.getOrDefault("meta.helm.sh/release-namespace", "") + "/" + release,
                    "annotation meta.helm.sh/release-name");
        }
        OwnerRef owner = owner(object);
        if (owner != null
                && !owner.apiVersion().startsWith("apps/")
                && !owner.apiVersion().startsWith("batch/")) {
            return new Managed(
                    Managed.Manager.OPERATOR,
                    owner.kind() + " " + owner.name(),
                    "owner reference " + owner.apiVersion() + " " + owner.kind());
        }
        return Managed.NOBODY;
    }

    static List<Condition> conditions(Json status) {
        return status.list("conditions").stream()
                .map(
                        c ->
                                new Condition(
                                        Pool.share(c.text("type")),
                                        Pool.share(c.text("status")),
                                        Pool.share(c.text("reason")),
                                        c.message("message"),
                                        c.time("lastTransitionTime")))
                .toList();
    }
}
