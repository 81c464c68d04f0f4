package dev.pilothouse.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pod.
 *
 * @param phase the API's phase: Pending, Running, Succeeded, Failed, Unknown
 * @param health what a user should read, derived by the connector from containers and conditions
 * @param notReadySince when the Ready condition last became False, when it is False now
 */
public record PodRow(
        ObjectKey key,
        String uid,
        PodTemplate template,
        @Nullable OwnerRef owner,
        @Nullable String node,
        Instant created,
        @Nullable Instant deleting,
        String phase,
        Health health,
        List<ContainerState> containers,
        @Nullable Instant notReadySince) {

    public PodRow {
        containers = List.copyOf(containers);
    }

    /** Ready containers, without init containers. */
    public int readyContainers() {
        int ready = 0;
        for (ContainerState container : containers) {
            if (!container.init() && container.ready()) {
                ready++;
            }
        }
        return ready;
    }

    /** Containers of the template, without init containers. */
    public int totalContainers() {
        return template.containers().size();
    }

    /** Restarts of all containers. */
    public int restarts() {
        int sum = 0;
        for (ContainerState container : containers) {
            sum += container.restarts();
        }
        return sum;
    }

    /** True when the pod counts as ready in its workload. */
    public boolean ready() {
        return deleting == null
                && "Running".equals(phase)
                && readyContainers() == totalContainers()
                && totalContainers() > 0;
    }
}
