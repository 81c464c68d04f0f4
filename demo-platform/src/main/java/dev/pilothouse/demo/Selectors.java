package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Label and field selectors, as far as kubectl uses them. */
final class Selectors {
    private Selectors() {}

    static boolean matches(ObjectNode object, Map<String, String> query) {
        return all(
                        query.getOrDefault("labelSelector", ""),
                        name -> object.path("metadata").path("labels").path(name))
                && all(query.getOrDefault("fieldSelector", ""), name -> field(object, name));
    }

    private interface Lookup {
        JsonNode value(String name);
    }

    private static JsonNode field(ObjectNode object, String name) {
        JsonNode at = object;
        for (String part : name.split("\\.")) {
            at = at.path(part);
        }
        return at;
    }

    private static boolean all(String selector, Lookup lookup) {
        for (String term : selector.isEmpty() ? new String[0] : selector.split(",")) {
            int not = term.indexOf("!=");
            int equals = term.indexOf('=');
            boolean holds;
            if (not > 0) {
                holds =
                        !lookup.value(term.substring(0, not))
                                .asText()
                                .equals(term.substring(not + 2));
            } else if (equals > 0) {
                String wanted = term.substring(term.lastIndexOf('=') + 1);
                holds = lookup.value(term.substring(0, equals)).asText().equals(wanted);
            } else {
                holds = !lookup.value(term).isMissingNode();
            }
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
