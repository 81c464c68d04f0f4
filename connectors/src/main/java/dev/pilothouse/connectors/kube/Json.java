package dev.pilothouse.connectors.kube;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.text.CleanText;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pruned reading of one JSON object. Half of a pod's JSON is of no use to a row (managed fields
 * alone are 3 of 8 KB), so those fields are skipped by the tokeniser and never become objects.
 * Accessors never fail: what is absent or of another type reads as empty.
 */
final class Json {
    static final Json EMPTY = new Json(Map.of());

    private static final Set<String> SKIPPED =
            Set.of(
                    "managedFields",
                    "kubectl.kubernetes.io/last-applied-configuration",
                    "volumeMounts",
                    "livenessProbe",
                    "readinessProbe",
                    "startupProbe",
                    "lifecycle",
                    "affinity",
                    "topologySpreadConstraints",
                    "terminationMessagePath",
                    "terminationMessagePolicy",
                    "imagePullPolicy",
                    "imagePullSecrets",
                    "dnsPolicy",
                    "dnsConfig",
                    "schedulerName",
                    "containerID",
                    "podIPs",
                    "hostIPs",
                    "volumeClaimTemplates",
                    "images",
                    "volumesInUse",
                    "volumesAttached",
                    "command",
                    "args");

    /** Deeper values are dropped: no kind that we read nests half as far. */
    private static final int DEEPEST = 100;

    private final Map<String, Object> fields;

    private Json(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** Reads the object that the parser stands on, without the fields that no row needs. */
    static Json pruned(JsonParser parser) throws IOException {
        return new Json(object(parser, true, 0));
    }

    /** Reads the whole object that the parser stands on. */
    static Json whole(JsonParser parser) throws IOException {
        return new Json(object(parser, false, 0));
    }

    private static Map<String, Object> object(JsonParser parser, boolean prune, int depth)
            throws IOException {
        Map<String, Object> fields = prune ? new HashMap<>() : new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (depth > DEEPEST || (prune && SKIPPED.contains(name))) {
                parser.skipChildren();
                continue;
            }
            Object value = value(parser, token, prune, depth + 1);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static @Nullable Object value(
            JsonParser parser, JsonToken token, boolean prune, int depth) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser, prune, depth);
            case START_ARRAY -> array(parser, prune, depth);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT ->
                    parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? (Object) parser.getDoubleValue()
                            : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static List<Object> array(JsonParser parser, boolean prune, int depth)
            throws IOException {
        List<Object> items = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
                next != null && next != JsonToken.END_ARRAY;
                next = parser.nextToken()) {
            if (depth > DEEPEST) {
                parser.skipChildren();
                continue;
            }
            Object item = value(parser, next, prune, depth + 1);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    Map<String, Object> fields() {
        return fields;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    @SuppressWarnings("unchecked") // made by object(), whose keys are strings
    Json at(String name) {
        return fields.get(name) instanceof Map<?, ?> map
                ? new Json((Map<String, Object>) map)
                : EMPTY;
    }

    Json at(String first, String second) {
        return at(first).at(second);
    }

    @SuppressWarnings("unchecked") // made by object(), whose keys are strings
    List<Json> list(String name) {
        if (!(fields.get(name) instanceof List<?> items)) {
            return List.of();
        }
        List<Json> objects = new ArrayList<>(items.size());
        for (Object item : items) {
            if (item instanceof Map<?, ?> map) {
                objects.add(new Json((Map<String, Object>) map));
            }
        }
        return objects;
    }

    /** A short text, cleaned; empty when absent. */
    String text(String name) {
        return fields.get(name) instanceof String text ? CleanText.line(text, CleanText.WORD) : "";
    }

    /** A message, cleaned; empty when absent. */
    String message(String name) {
        return fields.get(name) instanceof String text
                ? CleanText.line(text, CleanText.MESSAGE)
                : "";
    }

    long number(String name, long otherwise) {
        return switch (fields.get(name)) {
            case Long number -> number;
            case Double number -> number.longValue();
            case null, default -> otherwise;
        };
    }

    int count(String name) {
        return Math.clamp(number(name, 0), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    @Nullable Instant time(String name) {
        if (!(fields.get(name) instanceof String text) || text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /**
     * All texts of an object such as labels, cleaned. Numbers that a server sends as numbers are
     * kept as texts.
     */
    Map<String, String> texts(String name) {
        if (!(fields.get(name) instanceof Map<?, ?> map) || map.isEmpty()) {
            return Map.of();
        }
        Map<String, String> texts = HashMap.newHashMap(map.size());
        map.forEach(
                (key, value) ->
                        texts.put(
                                CleanText.line(String.valueOf(key), CleanText.WORD),
                                CleanText.line(String.valueOf(value), CleanText.WORD)));
        return texts;
    }

    List<String> words(String name) {
        return fields.get(name) instanceof List<?> items
                ? items.stream()
                        .filter(String.class::isInstance)
                        .map(item -> CleanText.line((String) item, CleanText.WORD))
                        .toList()
                : List.of();
    }
}
