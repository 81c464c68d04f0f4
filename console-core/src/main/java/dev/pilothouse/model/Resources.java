package dev.pilothouse.model;

import java.util.Map;

/**
 * Requests or limits of a container, or their sum.
 *
 * @param cpuMillis thousandths of a core; {@link #UNSET} when nothing is set
 * @param memoryBytes bytes; {@link #UNSET} when nothing is set
 * @param devices GPUs and other devices by resource name, such as `nvidia.com/gpu`; whole devices
 */
public record Resources(long cpuMillis, long memoryBytes, Map<String, Long> devices) {
    public static final long UNSET = -1;
    public static final Resources NONE = new Resources(UNSET, UNSET, Map.of());

    public Resources {
        devices = Map.copyOf(devices);
    }
}
