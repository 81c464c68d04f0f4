package dev.pilothouse.model;

import java.util.Map;

/**
 * What a pod template says of one container.
 *
 * @param env values of the few variables that name a version, a model or a service; never a secret
 */
public record ContainerSpec(
        String name, String image, Resources requests, Resources limits, Map<String, String> env) {
    public ContainerSpec {
        env = Map.copyOf(env);
    }
}
