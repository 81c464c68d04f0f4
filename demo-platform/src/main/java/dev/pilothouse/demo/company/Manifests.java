package dev.pilothouse.demo.company;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.sim.World;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Resource;
import dev.pilothouse.demo.state.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Kubernetes YAML out of folders. Kinds that Kubernetes does not know are served as custom kinds; a
 * file that is named `PLURAL.GROUP.yaml` says their plural. Without a Node there are ten `cpu-N`
 * and two `gpu-N` with four GPUs each.
 */
public final class Manifests {
    private static final List<String> FIRST = List.of("Namespace", "RuntimeClass", "Node");
    private static final Set<String> WITHOUT_STATUS =
            Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod");

    private final List<ObjectNode> objects = new ArrayList<>();
    private final Map<String, Resource> custom = new LinkedHashMap<>();

    /**
     * Reads folders.
     *
     * @throws IOException with a sentence that names the file, when one cannot be read
     */
    public static Manifests read(List<Path> folders) throws IOException {
        Manifests manifests = new Manifests();
        Catalog builtin = new Catalog(List.of(), false);
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new IOException("There is no folder " + folder + " with manifests.");
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (file.toString().endsWith(".yaml") || file.toString().endsWith(".yml")) {
                        manifests.file(file, builtin);
                    }
                }
            }
        }
        return manifests;
    }

    private void file(Path file, Catalog builtin) throws IOException {
        try {
            String text = Files.readString(file);
            for (Object one : new Load(LoadSettings.builder().build()).loadAllFromString(text)) {
                if (one instanceof Map<?, ?> map) {
                    ObjectNode object = Tree.JSON.valueToTree(map);
                    objects.add(object);
                    learn(object, String.valueOf(file.getFileName()), builtin);
                }
            }
        } catch (YamlEngineException e) {
            throw new IOException(file + " is not YAML: " + e.getMessage(), e);
        }
    }

    private void learn(ObjectNode object, String file, Catalog builtin) throws IOException {
        String version = Tree.text(object, "apiVersion");
        String kind = Tree.text(object, "kind");
        if (version.isEmpty() || kind.isEmpty() || Tree.name(object).isEmpty()) {
            throw new IOException(
                    file + " has an object without apiVersion, kind or metadata.name.");
        }
        if (builtin.ofKind(version, kind).isPresent()) {
            return;
        }
        int slash = version.indexOf('/');
        String group = slash < 0 ? "" : version.substring(0, slash);
        String plural = kind.toLowerCase(Locale.ROOT) + "s";
        int dot = file.indexOf('.');
        if (dot > 0 && file.substring(dot + 1).startsWith(group + ".y")) {
            plural = file.substring(0, dot);
        }
        custom.put(
                version + kind,
                new Resource(
                        group,
                        version.substring(slash + 1),
                        kind,
                        plural,
                        List.of(),
                        true,
                        Set.of("custom", "status", "scale")));
    }

    public List<Resource> custom() {
        return List.copyOf(custom.values());
    }

    /** Creates everything. */
    public void fill(World world) {
        for (String namespace :
                List.of("default", "kube-node-lease", "kube-public", "kube-system")) {
            namespace(world, namespace);
        }
        custom().forEach(kind -> world.create(Catalog.DEFINITIONS, Customs.definition(kind)));
        if (objects.stream().noneMatch(object -> Tree.text(object, "kind").equals("Node"))) {
            for (int i = 1; i <= 10; i++) {
                node(world, "cpu-" + i, Map.of());
            }
            for (int i = 1; i <= 2; i++) {
                node(world, "gpu-" + i, Map.of("nvidia.com/gpu", "4"));
            }
        }
        for (String kind : FIRST) {
            objects.stream()
                    .filter(object -> Tree.text(object, "kind").equals(kind))
                    .forEach(object -> create(world, object));
        }
        objects.stream()
                .filter(object -> !FIRST.contains(Tree.text(object, "kind")))
                .forEach(object -> create(world, object));
    }

    private static void node(World world, String name, Map<String, String> devices) {
        ObjectNode node = Shapes.node(name, devices, "300");
        Shapes.up(node, Tree.time(world.now()));
        world.step(() -> world.create(Catalog.NODES, node));
    }

    private static void namespace(World world, String name) {
        if (world.shelf().get(Catalog.NAMESPACES, "", name).isEmpty()) {
            ObjectNode namespace = Shapes.named("", name);
            namespace.set("status", Tree.of("phase", "Active"));
            world.create(Catalog.NAMESPACES, namespace);
        }
    }

    private static void create(World world, ObjectNode object) {
        String kind = Tree.text(object, "kind");
        Resource resource =
                world.catalog().ofKind(Tree.text(object, "apiVersion"), kind).orElseThrow();
        if (kind.equals("Namespace")) {
            namespace(world, Tree.name(object));
            return;
        }
        if (kind.equals("Node")) {
            Shapes.up(object, Tree.time(world.now()));
        }
        if (resource.namespaced()) {
            String namespace = Tree.namespace(object);
            String inside = namespace.isEmpty() ? "default" : namespace;
            Tree.metadata(object).put("namespace", inside);
            namespace(world, inside);
        }
        if (WITHOUT_STATUS.contains(kind)) {
            object.remove("status");
        }
        world.step(() -> world.create(resource, object));
    }
}
