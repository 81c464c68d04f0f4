package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

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
    private final List<String> warnings = new ArrayList<>();
    private String current = "";

    private Kubeconfig() {}

    /** One named thing and the folder of the file that has it. */
    record Entry(Map<?, ?> fields, Path folder) {
        String text(String name) {
            return fields.get(name) instanceof String text ? text : "";
        }

        boolean flag(String name) {
            return text(name).equalsIgnoreCase("true");
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
            return !text(name).isEmpty() || fields.get(name) instanceof Map<?, ?>;
        }
    }

    /** A context with its cluster and user. */
    record Context(String name, String namespace, Entry cluster, Entry user, Names names) {
        String userName() {
            return names.user();
        }
    }

    /**
     * @param namespaces of all contexts with the same cluster and user, this context's first
     */
    record Names(String user, List<String> namespaces) {}

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
            if (root == null || root.equals("")) {
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
        warnings.addAll(repeated(map, file));
        collect(map, "clusters", "cluster", clusters, base);
        collect(map, "users", "user", users, base);
        collect(map, "contexts", "context", contexts, base);
        if (current.isEmpty() && map.get("current-context") instanceof String name) {
            current = name;
        }
    }

    /** kubectl refuses a file that names something twice; here the first counts, with a word. */
    private static List<String> repeated(Map<?, ?> root, Path file) {
        List<String> found = new ArrayList<>();
        for (String list : List.of("clusters", "users", "contexts")) {
            Set<Object> seen = new HashSet<>();
            if (root.get(list) instanceof List<?> items) {
                for (Object item : items) {
                    Object name = item instanceof Map<?, ?> map ? map.get("name") : null;
                    if (name != null && !seen.add(name)) {
                        found.add(
                                file
                                        + " names '"
                                        + name
                                        + "' twice under "
                                        + list
                                        + "; the first counts, and kubectl refuses the file.");
                    }
                }
            }
        }
        return found;
    }

    private static @Nullable Object parse(Path file) throws ConsoleException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String label = String.valueOf(file.getFileName());
            // All scalars as they are written: a token of digits is no number.
            return new Load(
                            LoadSettings.builder()
                                    .setLabel(label)
                                    .setSchema(new FailsafeSchema())
                                    .build())
                    .loadFromString(text.startsWith("\uFEFF") ? text.substring(1) : text);
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

    /** What is odd about the files, in sentences; they work all the same. */
    public List<String> warnings() {
        return List.copyOf(warnings);
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
        return new Context(
                name,
                context.text("namespace"),
                cluster,
                user,
                new Names(context.text("user"), namespaces(context)));
    }

    private List<String> namespaces(Entry like) {
        Set<String> all = new LinkedHashSet<>();
        all.add(like.text("namespace"));
        for (Entry context : contexts.values()) {
            if (context.text("cluster").equals(like.text("cluster"))
                    && context.text("user").equals(like.text("user"))) {
                all.add(context.text("namespace"));
            }
        }
        all.remove("");
        return List.copyOf(all);
    }
}
