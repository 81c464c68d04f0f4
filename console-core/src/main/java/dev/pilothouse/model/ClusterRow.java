package dev.pilothouse.model;

import java.util.List;

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

    /**
     * Something the cluster or our permissions there allow, or not. `reason` is empty when it is
     * possible.
     */
    public record Capability(String id, String title, boolean possible, String reason) {}

    /** Totals since start. */
    public record Traffic(long requests, long bytesIn, long watches) {}
}
