package dev.pilothouse.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One context of the kubeconfig.
 *
 * @param server address without credentials
 * @param version the server's version, such as `v1.36.3`; empty before it answered
 * @param user who we are there, as the server says; else the kubeconfig's user
 * @param opened false while nobody asked for it: it is not dialled
 * @param insecure the certificate is not checked
 * @param capabilities what can and cannot be done there, and why
 */
public record ClusterRow(
        ClusterId id,
        String server,
        String version,
        String user,
        boolean opened,
        boolean insecure,
        SyncState state,
        List<Capability> capabilities,
        Traffic traffic) {
    public ClusterRow {
        capabilities = List.copyOf(capabilities);
    }

    /** Whether something can be done there; empty when it is not known. */
    public Optional<Capability> capability(String id) {
        return capabilities.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /**
     * Something the cluster or our permissions there allow, or not.
     *
     * @param reason why it is not possible, or what limits it; empty when nothing does
     * @param namespaces where it is possible; empty for everywhere
     */
    public record Capability(
            String id, String title, boolean possible, String reason, Set<String> namespaces) {
        /** To run the kubeconfig's login program again. */
        public static final String LOGIN = "login";

        public Capability {
            namespaces = Set.copyOf(namespaces);
        }

        public Capability(String id, String title, boolean possible, String reason) {
            this(id, title, possible, reason, Set.of());
        }

        /** Whether it is possible there; an empty namespace asks for anywhere. */
        public boolean in(String namespace) {
            return possible
                    && (namespaces.isEmpty()
                            || namespace.isEmpty()
                            || namespaces.contains(namespace));
        }
    }

    /** Totals since start. */
    public record Traffic(long requests, long bytesIn, long watches) {}
}
