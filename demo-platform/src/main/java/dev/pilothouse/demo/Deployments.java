package dev.pilothouse.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What is known of a Deployment's revision, and how its status reads. */
final class Deployments {
    private Deployments() {}

    record Version(int revision, String image, String prompt) {}

    /** The name that a ReplicaSet gets from its template; equal templates give equal names. */
    static String hash(Version version) {
        return hash(version.image() + version.prompt());
    }

    static String hash(String template) {
        return Integer.toHexString(template.hashCode() | 0x10000000);
    }

    static void status(ObjectNode deployment, int total, int updated, int ready, Instant now) {
        int desired = deployment.path("spec").path("replicas").asInt();
        long generation = deployment.path("metadata").path("generation").asLong(1);
        boolean available = ready >= desired;
        String at = Shapes.time(now);
        ObjectNode availability =
                Tree.of(
                        "type",
                        "Available",
                        "status",
                        available ? "True" : "False",
                        "reason",
                        available ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                        "message",
                        available
                                ? "Deployment has minimum availability."
                                : "Deployment does not have minimum availability.",
                        "lastTransitionTime",
                        at);
        ObjectNode progress =
                Tree.of(
                        "type",
                        "Progressing",
                        "status",
                        "True",
                        "reason",
                        updated >= desired && available
                                ? "NewReplicaSetAvailable"
                                : "ReplicaSetUpdated",
                        "message",
                        "",
                        "lastTransitionTime",
                        at);
        deployment.set(
                "status",
                Tree.of(
                        "observedGeneration",
                        generation,
                        "replicas",
                        total,
                        "updatedReplicas",
                        updated,
                        "readyReplicas",
                        ready,
                        "availableReplicas",
                        ready,
                        "unavailableReplicas",
                        Math.max(0, desired - ready),
                        "conditions",
                        Tree.list(availability, progress)));
    }
}
