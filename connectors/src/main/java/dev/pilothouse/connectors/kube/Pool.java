package dev.pilothouse.connectors.kube;

import dev.pilothouse.model.PodTemplate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shares equal values. The pods of a revision have one template between them, and a namespace is
 * one string; that is what keeps a pod's row small. Bounded: a full pool shares no more, which
 * costs memory and nothing else.
 */
final class Pool {
    private static final int BOUND = 50_000;
    private static final Map<String, String> STRINGS = new ConcurrentHashMap<>();
    private static final Map<PodTemplate, PodTemplate> TEMPLATES = new ConcurrentHashMap<>();

    private Pool() {}

    static String share(String text) {
        return share(STRINGS, text);
    }

    static PodTemplate share(PodTemplate template) {
        return share(TEMPLATES, template);
    }

    private static <T> T share(Map<T, T> pool, T value) {
        T known = pool.get(value);
        if (known != null) {
            return known;
        }
        if (pool.size() >= BOUND) {
            return value;
        }
        T raced = pool.putIfAbsent(value, value);
        return raced == null ? value : raced;
    }
}
