package dev.pilothouse.demo.company;

import dev.pilothouse.demo.sim.Mishaps;
import dev.pilothouse.demo.sim.World;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What goes wrong and when; read from a data file. docs/demo.md lists what a step may say. */
public record Scenario(String name, List<Step> steps) {
    public static final List<String> NAMES =
            List.of("calm", "bad-rollout", "crash-loop", "noisy-neighbour", "bad-day");

    private static final List<String> WORDS =
            List.of(
                    "at", "cluster", "roll", "tag", "prompt", "fail", "how", "pods", "restart",
                    "evict", "node", "quota", "words", "scale", "to");

    /**
     * One thing that happens, `at` simulated seconds after the beginning, before it if negative.
     */
    public record Step(long at, String cluster, Map<?, ?> says) {
        private String text(String name) {
            return says.get(name) == null ? "" : String.valueOf(says.get(name));
        }

        private int number(String name, int other) {
            return says.get(name) instanceof Integer number ? number : other;
        }
    }

    /**
     * One of the built-in scenarios by name, or a file.
     *
     * @throws IOException when there is none, with the names there are, or when it cannot be read
     */
    public static Scenario load(String name) throws IOException {
        try (InputStream in = open(name)) {
            Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            List<Step> steps = new ArrayList<>();
            if (root instanceof Map<?, ?> map && map.get("steps") instanceof List<?> items) {
                for (Object item : items) {
                    steps.add(step(name, item));
                }
            }
            return new Scenario(name, List.copyOf(steps));
        } catch (YamlEngineException e) {
            throw new IOException("The scenario '" + name + "' is not YAML: " + e.getMessage(), e);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in =
                NAMES.contains(name)
                        ? Scenario.class.getResourceAsStream("scenarios/" + name + ".yaml")
                        : null;
        if (in != null) {
            return in;
        }
        Path file = Path.of(name);
        if (Files.isRegularFile(file)) {
            return Files.newInputStream(file);
        }
        throw new IOException(
                "There is no scenario '"
                        + name
                        + "'. Scenarios: "
                        + String.join(", ", NAMES)
                        + ", or the path of a file.");
    }

    private static Step step(String name, Object item) throws IOException {
        if (!(item instanceof Map<?, ?> step)) {
            throw new IOException("The scenario '" + name + "' has a step that is no map: " + item);
        }
        for (Object key : step.keySet()) {
            if (!WORDS.contains(String.valueOf(key))) {
                throw new IOException(
                        "The scenario '"
                                + name
                                + "' has a step with the unknown word '"
                                + key
                                + "'. Words: "
                                + String.join(", ", WORDS)
                                + ".");
            }
        }
        long at = step.get("at") instanceof Integer seconds ? seconds : 0;
        String cluster = step.get("cluster") instanceof String text ? text : "";
        return new Step(at, cluster, step);
    }

    /** Plans the steps that happen in a cluster. */
    public void plan(World world, Instant begun, String cluster) {
        for (Step step : steps) {
            if (step.cluster().isEmpty() || step.cluster().equals(cluster)) {
                world.at(begun.plus(Duration.ofSeconds(step.at())), () -> happen(world, step));
            }
        }
    }

    private static void happen(World world, Step step) {
        Mishaps mishaps = new Mishaps(world);
        int pods = step.number("pods", Integer.MAX_VALUE);
        if (!step.text("roll").isEmpty()) {
            String agent = step.text("roll");
            String tag = step.text("tag");
            String image = tag.isEmpty() ? "" : Shapes.image(agent, tag);
            change(world, agent, image, step.text("prompt"));
        }
        if (!step.text("fail").isEmpty()) {
            String how = step.text("how");
            mishaps.fail(step.text("fail"), how.isEmpty() ? "crash" : how, pods);
        }
        if (!step.text("restart").isEmpty()) {
            mishaps.restart(step.text("restart"));
        }
        if (!step.text("evict").isEmpty()) {
            mishaps.evict(step.text("evict"), pods);
        }
        if (!step.text("node").isEmpty()) {
            mishaps.node(step.text("node"), step.text("how"));
        }
        if (!step.text("quota").isEmpty()) {
            mishaps.quota(step.text("quota"), step.text("words"));
        }
        if (!step.text("scale").isEmpty()) {
            scale(world, step.text("scale"), step.number("to", 0));
        }
    }

    private static void change(World world, String agent, String image, String prompt) {
        for (Item item : world.shelf().list(Catalog.DEPLOYMENTS, "")) {
            if (item.name().equals(agent)) {
                world.update(
                        Catalog.DEPLOYMENTS,
                        item.namespace(),
                        agent,
                        object -> Shapes.change(Company.template(object), image, prompt));
            }
        }
    }

    private static void scale(World world, String agent, int to) {
        for (Item item : world.shelf().list(Catalog.DEPLOYMENTS, "")) {
            if (item.name().equals(agent)) {
                world.update(
                        Catalog.DEPLOYMENTS,
                        item.namespace(),
                        agent,
                        object -> object.withObject("/spec").put("replicas", to));
            }
        }
    }
}
