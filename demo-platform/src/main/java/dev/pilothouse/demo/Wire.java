package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers that do not depend on objects: discovery, version, statuses. */
final class Wire {
    private Wire() {}

    static ObjectNode version() {
        return Tree.of(
                "major",
                "1",
                "minor",
                "36",
                "gitVersion",
                "v1.36.3+demo",
                "gitTreeState",
                "clean",
                "goVersion",
                "none",
                "platform",
                "demo/loopback");
    }

    static ObjectNode apiVersions() {
        ObjectNode answer = Tree.of("kind", "APIVersions");
        answer.putArray("versions").add("v1");
        return answer;
    }

    static ObjectNode groups() {
        ObjectNode answer = Tree.of("kind", "APIGroupList", "apiVersion", "v1");
        ArrayNode groups = answer.putArray("groups");
        Arrays.stream(Resource.values())
                .filter(r -> !r.group.isEmpty())
                .map(Resource::apiVersion)
                .distinct()
                .forEach(
                        apiVersion -> {
                            int slash = apiVersion.indexOf('/');
                            ObjectNode version =
                                    Tree.of(
                                            "groupVersion",
                                            apiVersion,
                                            "version",
                                            apiVersion.substring(slash + 1));
                            groups.add(
                                    Tree.of(
                                            "name",
                                            apiVersion.substring(0, slash),
                                            "versions",
                                            Tree.list(version),
                                            "preferredVersion",
                                            version.deepCopy()));
                        });
        return answer;
    }

    static Optional<ObjectNode> resources(String apiVersion) {
        List<Resource> served =
                Arrays.stream(Resource.values())
                        .filter(r -> r.apiVersion().equals(apiVersion))
                        .toList();
        if (served.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode answer =
                Tree.of("kind", "APIResourceList", "apiVersion", "v1", "groupVersion", apiVersion);
        ArrayNode resources = answer.putArray("resources");
        for (Resource resource : served) {
            ObjectNode entry =
                    Tree.of(
                            "name",
                            resource.plural,
                            "singularName",
                            resource.kind.toLowerCase(java.util.Locale.ROOT),
                            "namespaced",
                            resource.namespaced,
                            "kind",
                            resource.kind);
            ArrayNode verbs = entry.putArray("verbs");
            List.of("get", "list", "watch", "delete").forEach(verbs::add);
            if (!resource.shortName.isEmpty()) {
                entry.putArray("shortNames").add(resource.shortName);
            }
            resources.add(entry);
        }
        if (apiVersion.equals("v1")) {
            ObjectNode log =
                    Tree.of(
                            "name",
                            "pods/log",
                            "singularName",
                            "",
                            "namespaced",
                            true,
                            "kind",
                            "Pod");
            log.putArray("verbs").add("get");
            resources.add(log);
        }
        return Optional.of(answer);
    }

    static ObjectNode success() {
        return Tree.of(
                "kind",
                "Status",
                "apiVersion",
                "v1",
                "metadata",
                Tree.object(),
                "status",
                "Success");
    }

    static String forbidden(List<String> path) {
        return path.getLast()
                + " is forbidden: User \"admin\" cannot list resource \""
                + path.getLast()
                + "\" in API group \"\" at the cluster scope";
    }

    static int number(@Nullable String text, int otherwise) {
        return (int) longNumber(text, otherwise);
    }

    static long longNumber(@Nullable String text, long otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
