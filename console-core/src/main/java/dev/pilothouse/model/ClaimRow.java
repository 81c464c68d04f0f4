package dev.pilothouse.model;

import java.util.Map;

/**
 * A ResourceClaim or a ResourceClaimTemplate of dynamic resource allocation.
 *
 * @param devices devices by device class, such as `gpu.nvidia.com`; {@link #ALL} for all that a
 *     node has
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/">dynamic
 *     resource allocation</a>
 */
public record ClaimRow(ObjectKey key, Map<String, Long> devices) {
    /** The count of a request for every matching device of a node, before it is allocated. */
    public static final long ALL = -1;

    public ClaimRow {
        devices = Map.copyOf(devices);
    }
}
