package dev.pilothouse.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What goes wrong and when; read from a data file. */
record Scenario(String name, List<Step> steps) {
    static final List<String> NAMES =
            List.of("calm", "bad-rollout", "crash-loop", "noisy-neighbour");

    /** One thing that happens, `at` simulated time after the start. Empty texts do nothing. */
    record Step(
            Duration at, String agent, String image, String prompt, String crash, boolean oom) {}

    static Scenario load(String name) throws IOException {
        try (InputStream in = Scenario.class.getResourceAsStream("scenarios/" + name + ".yaml")) {
            if (in == null) {
                throw new IOException(
                        "There is no scenario '"
                                + name
                                + "'. Scenarios: "
                                + String.join(", ", NAMES)
                                + ".");
            }
            Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            List<Step> steps = new ArrayList<>();
            if (root instanceof Map<?, ?> map && map.get("steps") instanceof List<?> items) {
                for (Object item : items) {
                    if (item instanceof Map<?, ?> step) {
                        steps.add(step(step));
                    }
                }
            }
            return new Scenario(name, List.copyOf(steps));
        }
    }

    private static Step step(Map<?, ?> step) {
        long seconds = step.get("at") instanceof Integer at ? at : 0;
        return new Step(
                Duration.ofSeconds(seconds),
                text(step, "agent"),
                text(step, "image"),
                text(step, "prompt"),
                text(step, "crash"),
                Boolean.TRUE.equals(step.get("oom")));
    }

    private static String text(Map<?, ?> step, String name) {
        return step.get(name) instanceof String text ? text : "";
    }
}
