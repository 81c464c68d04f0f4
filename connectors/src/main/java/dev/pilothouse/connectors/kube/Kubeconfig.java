package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The kubeconfig as kubectl reads it: several files merge, the first to name something wins,
 * relative paths are relative to their file.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/">organizing
 *     access</a>
 */
public final class Kubeconfig {
    private final Map<String, Entry> clusters = new LinkedHashMap<>();
    private final Map<String, Entry> users = new LinkedHashMap<>();
    private final Map<String, Entry> contexts = new LinkedHashMap<>();
    private String current = "";

    private Kubeconfig() {}

    /** One named thing and the folder of the file that has it. */
    record Entry(Map<?, ?> fields, Path folder) {
        String text(String name) {
            return fields.get(name) instanceof String text ? text : "";
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(fields.get(name));
        }

        @Nullable Path path(String name) {
            String text = text(name);
            return text.isEmpty() ? null : folder.resolve(text);
        }

        Entry at(String name) {
            return new Entry(fields.get(name) instanceof Map<?, ?> map ? map : Map.of(), folder);
        }

        List<?> list(String name) {
            return fields.get(name) instanceof List<?> list ? list : List.of();
        }

        boolean has(String name) {
            return fields.get(name) != null;
        }
    }

    /** A context with its cluster and user. */
    record Context(String name, String namespace, Entry cluster, Entry user, String userName) {}

    /**
     * Reads and merges files; files that do not exist are passed over, as kubectl does.
     *
     * @throws ConsoleException `kube.config` naming the file and line that cannot be read
     */
    public static Kubeconfig read(List<Path> files) throws ConsoleException {
        Kubeconfig config = new Kubeconfig();
        for (Path file : files) {
            if (Files.exists(file)) {
                config.merge(file);
            }
        }
        return config;
    }

    /** The files that `--kubeconfig`, else `KUBECONFIG`, else the home folder name. */
    public static List<Path> files(
            Optional<String> flag, Map<String, String> environment, Path home) {
        if (flag.isPresent()) {
            return List.of(Path.of(flag.get()));
        }
        String variable = environment.getOrDefault("KUBECONFIG", "");
        List<Path> files = new ArrayList<>();
        for (String part :
                variable.split(java.util.regex.Pattern.quote(java.io.File.pathSeparator), -1)) {
            if (!part.isBlank()) {
                files.add(Path.of(part));
            }
        }
        return files.isEmpty() ? List.of(home.resolve(".kube").resolve("config")) : files;
    }

    private void merge(Path file) throws ConsoleException {
        Object root = parse(file);
        if (!(root instanceof Map<?, ?> map)) {
            if (root == null) {
                return;
            }
            throw new ConsoleException(
                    "kube.config",
                    file
                            + " is not a kubeconfig: it must be a YAML mapping with clusters, users"
                            + " and contexts.");
        }
        Path folder = file.toAbsolutePath().getParent();
        Path base = folder == null ? Path.of(".") : folder;
        collect(map, "clusters", "cluster", clusters, base);
        collect(map, "users", "user", users, base);
        collect(map, "contexts", "context", contexts, base);
        if (current.isEmpty() && map.get("current-context") instanceof String name) {
            current = name;
        }
    }

    private static @Nullable Object parse(Path file) throws ConsoleException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return new Load(LoadSettings.builder().setLabel(file.getFileName().toString()).build())
                    .loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            throw new ConsoleException(
                    "kube.config",
                    file
                            + line
                            + ": "
                            + e.getProblem()
                            + ". Correct the YAML, or point KUBECONFIG at another file.");
        } catch (YamlEngineException e) {
            throw new ConsoleException(
                    "kube.config",
                    file + " is not YAML. Correct it, or point KUBECONFIG at another file.");
        } catch (IOException e) {
            throw new ConsoleException(
                    "kube.config",
                    file
                            + " cannot be read ("
                            + e.getClass().getSimpleName()
                            + "). Check that it exists, is text and is yours.");
        }
    }

    private static void collect(
            Map<?, ?> root, String list, String inner, Map<String, Entry> into, Path folder) {
        if (!(root.get(list) instanceof List<?> items)) {
            return;
        }
        for (Object item : items) {
            if (item instanceof Map<?, ?> named
                    && named.get("name") instanceof String name
                    && named.get(inner) instanceof Map<?, ?> fields) {
                into.putIfAbsent(name, new Entry(fields, folder));
            }
        }
    }

    public List<String> contextNames() {
        return List.copyOf(contexts.keySet());
    }

    /** The current context; empty when none is set. */
    public String current() {
        return current;
    }

    Context context(String name) throws ConsoleException {
        Entry context = contexts.get(name);
        if (context == null) {
            throw new ConsoleException(
                    "kube.context",
                    "There is no context '"
                            + name
                            + "' in the kubeconfig. Contexts: "
                            + String.join(", ", contexts.keySet())
                            + ".");
        }
        Entry cluster = clusters.get(context.text("cluster"));
        if (cluster == null || cluster.text("server").isEmpty()) {
            throw new ConsoleException(
                    "kube.context",
                    "Context '"
                            + name
                            + "' names the cluster '"
                            + context.text("cluster")
                            + "', which has no server in the kubeconfig. Add it under clusters.");
        }
        Entry user =
                users.getOrDefault(context.text("user"), new Entry(Map.of(), context.folder()));
        return new Context(name, context.text("namespace"), cluster, user, context.text("user"));
    }
}
