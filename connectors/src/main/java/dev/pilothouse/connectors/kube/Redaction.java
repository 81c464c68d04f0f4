package dev.pilothouse.connectors.kube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Masks what must not be shown: the data of a Secret, and environment values whose name says that
 * they are one.
 */
final class Redaction {
    static final String MASK = "*** masked by Pilothouse ***";

    private Redaction() {}

    static Object of(Object value) {
        return redact(value, false);
    }

    private static Object redact(Object value, boolean secret) {
        return switch (value) {
            case Map<?, ?> map -> map(map, secret);
            case List<?> list -> list.stream().map(item -> redact(item, secret)).toList();
            default -> secret ? MASK : value;
        };
    }

    private static Map<String, Object> map(Map<?, ?> map, boolean secret) {
        boolean isSecret = "Secret".equals(map.get("kind"));
        boolean secretPair =
                map.get("name") instanceof String name
                        && map.get("value") instanceof String
                        && TemplateMapper.looksSecret(name);
        Map<String, Object> clean = new LinkedHashMap<>();
        map.forEach(
                (key, value) -> {
                    String name = String.valueOf(key);
                    boolean hide =
                            secret
                                    || (isSecret
                                            && (name.equals("data") || name.equals("stringData")))
                                    || (secretPair && name.equals("value"));
                    clean.put(name, redact(value, hide));
                });
        return clean;
    }
}
