package dev.pilothouse.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What pods of one revision have in common. Connectors share one instance between the pods of a
 * revision, which is what keeps a pod under 1 KB.
 *
 * @param labels all labels but the ones that differ per pod (such as pod-template-hash)
 * @param annotations only those that identity or ownership rules may read
 * @param initContainers their names and images; a devices request there counts by the maximum rule
 * @param resourceClaims `resourceclaim/NAME` or `resourceclaimtemplate/NAME`
 * @param configRefs names of ConfigMaps and prompt references, such as `configmap/refund-prompts`
 * @param weakeners what weakens isolation, in words: `privileged`, `hostNetwork`, `hostPath
 *     /var/run` ...
 */
public record PodTemplate(
        Map<String, String> labels,
        Map<String, String> annotations,
        List<ContainerSpec> containers,
        List<ContainerSpec> initContainers,
        @Nullable String runtimeClass,
        List<String> resourceClaims,
        List<String> configRefs,
        List<String> weakeners) {
    public PodTemplate {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        containers = List.copyOf(containers);
        initContainers = List.copyOf(initContainers);
        resourceClaims = List.copyOf(resourceClaims);
        configRefs = List.copyOf(configRefs);
        weakeners = List.copyOf(weakeners);
    }

    public static final PodTemplate EMPTY =
            new PodTemplate(
                    Map.of(), Map.of(), List.of(), List.of(), null, List.of(), List.of(),
                    List.of());
}
