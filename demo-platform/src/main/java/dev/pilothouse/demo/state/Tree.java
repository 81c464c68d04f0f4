package dev.pilothouse.demo.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small helpers for JSON trees of Kubernetes objects. */
public final class Tree {
    public static final ObjectMapper JSON = new ObjectMapper();

    private Tree() {}

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static ArrayNode array() {
        return JSON.createArrayNode();
    }

    /** An object out of names and values: texts, numbers, flags and trees. */
    public static ObjectNode of(Object... pairs) {
        ObjectNode node = object();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            String name = String.valueOf(pairs[i]);
            switch (pairs[i + 1]) {
                case JsonNode tree -> node.set(name, tree);
                case Integer number -> node.put(name, number);
                case Long number -> node.put(name, number);
                case Boolean flag -> node.put(name, flag);
                case Instant at -> node.put(name, time(at));
                default -> node.put(name, String.valueOf(pairs[i + 1]));
            }
        }
        return node;
    }

    public static ArrayNode list(JsonNode... items) {
        ArrayNode array = array();
        for (JsonNode item : items) {
            array.add(item);
        }
        return array;
    }

    public static ArrayNode texts(Iterable<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    public static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    public static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asText();
    }

    public static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asText();
    }

    public static ObjectNode metadata(ObjectNode object) {
        return object.withObject("/metadata");
    }

    /** A text at a path of names; empty when there is none. */
    public static String text(JsonNode from, String... path) {
        return at(from, path).asText();
    }

    public static int number(JsonNode from, String... path) {
        return at(from, path).asInt();
    }

    public static JsonNode at(JsonNode from, String... path) {
        JsonNode node = from;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    /** The texts of an object, in its order. */
    public static Map<String, String> map(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    /** A time as Kubernetes writes it: whole seconds. */
    public static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public static byte[] bytes(JsonNode tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode parse(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
