package dev.pilothouse.connectors.kube;

import dev.pilothouse.model.Resources;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Kubernetes quantities.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
final class Quantities {
    private static final String[] SUFFIXES = {
        "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "n", "u", "m", "k", "M", "G", "T", "P", "E"
    };
    private static final double[] FACTORS = {
        1024.0,
        1048576.0,
        1073741824.0,
        1099511627776.0,
        0x1p50,
        0x1p60,
        1e-9,
        1e-6,
        1e-3,
        1e3,
        1e6,
        1e9,
        1e12,
        1e15,
        1e18
    };

    private Quantities() {}

    /** Requests or limits; anything that is neither CPU, memory nor a device is left out. */
    static Resources resources(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return Resources.NONE;
        }
        Map<String, Long> devices = new HashMap<>();
        texts.forEach(
                (name, text) -> {
                    if (isDevice(name)) {
                        devices.put(name, Math.round(parse(text)));
                    }
                });
        return new Resources(
                texts.containsKey("cpu")
                        ? Math.round(parse(texts.get("cpu")) * 1_000)
                        : Resources.UNSET,
                texts.containsKey("memory")
                        ? Math.round(parse(texts.get("memory")))
                        : Resources.UNSET,
                devices);
    }

    /** Extended resources carry a domain; `hugepages-` and `ephemeral-storage` do not. */
    private static boolean isDevice(String name) {
        return name.indexOf('/') > 0 && !name.startsWith("attachable-volumes");
    }

    /** The amount in base units; 0 for what is not a quantity. */
    static double parse(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return 0;
        }
        for (int i = 0; i < SUFFIXES.length; i++) {
            if (text.endsWith(SUFFIXES[i])) {
                return number(text.substring(0, text.length() - SUFFIXES[i].length())) * FACTORS[i];
            }
        }
        return number(text);
    }

    private static double number(String digits) {
        try {
            return digits.isEmpty() ? 0 : new BigDecimal(digits).doubleValue();
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
