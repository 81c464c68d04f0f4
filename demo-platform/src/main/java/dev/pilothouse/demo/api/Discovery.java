package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Resource;
import dev.pilothouse.demo.state.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says which kinds there are: one group at a time, or all in one answer (aggregated discovery v2).
 */
final class Discovery {
    static final String AGGREGATED =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private static final List<String> STORED =
            List.of(
                    "create",
                    "delete",
                    "deletecollection",
                    "get",
                    "list",
                    "patch",
                    "update",
                    "watch");

    private final Catalog catalog;

    Discovery(Catalog catalog) {
        this.catalog = catalog;
    }

    static ObjectNode version() {
        ObjectNode version = Tree.of("major", "1", "minor", "36");
        version.put("emulationMajor", "1").put("emulationMinor", "36");
        version.put("minCompatibilityMajor", "1").put("minCompatibilityMinor", "35");
        version.put("gitVersion", "v1.36.3+demo").put("gitCommit", "demo");
        version.put("gitTreeState", "clean").put("buildDate", "2026-11-01T00:00:00Z");
        return version.put("goVersion", "none").put("compiler", "none").put("platform", "demo");
    }

    static ObjectNode versions() {
        ObjectNode answer = Tree.of("kind", "APIVersions");
        answer.set("versions", Tree.texts(List.of("v1")));
        answer.set("serverAddressByClientCIDRs", Tree.array());
        return answer;
    }

