package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the pods of one ReplicaSet (or other owner) have in common, written once and shared by all.
 */
final class Template {
    private static final Pattern FAILURE = Pattern.compile("-sim-([a-z]+)");

    /** One container as its status needs it. */
    record Container(String name, String image, boolean init) {}

    final Map<String, String> labels;
    final List<Container> containers;
    final Owner owner;
    final Needs needs;
    final PodState.Failure failure;
    final String quality;

    /** The node that a pod was made for; empty for most. */
    final String node;

    final String generateName;
    final String metadata;
    final String spec;
    private final String[] managed;

    /**
     * @param template metadata and spec, with the defaults filled in
     * @param generateName empty for pods that have their own name
     */
    Template(ObjectNode template, Owner owner, String generateName) {
        this.owner = owner;
        this.generateName = generateName;
        JsonNode given = template.path("spec");
        labels = Map.copyOf(Tree.map(template.path("metadata").path("labels")));
        containers = containers(given);
        needs = Needs.of(given);
        failure = failure(template);
        quality = Defaults.quality(given);
        node = given.path("nodeName").asText();
        metadata = metadata(template, owner.references());
        managed = ManagedFields.of(template.path("metadata"), given).split("\"AT\"", -1);
        spec = new String(Tree.bytes(without(given)), StandardCharsets.UTF_8);
    }

    private static JsonNode without(JsonNode spec) {
        ObjectNode copy = spec.deepCopy();
        copy.remove("nodeName");
        return copy;
    }

    private static List<Container> containers(JsonNode spec) {
        List<Container> all = new ArrayList<>();
        spec.path("initContainers").forEach(c -> all.add(container(c, true)));
        spec.path("containers").forEach(c -> all.add(container(c, false)));
        return List.copyOf(all);
    }

    private static Container container(JsonNode from, boolean init) {
        return new Container(Tree.text(from, "name"), Tree.text(from, "image"), init);
    }

    private static PodState.Failure failure(ObjectNode template) {
        String word = Tree.text(template, "metadata", "annotations", "pilothouse.dev/sim");
        Matcher image =
                FAILURE.matcher(
                        template.path("spec").path("containers").path(0).path("image").asText());
        if (word.isEmpty() && image.find()) {
            word = image.group(1);
        }
        for (PodState.Failure failure : PodState.Failure.values()) {
            if (failure.name().toLowerCase(Locale.ROOT).equals(word)) {
                return failure;
            }
        }
        return PodState.Failure.NONE;
    }

    /** The part of the metadata that is the same for all, with a comma before each field. */
    private String metadata(ObjectNode template, JsonNode owners) {
        StringBuilder json = new StringBuilder(256);
        if (!generateName.isEmpty()) {
            json.append(",\"generateName\":\"").append(generateName).append('"');
        }
        JsonNode given = template.path("metadata");
        if (!given.path("labels").isEmpty()) {
            json.append(",\"labels\":").append(given.path("labels"));
        }
        if (!given.path("annotations").isEmpty()) {
            json.append(",\"annotations\":").append(given.path("annotations"));
        }
        if (!owners.isEmpty()) {
            json.append(",\"ownerReferences\":").append(owners);
        }
        return json.toString();
    }

    /** Writes who wrote the fields of a pod, at that time. */
    void managed(StringBuilder out, String time) {
        for (int i = 0; i < managed.length; i++) {
            if (i > 0) {
                out.append('"').append(time).append('"');
            }
            out.append(managed[i]);
        }
    }

    /** The image of the first container that is no init container. */
    String image() {
        return containers.stream()
                .filter(c -> !c.init())
                .findFirst()
                .map(Container::image)
                .orElse("");
    }

    String main() {
        return containers.stream()
                .filter(c -> !c.init())
                .findFirst()
                .map(Container::name)
                .orElse("");
    }
}
