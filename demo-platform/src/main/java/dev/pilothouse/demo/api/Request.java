package dev.pilothouse.demo.api;

import com.sun.net.httpserver.HttpExchange;
import dev.pilothouse.demo.state.Resource;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One request, taken apart. */
record Request(HttpExchange http, List<String> path, Map<String, String> query) {
    static Request of(HttpExchange http) {
        URI uri = http.getRequestURI();
        List<String> path =
                Arrays.stream(uri.getPath().split("/", -1)).filter(p -> !p.isEmpty()).toList();
        return new Request(http, path, query(uri));
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> values = new HashMap<>();
        String raw = uri.getRawQuery();
        for (String pair : raw == null ? List.<String>of() : List.of(raw.split("&", -1))) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return values;
    }

    /** What an address under /api or /apis means; empty texts for what it does not have. */
    record Target(Resource resource, String namespace, String name, String sub) {}

    String part(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    String method() {
        return http.getRequestMethod();
    }

    String text(String name) {
        return query.getOrDefault(name, "");
    }

    boolean flag(String name) {
        String value = query.get(name);
        return value != null && !value.equals("false") && !value.equals("0");
    }

    long number(String name, long other) {
        try {
            return query.containsKey(name) ? Long.parseLong(text(name)) : other;
        } catch (NumberFormatException e) {
            return other;
        }
    }

    private String header(String name) {
        String value = http.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    String authorization() {
        return header("Authorization");
    }

    String contentType() {
        return header("Content-Type");
    }

    boolean gzip() {
        return header("Accept-Encoding").contains("gzip");
    }

    /** How the answer is wanted. */
    enum Shape {
        PLAIN,
        TABLE,
        METADATA,
        AGGREGATED,
        REFUSED
    }

    /** The first of the accepted media types that can be served. */
    Shape shape() {
        String accept = header("Accept");
        if (accept.isEmpty()) {
            return Shape.PLAIN;
        }
        for (String one : accept.split(",")) {
            String type = one.strip();
            if (type.startsWith("application/json")
                    || type.startsWith("*/*")
                    || type.startsWith("application/*")) {
                if (type.contains("as=Table")) {
                    return Shape.TABLE;
                }
                if (type.contains("as=PartialObjectMetadata")) {
                    return Shape.METADATA;
                }
                if (type.contains("as=APIGroupDiscoveryList")) {
                    return Shape.AGGREGATED;
                }
                return Shape.PLAIN;
            }
        }
        return Shape.REFUSED;
    }

    /** The word of an access rule for what is asked. */
    String verb(Target target) {
        return switch (method()) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> target.name().isEmpty() ? "deletecollection" : "delete";
            default -> flag("watch") ? "watch" : target.name().isEmpty() ? "list" : "get";
        };
    }
}
