package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Small helpers for JSON trees. */
final class Tree {
    static final ObjectMapper JSON = new ObjectMapper();

    private Tree() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    /** An object out of names and values: texts, numbers, flags and trees. */
    static ObjectNode of(Object... pairs) {
        ObjectNode node = object();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            String name = String.valueOf(pairs[i]);
            switch (pairs[i + 1]) {
                case JsonNode tree -> node.set(name, tree);
                case Integer number -> node.put(name, number);
                case Long number -> node.put(name, number);
                case Boolean flag -> node.put(name, flag);
                default -> node.put(name, String.valueOf(pairs[i + 1]));
            }
        }
        return node;
    }

    static ArrayNode list(JsonNode... items) {
        ArrayNode array = array();
        for (JsonNode item : items) {
            array.add(item);
        }
        return array;
    }

    static String name(ObjectNode object) {
        return object.path("metadata").path("name").asText();
    }

    static String namespace(ObjectNode object) {
        return object.path("metadata").path("namespace").asText();
    }

    static ObjectNode metadata(ObjectNode object) {
        return object.withObject("/metadata");
    }
}