    private Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Resource resource : catalog.served()) {
            if (!resource.group().isEmpty()) {
                List<String> versions =
                        groups.computeIfAbsent(resource.group(), g -> new ArrayList<>());
                if (!versions.contains(resource.version())) {
                    versions.add(resource.version());
                }
            }
        }
        return groups;
    }

    ObjectNode list() {
        ObjectNode answer = Tree.of("kind", "APIGroupList", "apiVersion", "v1");
        ArrayNode all = answer.putArray("groups");
        groups().keySet().forEach(group -> all.add(group(group).orElseThrow()));
        return answer;
    }

    /** What /apis/GROUP says, without its kind. */
    Optional<ObjectNode> group(String name) {
        List<String> versions = groups().get(name);
        if (versions == null) {
            return Optional.empty();
        }
        ArrayNode all = Tree.array();
        for (String version : versions) {
            all.add(Tree.of("groupVersion", name + "/" + version, "version", version));
        }
        return Optional.of(
                Tree.of("name", name, "versions", all, "preferredVersion", all.path(0).deepCopy()));
    }

    private static List<String> verbs(Resource resource) {
        if (!resource.has("computed")) {
            return STORED;
        }
        return resource.group().equals("metrics.k8s.io")
                ? List.of("get", "list")
                : List.of("create");
    }

    private static ArrayNode categories(Resource resource) {
        return Tree.texts(resource.has("all") ? List.of("all") : List.of());
    }

    /** What /api/v1 or /apis/GROUP/VERSION says. */
    Optional<ObjectNode> resources(String apiVersion) {
        ArrayNode all = Tree.array();
        for (Resource resource : catalog.served()) {
            if (resource.apiVersion().equals(apiVersion)) {
                all.add(entry(resource));
                subresources(resource).forEach((sub, kind) -> all.add(entry(resource, sub, kind)));
            }
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Tree.of(
                        "kind",
                        "APIResourceList",
                        "apiVersion",
                        "v1",
                        "groupVersion",
                        apiVersion,
                        "resources",
                        all));
    }

    private static ObjectNode entry(Resource resource) {
        ObjectNode entry =
                Tree.of(
                        "name",
                        resource.plural(),
                        "singularName",
                        resource.kind().toLowerCase(Locale.ROOT),
                        "namespaced",
                        resource.namespaced(),
                        "kind",
                        resource.kind());
        entry.set("verbs", Tree.texts(verbs(resource)));
        if (!resource.shortNames().isEmpty()) {
            entry.set("shortNames", Tree.texts(resource.shortNames()));
        }
        if (resource.has("all")) {
            entry.set("categories", categories(resource));
        }
        return entry;
    }

    private static ObjectNode entry(Resource resource, String sub, String kind) {
        ObjectNode entry = Tree.of("name", resource.plural() + "/" + sub, "singularName", "");
        entry.put("namespaced", resource.namespaced());
        if (kind.equals("Scale")) {
            entry.put("group", "autoscaling").put("version", "v1");
        }
        entry.put("kind", kind).set("verbs", Tree.texts(verbs(sub)));
        return entry;
    }

    private static List<String> verbs(String sub) {
        return switch (sub) {
            case "log" -> List.of("get");
            case "eviction" -> List.of("create");
            default -> List.of("get", "patch", "update");
        };
    }

    /** Subresources with the kind that they speak. */
    private static Map<String, String> subresources(Resource resource) {
        Map<String, String> subs = new LinkedHashMap<>();
        for (String sub : List.of("eviction", "log", "scale", "status")) {
            if (resource.has(sub)) {
                subs.put(
                        sub,
                        switch (sub) {
                            case "scale" -> "Scale";
                            case "eviction" -> "Eviction";
                            default -> resource.kind();
                        });
            }
        }
        return subs;
    }

    /** All groups with all their kinds; the core group alone for /api. */
    ObjectNode aggregated(boolean core) {
        ObjectNode answer =
                Tree.of(
                        "kind",
                        "APIGroupDiscoveryList",
                        "apiVersion",
                        "apidiscovery.k8s.io/v2",
                        "metadata",
                        Tree.object());
        ArrayNode items = answer.putArray("items");
        if (core) {
            items.add(aggregated("", List.of("v1")));
        } else {
            groups().forEach((group, versions) -> items.add(aggregated(group, versions)));
        }
        return answer;
    }

    private ObjectNode aggregated(String group, List<String> versions) {
        ObjectNode metadata = Tree.object();
        if (!group.isEmpty()) {
            metadata.put("name", group);
        }
        ArrayNode all = Tree.array();
        for (String version : versions) {
            ArrayNode resources = Tree.array();
            for (Resource resource : catalog.served()) {
                if (resource.group().equals(group) && resource.version().equals(version)) {
                    resources.add(aggregated(resource));
                }
            }
            all.add(Tree.of("version", version, "resources", resources, "freshness", "Current"));
        }
        return Tree.of("metadata", metadata, "versions", all);
    }

    private static ObjectNode aggregated(Resource resource) {
        ObjectNode entry = Tree.of("resource", resource.plural());
        entry.set("responseKind", kind(resource.group(), resource.version(), resource.kind()));
        entry.put("scope", resource.namespaced() ? "Namespaced" : "Cluster");
        entry.put("singularResource", resource.kind().toLowerCase(Locale.ROOT));
        entry.set("verbs", Tree.texts(verbs(resource)));
        if (!resource.shortNames().isEmpty()) {
            entry.set("shortNames", Tree.texts(resource.shortNames()));
        }
        if (resource.has("all")) {
            entry.set("categories", categories(resource));
        }
        ArrayNode subs = Tree.array();
        subresources(resource)
                .forEach(
                        (sub, kind) -> {
                            ObjectNode one = Tree.of("subresource", sub);
                            one.set(
                                    "responseKind",
                                    kind.equals("Scale")
                                            ? kind("autoscaling", "v1", kind)
                                            : kind(resource.group(), resource.version(), kind));
                            one.set("verbs", Tree.texts(verbs(sub)));
                            subs.add(one);
                        });
        if (!subs.isEmpty()) {
            entry.set("subresources", subs);
        }
        return entry;
    }

    private static ObjectNode kind(String group, String version, String kind) {
        return Tree.of("group", group, "version", version, "kind", kind);
    }
}
