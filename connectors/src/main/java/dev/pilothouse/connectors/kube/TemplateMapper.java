package dev.pilothouse.connectors.kube;

import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads a pod's metadata and spec into a template. Values of environment variables are kept only
 * where a rule asks for them.
 */
final class TemplateMapper {
    /** Labels that differ between the pods of one revision; keeping them would end the sharing. */
    private static final Set<String> PER_POD =
            Set.of(
                    "statefulset.kubernetes.io/pod-name",
                    "apps.kubernetes.io/pod-index",
                    "controller-revision-hash",
                    "pod-template-hash",
                    "rollouts-pod-template-hash",
                    "batch.kubernetes.io/controller-uid",
                    "batch.kubernetes.io/job-completion-index",
                    "controller-uid",
                    "agents.x-k8s.io/sandbox-name-hash");

    private static final List<String> SECRET_WORDS =
            List.of(
                    "secret",
                    "token",
                    "password",
                    "passwd",
                    "apikey",
                    "api_key",
                    "private",
                    "credential");

    private final Predicate<String> mayKeepEnv;

    TemplateMapper(IdentityRules rules) {
        mayKeepEnv = rules::mayKeepEnv;
    }

    PodTemplate of(Json metadata, Json spec) {
        Map<String, String> labels = new HashMap<>(metadata.texts("labels"));
        labels.keySet().removeAll(PER_POD);
        return Pool.share(
                new PodTemplate(
                        labels,
                        Metadata.keptAnnotations(metadata),
                        containers(spec.list("containers")),
                        containers(spec.list("initContainers")),
                        spec.text("runtimeClassName").isEmpty()
                                ? null
                                : Pool.share(spec.text("runtimeClassName")),
                        spec.list("resourceClaims").stream().map(TemplateMapper::claim).toList(),
                        configRefs(spec),
                        weakeners(spec)));
    }

    private static String claim(Json claim) {
        String template = claim.text("resourceClaimTemplateName");
        return Pool.share(
                template.isEmpty()
                        ? "resourceclaim/" + claim.text("resourceClaimName")
                        : "resourceclaimtemplate/" + template);
    }

    private List<ContainerSpec> containers(List<Json> all) {
        List<ContainerSpec> containers = new ArrayList<>(all.size());
        for (Json container : all) {
            Json resources = container.at("resources");
            Resources limits = Quantities.resources(resources.texts("limits"));
            containers.add(
                    new ContainerSpec(
                            Pool.share(container.text("name")),
                            Pool.share(container.text("image")),
                            Quantities.resources(resources.texts("requests")),
                            limits,
                            env(container)));
        }
        return containers;
    }

    private Map<String, String> env(Json container) {
        Map<String, String> kept = new HashMap<>();
        for (Json variable : container.list("env")) {
            String name = variable.text("name");
            if (mayKeepEnv.test(name) && !looksSecret(name) && variable.has("value")) {
                kept.put(name, variable.text("value"));
            }
        }
        return kept;
    }

    static boolean looksSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET_WORDS.stream().anyMatch(lower::contains);
    }

    private static List<String> configRefs(Json spec) {
        List<String> refs = new ArrayList<>();
        for (Json container : spec.list("containers")) {
            for (Json source : container.list("envFrom")) {
                addRef(refs, source.at("configMapRef").text("name"));
            }
            for (Json variable : container.list("env")) {
                addRef(refs, variable.at("valueFrom", "configMapKeyRef").text("name"));
            }
        }
        for (Json volume : spec.list("volumes")) {
            String name = volume.at("configMap").text("name");
            if (!name.equals("kube-root-ca.crt")) {
                addRef(refs, name);
            }
        }
        return refs;
    }

    private static void addRef(List<String> refs, String name) {
        String ref = "configmap/" + name;
        if (!name.isEmpty() && !refs.contains(ref)) {
            refs.add(ref);
        }
    }

    private static List<String> weakeners(Json spec) {
        List<String> found = new ArrayList<>();
        for (String flag : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (spec.flag(flag)) {
                found.add(flag);
            }
        }
        for (Json volume : spec.list("volumes")) {
            String path = volume.at("hostPath").text("path");
            if (!path.isEmpty()) {
                found.add("hostPath " + path);
            }
        }
        for (Json container : spec.list("containers")) {
            if (container.at("securityContext").flag("privileged")) {
                found.add("privileged container " + container.text("name"));
            }
        }
        return found;
    }
}
