package dev.pilothouse.identity;

import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums of what pods request. */
final class Devices {
    private Devices() {}

    /**
     * What the scheduler counts for one pod: the sum over containers, or the largest init container
     * where that is more.
     *
     * @see <a
     *     href="https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers">the
     *     rule</a>
     */
    static Resources requests(PodTemplate template) {
        Resources sum = Resources.NONE;
        for (ContainerSpec container : template.containers()) {
            sum = plus(sum, container.requests());
        }
        for (ContainerSpec init : template.initContainers()) {
            sum = max(sum, init.requests());
        }
        return sum;
    }

    static Resources limits(PodTemplate template) {
        Resources sum = Resources.NONE;
        for (ContainerSpec container : template.containers()) {
            sum = plus(sum, container.limits());
        }
        return sum;
    }

    static Resources plus(Resources a, Resources b) {
        if (a.equals(Resources.NONE)) {
            return b;
        }
        if (b.equals(Resources.NONE)) {
            return a;
        }
        return new Resources(
                sum(a.cpuMillis(), b.cpuMillis()),
                sum(a.memoryBytes(), b.memoryBytes()),
                merged(a.devices(), b.devices(), false));
    }

    private static Resources max(Resources a, Resources b) {
        return new Resources(
                Math.max(a.cpuMillis(), b.cpuMillis()),
                Math.max(a.memoryBytes(), b.memoryBytes()),
                merged(a.devices(), b.devices(), true));
    }

    static long sum(long a, long b) {
        return a == Resources.UNSET ? b : b == Resources.UNSET ? a : a + b;
    }

    private static Map<String, Long> merged(
            Map<String, Long> a, Map<String, Long> b, boolean larger) {
        if (b.isEmpty()) {
            return a;
        }
        if (a.isEmpty()) {
            return b;
        }
        Map<String, Long> all = new TreeMap<>(a);
        b.forEach((name, count) -> all.merge(name, count, larger ? Math::max : Long::sum));
        return all;
    }

    /** `2 gpu`, `1 mig-1g.10gb`, `1 gpu claimed`; claims that are not known are `1 claim`. */
    static String words(Map<String, Long> devices, Claims.Sum claims) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(devices)
                .forEach(
                        (name, count) -> {
                            if (count > 0 && Accelerators.is(name)) {
                                words.add(count + " " + Accelerators.label(name));
                            }
                        });
        claims.devices.forEach(
                (name, count) ->
                        words.add(
                                (count < 0 ? "all" : count)
                                        + " "
                                        + Accelerators.classLabel(name)
                                        + " claimed"));
        if (claims.unknown > 0) {
            words.add(claims.unknown + " claim");
        }
        return String.join(", ", words);
    }
}
