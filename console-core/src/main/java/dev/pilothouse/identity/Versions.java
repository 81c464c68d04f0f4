package dev.pilothouse.identity;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.AgentVersion;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.Evidence;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Replicas;
import dev.pilothouse.model.RevisionRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The versions of an agent, from the revisions its controller keeps. What cannot be read stays
 * unknown.
 */
final class Versions {
    private final IdentityRules rules;

    Versions(IdentityRules rules) {
        this.rules = rules;
    }

    /**
     * What a root object says of itself. `revision` is its current revision: a number, or the name
     * of a revision object.
     */
    record Root(
            ObjectKey key,
            String revision,
            PodTemplate template,
            Replicas replicas,
            String model,
            Instant created) {}

    /** Newest first. */
    List<AgentVersion> of(AgentId agent, Root root, List<RevisionRow> revisions) {
        List<AgentVersion> versions = new ArrayList<>();
        if (revisions.isEmpty()) {
            String label = root.revision().isEmpty() ? "current" : "r" + root.revision();
            versions.add(
                    version(
                            agent,
                            root,
                            new Shape(
                                    label,
                                    0,
                                    root.template(),
                                    root.replicas(),
                                    true,
                                    "",
                                    root.key(),
                                    root.created())));
            return versions;
        }
        List<RevisionRow> newest = new ArrayList<>(revisions);
        newest.sort(
                Comparator.comparingLong(RevisionRow::number)
                        .reversed()
                        .thenComparing(row -> row.key().name()));
        RevisionRow current =
                newest.stream()
                        .filter(row -> isCurrent(root, row))
                        .findFirst()
                        .orElse(newest.getFirst());
        for (RevisionRow row : newest) {
            boolean wanted = row.equals(current);
            Replicas replicas =
                    row.replicas().equals(Replicas.NONE) && wanted
                            ? root.replicas()
                            : row.replicas();
            PodTemplate template =
                    row.template().containers().isEmpty() && wanted
                            ? root.template()
                            : row.template();
            versions.add(
                    version(
                            agent,
                            root,
                            new Shape(
                                    "r" + row.number(),
                                    row.number(),
                                    template,
                                    replicas,
                                    wanted,
                                    row.changeCause(),
                                    row.key(),
                                    row.created())));
        }
        return versions;
    }

    private static boolean isCurrent(Root root, RevisionRow row) {
        return root.revision().equals(Long.toString(row.number()))
                || root.revision().equals(row.key().name());
    }

    private record Shape(
            String label,
            long number,
            PodTemplate template,
            Replicas replicas,
            boolean current,
            String cause,
            ObjectKey source,
            Instant created) {}

    private AgentVersion version(AgentId agent, Root root, Shape shape) {
        List<Evidence> evidence = new ArrayList<>();
        String image =
                shape.template().containers().isEmpty()
                        ? ""
                        : shape.template().containers().getFirst().image();
        int at = image.indexOf('@');
        String prompt = fact("prompt", rules.prompt(), shape, evidence);
        String model = fact("model", rules.model(), shape, evidence);
        if (model.isEmpty() && !root.model().isEmpty()) {
            model = root.model();
            evidence.add(
                    evidence(
                            "model "
                                    + model
                                    + " from the "
                                    + root.key().kind().kindName()
                                    + "'s spec",
                            root.key()));
        }
        for (String reference : shape.template().configRefs()) {
            evidence.add(
                    evidence(
                            "reads " + reference + "; its content is not part of a version",
                            shape.source()));
        }
        return new AgentVersion(
                agent,
                shape.label(),
                shape.number(),
                shortImage(at < 0 ? image : image.substring(0, at)),
                at < 0 ? "" : image.substring(at + 1),
                prompt,
                model,
                shape.created(),
                shape.replicas(),
                shape.current(),
                shape.cause(),
                shape.source(),
                evidence);
    }

    private static String fact(
            String what, List<String> names, Shape shape, List<Evidence> evidence) {
        for (String name : names) {
            for (ContainerSpec container : shape.template().containers()) {
                String value = container.env().get(name);
                if (value != null) {
                    evidence.add(
                            evidence(
                                    what
                                            + " "
                                            + value
                                            + " from env "
                                            + name
                                            + " of container "
                                            + container.name(),
                                    shape.source()));
                    return value;
                }
            }
            String annotation = shape.template().annotations().get(name);
            if (annotation != null) {
                evidence.add(
                        evidence(
                                what + " " + annotation + " from annotation " + name,
                                shape.source()));
                return annotation;
            }
        }
        return "";
    }

    private static Evidence evidence(String words, ObjectKey subject) {
        return new Evidence(Health.Level.OK, words, subject, "yaml");
    }

    /**
     * `registry.local/agents/refund:2.3.1` becomes `refund:2.3.1`: the registry and folders seldom
     * tell versions apart.
     */
    static String shortImage(String image) {
        return image.substring(image.lastIndexOf('/') + 1);
    }
}
