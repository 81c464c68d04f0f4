package dev.pilothouse.demo.sim;

import dev.pilothouse.demo.state.Item;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pod as a small record; its JSON is written when somebody asks. 50,000 trees would take
 * gigabytes.
 *
 * @param deleting since when it is being deleted
 */
record Pod(
        Template template,
        String namespace,
        String name,
        Instant created,
        PodState state,
        @Nullable Instant deleting,
        long version)
        implements Item {
    @Override
    public Map<String, String> labels() {
        return template.labels;
    }

    @Override
    public byte[] json() {
        return PodJson.of(this);
    }

    @Override
    public String field(String path) {
        return switch (path) {
            case "spec.nodeName" -> state.node();
            case "status.phase" -> state.phase().word();
            default -> Item.super.field(path);
        };
    }

    String uid() {
        return uid("Pod", namespace, name + created.toEpochMilli());
    }

    static String uid(String kind, String namespace, String name) {
        return UUID.nameUUIDFromBytes(
                        (kind + "/" + namespace + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Pod with(PodState next) {
        return new Pod(template, namespace, name, created, next, deleting, version);
    }

    Pod deleting(Instant at) {
        return new Pod(template, namespace, name, created, state, at, version);
    }

    Pod at(long stored) {
        return new Pod(template, namespace, name, created, state, deleting, stored);
    }

    boolean alive() {
        return deleting == null && !state.phase().over();
    }
}
