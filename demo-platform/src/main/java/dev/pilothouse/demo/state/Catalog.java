package dev.pilothouse.demo.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds that a cluster serves: those of Kubernetes itself, and custom ones. */
public final class Catalog {
    private static final List<Resource> ALL = read();

    public static final Resource NAMESPACES = builtin("namespaces");
    public static final Resource NODES = builtin("nodes");
    public static final Resource PODS = builtin("pods");
    public static final Resource EVENTS = builtin("events");
    public static final Resource SERVICE_ACCOUNTS = builtin("serviceaccounts");
    public static final Resource DEPLOYMENTS = builtin("deployments");
    public static final Resource REPLICA_SETS = builtin("replicasets");
    public static final Resource STATEFUL_SETS = builtin("statefulsets");
    public static final Resource DAEMON_SETS = builtin("daemonsets");
    public static final Resource CONTROLLER_REVISIONS = builtin("controllerrevisions");
    public static final Resource JOBS = builtin("jobs");
    public static final Resource CRON_JOBS = builtin("cronjobs");
    public static final Resource RUNTIME_CLASSES = builtin("runtimeclasses");
    public static final Resource DEFINITIONS = builtin("customresourcedefinitions");

    private final List<Resource> served;

    /**
     * @param metrics whether the metrics API is served
     */
    public Catalog(Collection<Resource> custom, boolean metrics) {
        List<Resource> all = new ArrayList<>(ALL);
        all.removeIf(resource -> resource.has("custom"));
        all.removeIf(resource -> !metrics && resource.group().equals("metrics.k8s.io"));
        all.addAll(custom);
        served = List.copyOf(all);
    }

    public List<Resource> served() {
        return served;
    }

    public Optional<Resource> of(String apiVersion, String plural) {
        return served.stream()
                .filter(r -> r.plural().equals(plural) && r.apiVersion().equals(apiVersion))
                .findFirst();
    }

    public Optional<Resource> ofKind(String apiVersion, String kind) {
        return served.stream()
                .filter(r -> r.kind().equals(kind) && r.apiVersion().equals(apiVersion))
                .filter(r -> !r.has("computed"))
                .findFirst();
    }

    /** The custom kinds that the company uses. */
    public static List<Resource> companyKinds() {
        return ALL.stream().filter(resource -> resource.has("custom")).toList();
    }

    private static Resource builtin(String plural) {
        return ALL.stream()
                .filter(resource -> resource.plural().equals(plural))
                .findFirst()
                .orElseThrow();
    }

    private static List<Resource> read() {
        try (InputStream in = Catalog.class.getResourceAsStream("kinds.txt")) {
            if (in == null) {
                throw new IllegalStateException("kinds.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+"))
                    .map(Catalog::resource)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource resource(String[] cells) {
        return new Resource(
                cells[0].equals("-") ? "" : cells[0],
                cells[1],
                cells[2],
                cells[3],
                words(cells[4]),
                cells[5].equals("Namespaced"),
                Set.copyOf(words(cells[6])));
    }

    private static List<String> words(String cell) {
        return cell.equals("-") ? List.of() : Arrays.asList(cell.split(","));
    }
}
