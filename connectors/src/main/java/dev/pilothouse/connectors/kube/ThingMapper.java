package dev.pilothouse.connectors.kube;

import dev.pilothouse.health.WorkloadHealth;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Condition;
import dev.pilothouse.model.EventRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.NodeRow;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.RuntimeClassRow;
import dev.pilothouse.model.UsageRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes, events, runtime classes and usage. */
final class ThingMapper {
    private static final String ROLE = "node-role.kubernetes.io/";

    private ThingMapper() {}

    static NodeRow node(ClusterId cluster, Json object) {
        Json metadata = object.at("metadata");
        Json status = object.at("status");
        Map<String, String> labels = new HashMap<>();
        List<String> roles = new ArrayList<>();
        metadata.texts("labels")
                .forEach(
                        (name, value) -> {
                            if (name.startsWith(ROLE)) {
                                roles.add(name.substring(ROLE.length()));
                            } else if (name.contains("nvidia.com/")
                                    || name.contains("amd.com/")
                                    || name.startsWith("topology.kubernetes.io/")
                                    || name.equals("node.kubernetes.io/instance-type")) {
                                labels.put(name, value);
                            }
                        });
        List<Condition> conditions = Metadata.conditions(status);
        Map<String, String> allocatable = status.texts("allocatable");
        Resources capacity = Quantities.resources(allocatable);
        Json info = status.at("nodeInfo");
        boolean cordoned = object.at("spec").flag("unschedulable");
        return new NodeRow(
                Metadata.key(cluster, Kind.NODE, object),
                metadata.text("uid"),
                Metadata.created(object),
                roles,
                info.text("kubeletVersion"),
                info.text("containerRuntimeVersion"),
                status.list("addresses").stream()
                        .filter(a -> a.text("type").equals("InternalIP"))
                        .map(a -> a.text("address"))
                        .findFirst()
                        .orElse(""),
                capacity,
                Math.round(Quantities.parse(allocatable.get("pods"))),
                cordoned,
                object.at("spec").list("taints").stream().map(ThingMapper::taint).toList(),
                conditions,
                labels,
                WorkloadHealth.ofNode(cordoned, conditions));
    }

    private static String taint(Json taint) {
        String value = taint.text("value");
        return taint.text("key")
                + (value.isEmpty() ? "" : "=" + value)
                + ":"
                + taint.text("effect");
    }

    static EventRow event(ClusterId cluster, Json object) {
        Json about = object.at("involvedObject");
        Instant created = Metadata.created(object);
        Instant last =
                first(
                        object.at("series").time("lastObservedTime"),
                        object.time("lastTimestamp"),
                        object.time("eventTime"),
                        created);
        int count = Math.max(object.count("count"), object.at("series").count("count"));
        String source = object.at("source").text("component");
        return new EventRow(
                Metadata.key(cluster, Kind.EVENT, object),
                new EventRow.About(
                        Pool.share(about.text("kind")),
                        Pool.share(about.text("namespace")),
                        about.text("name"),
                        about.text("uid")),
                object.text("type").equals("Warning"),
                Pool.share(object.text("reason")),
                object.message("message"),
                Math.max(1, count),
                first(object.time("firstTimestamp"), created),
                last,
                Pool.share(source.isEmpty() ? object.text("reportingComponent") : source));
    }

    private static Instant first(@org.jspecify.annotations.Nullable Instant... times) {
        for (Instant time : times) {
            if (time != null) {
                return time;
            }
        }
        return Instant.EPOCH;
    }

    static RuntimeClassRow runtimeClass(ClusterId cluster, Json object) {
        return new RuntimeClassRow(
                Metadata.key(cluster, Kind.RUNTIME_CLASS, object), object.text("handler"));
    }

    /** Sums of the containers of a PodMetrics. */
    static UsageRow usage(ClusterId cluster, Json object) {
        double cores = 0;
        double bytes = 0;
        for (Json container : object.list("containers")) {
            Map<String, String> usage = container.texts("usage");
            cores += Quantities.parse(usage.get("cpu"));
            bytes += Quantities.parse(usage.get("memory"));
        }
        ObjectKey pod = Metadata.key(cluster, Kind.POD, object);
        return new UsageRow(
                pod,
                Math.round(cores * 1_000),
                Math.round(bytes),
                first(object.time("timestamp"), Instant.EPOCH));
    }
}
