package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilothouse.demo.state.Tree;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a pod asks of a node: CPU in thousandths, memory in bytes, devices by name, node labels. */
record Needs(long cpu, long memory, Map<String, Long> devices, Map<String, String> nodeLabels) {
    static Needs of(JsonNode spec) {
        long cpu = 0;
        long memory = 0;
        Map<String, Long> devices = new LinkedHashMap<>();
        for (JsonNode container : spec.path("containers")) {
            JsonNode requests = container.path("resources").path("requests");
            cpu += thousandths(requests.path("cpu").asText());
            memory += whole(requests.path("memory").asText());
            requests.properties()
                    .forEach(
                            field -> {
                                if (field.getKey().indexOf('/') > 0) {
                                    devices.merge(
                                            field.getKey(),
                                            whole(field.getValue().asText()),
                                            Long::sum);
                                }
                            });
        }
        return new Needs(cpu, memory, Map.copyOf(devices), Tree.map(spec.path("nodeSelector")));
    }

    static long whole(String quantity) {
        return amount(quantity).longValue();
    }

    static long thousandths(String quantity) {
        return amount(quantity).movePointRight(3).longValue();
    }

    /** A Kubernetes quantity without exponents. */
    private static BigDecimal amount(String quantity) {
        int end = quantity.length();
        while (end > 0 && Character.isLetter(quantity.charAt(end - 1))) {
            end--;
        }
        if (end == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal number = new BigDecimal(quantity.substring(0, end));
        return switch (quantity.substring(end)) {
            case "m" -> number.movePointLeft(3);
            case "k" -> number.movePointRight(3);
            case "M" -> number.movePointRight(6);
            case "G" -> number.movePointRight(9);
            case "Ki" -> number.multiply(BigDecimal.valueOf(1L << 10));
            case "Mi" -> number.multiply(BigDecimal.valueOf(1L << 20));
            case "Gi" -> number.multiply(BigDecimal.valueOf(1L << 30));
            case "Ti" -> number.multiply(BigDecimal.valueOf(1L << 40));
            default -> number;
        };
    }
}
