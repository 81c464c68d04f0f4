package dev.pilothouse.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes kubeconfigs for the simulated clusters; only their owner may read them. */
final class Kubeconfigs {
    static final List<String> USERS = List.of("admin", "viewer", "oncall", "nobody");

    private final Map<String, URI> clusters;
    private final String authority;

    /**
     * @param authority base64 of a PEM certificate; empty for plain http
     */
    Kubeconfigs(Map<String, URI> clusters, String authority) {
        this.clusters = clusters;
        this.authority = authority;
    }

    /** One context a cluster, all as admin. */
    void admin(Path file) throws IOException {
        List<String> contexts = new ArrayList<>();
        clusters.keySet().forEach(name -> contexts.add(context(name, name, "admin", "")));
        write(file, contexts, List.of("admin"));
    }

    /**
     * A context for each user and cluster, such as `viewer@eu-prod`; `namespace` has its own user.
     */
    void users(Path file, String namespace) throws IOException {
        List<String> users = new ArrayList<>(USERS);
        users.add(namespace);
        List<String> contexts = new ArrayList<>();
        for (String cluster : clusters.keySet()) {
            for (String user : users) {
                String own = user.equals(namespace) ? ", namespace: " + namespace : "";
                contexts.add(context(user + "@" + cluster, cluster, user, own));
            }
        }
        write(file, contexts, users);
    }

    private static String context(String name, String cluster, String user, String more) {
        return "{name: "
                + name
                + ", context: {cluster: "
                + cluster
                + ", user: "
                + user
                + more
                + "}}";
    }

    private void write(Path file, List<String> contexts, List<String> users) throws IOException {
        StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: Config\n");
        String first = contexts.getFirst();
        yaml.append("current-context: ")
                .append(first, "{name: ".length(), first.indexOf(','))
                .append("\nclusters:\n");
        String trust = authority.isEmpty() ? "" : ", certificate-authority-data: " + authority;
        clusters.forEach(
                (name, address) ->
                        yaml.append("- {name: ")
                                .append(name)
                                .append(", cluster: {server: \"")
                                .append(address)
                                .append('"')
                                .append(trust)
                                .append("}}\n"));
        yaml.append("contexts:\n");
        contexts.forEach(context -> yaml.append("- ").append(context).append('\n'));
        yaml.append("users:\n");
        users.forEach(
                user ->
                        yaml.append("- {name: ")
                                .append(user)
                                .append(", user: {token: ")
                                .append(user)
                                .append("-token}}\n"));
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, yaml);
    }
}
