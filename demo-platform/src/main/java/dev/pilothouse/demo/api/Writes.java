package dev.pilothouse.demo.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.sim.World;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Doc;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Tree;
import java.io.IOException;
import java.nio.BufferUnderflowException;

/**
 * Changes: create, replace, patch, scale, evict, delete. Server-side apply and changes of pods are
 * refused with a status that says so.
 */
final class Writes {
    private final World world;

    Writes(World world) {
        this.world = world;
    }

    static ObjectNode body(Request request) throws IOException, Reply.Failure {
        JsonNode body = read(request);
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw new Reply.Failure(400, "BadRequest", "the body of the request is not an object");
    }

    private static JsonNode read(Request request) throws IOException, Reply.Failure {
        byte[] bytes = request.http().getRequestBody().readAllBytes();
        try {
            return Protobuf.is(bytes) ? Protobuf.review(bytes) : Tree.JSON.readTree(bytes);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new Reply.Failure(
                    415, "UnsupportedMediaType", "the body of the request is in an unknown format");
        } catch (JsonProcessingException e) {
            throw new Reply.Failure(
                    400,
                    "BadRequest",
                    "the body of the request is not JSON: " + e.getOriginalMessage());
        }
    }

    void serve(Request request, Request.Target target) throws IOException, Reply.Failure {
        boolean dry = request.text("dryRun").equals("All");
        switch (request.method()) {
            case "POST" -> {
                if (target.sub().equals("eviction")) {
                    evict(request, target, dry);
                } else {
                    create(request, target, dry);
                }
            }
            case "PUT", "PATCH" -> change(request, target, dry);
            case "DELETE" -> delete(request, target, dry);
            default -> throw unsupported();
        }
    }

    static Reply.Failure unsupported() {
        return new Reply.Failure(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource");
    }

    private Item known(Request.Target target) throws Reply.Failure {
        return world.shelf()
                .get(target.resource(), target.namespace(), target.name())
                .orElseThrow(() -> Reply.notFound(target));
    }

    private void evict(Request request, Request.Target target, boolean dry)
            throws IOException, Reply.Failure {
        known(target);
        request.http().getRequestBody().readAllBytes();
        if (!dry) {
            world.delete(Catalog.PODS, target.namespace(), target.name());
        }
        ObjectNode status = Tree.of("kind", "Status", "apiVersion", "v1");
        status.set("metadata", Tree.object());
        Reply.json(request, 201, status.put("status", "Success").put("code", 201));
    }

    private void create(Request request, Request.Target target, boolean dry)
            throws IOException, Reply.Failure {
        ObjectNode object = body(request);
        if (!target.namespace().isEmpty()) {
            Tree.metadata(object).put("namespace", target.namespace());
        }
        String name = Tree.name(object);
        Request.Target made = new Request.Target(target.resource(), target.namespace(), name, "");
        if (world.shelf().get(target.resource(), target.namespace(), name).isPresent()) {
            throw new Reply.Failure(
                    409,
                    "AlreadyExists",
                    target.resource().qualified() + " \"" + name + "\" already exists",
                    Tree.of("name", name, "kind", target.resource().plural()));
        }
        if (!dry) {
            world.step(() -> world.create(target.resource(), object));
        }
        Item stored = dry ? Doc.of(object, 0) : known(made);
        answer(request, made, stored, 201);
    }

    private void answer(Request request, Request.Target target, Item item, int code)
            throws IOException {
        Bodies bodies =
                new Bodies(
                        target.resource(),
                        request.shape(),
                        request.text("includeObject"),
                        world.now());
        Reply.bytes(request, code, "application/json", bodies.one(item));
    }

    private void change(Request request, Request.Target target, boolean dry)
            throws IOException, Reply.Failure {
        Item known = known(target);
        if (target.resource().equals(Catalog.PODS)) {
            throw new Reply.Failure(
                    403,
                    "Forbidden",
                    "the simulated platform does not change pods; change their owner");
        }
        boolean scale = target.sub().equals("scale");
        ObjectNode before = scale ? scale(target, known) : known.tree();
        ObjectNode after = before.deepCopy();
        JsonNode body = read(request);
        if (request.method().equals("PUT")) {
            after = (ObjectNode) body;
        } else {
            Patches.apply(request.contentType(), after, body);
        }
        check(target, known, Tree.text(after, "metadata", "resourceVersion"));
        ObjectNode wanted = after;
        ObjectNode result = known.tree();
        apply(target, result, wanted);
        Item stored =
                dry
                        ? Doc.of(result, known.version())
                        : world.update(
                                        target.resource(),
                                        target.namespace(),
                                        target.name(),
                                        object -> apply(target, object, wanted))
                                .orElseThrow(() -> Reply.notFound(target));
        if (scale) {
            Reply.json(request, 200, scale(target, stored));
        } else {
            answer(request, target, stored, 200);
        }
    }

    private static void check(Request.Target target, Item known, String version)
            throws Reply.Failure {
        if (!version.isEmpty() && !version.equals(Long.toString(known.version()))) {
            throw new Reply.Failure(
                    409,
                    "Conflict",
                    "Operation cannot be fulfilled on "
                            + target.resource().qualified()
                            + " \""
                            + target.name()
                            + "\": the object has been modified; please apply your changes to the"
                            + " latest version and try again",
                    Tree.of("name", target.name(), "kind", target.resource().plural()));
        }
    }

    /** Takes over what that address may change: the replicas, the status, or all but the status. */
    private static void apply(Request.Target target, ObjectNode object, ObjectNode wanted) {
        switch (target.sub()) {
            case "scale" ->
                    object.withObject("/spec")
                            .set("replicas", wanted.path("spec").path("replicas"));
            case "status" -> object.set("status", wanted.path("status").deepCopy());
            default -> {
                JsonNode status = object.path("status").deepCopy();
                JsonNode metadata = object.path("metadata").deepCopy();
                object.removeAll();
                object.setAll(wanted.deepCopy());
                for (String fixed : new String[] {"uid", "creationTimestamp", "generation"}) {
                    Tree.metadata(object).set(fixed, metadata.path(fixed));
                }
                if (!status.isMissingNode()) {
                    object.set("status", status);
                }
            }
        }
    }

    /** The Scale that a workload is seen as. */
    static ObjectNode scale(Request.Target target, Item item) {
        ObjectNode tree = item.tree();
        ObjectNode metadata = Tree.of("name", item.name(), "namespace", item.namespace());
        metadata.put("uid", Tree.uid(tree)).put("resourceVersion", Long.toString(item.version()));
        metadata.put("creationTimestamp", Tree.text(tree, "metadata", "creationTimestamp"));
        ObjectNode scale = Tree.of("kind", "Scale", "apiVersion", "autoscaling/v1");
        scale.set("metadata", metadata);
        scale.set("spec", Tree.of("replicas", Tree.number(tree, "spec", "replicas")));
        String selector = Columns.selector(tree.path("spec").path("selector"));
        ObjectNode status = Tree.of("replicas", Tree.number(tree, "status", "replicas"));
        scale.set("status", selector.equals("<none>") ? status : status.put("selector", selector));
        return scale;
    }

    private void delete(Request request, Request.Target target, boolean dry)
            throws IOException, Reply.Failure {
        if (target.name().isEmpty()) {
            throw unsupported();
        }
        Item known = known(target);
        request.http().getRequestBody().readAllBytes();
        if (!dry) {
            world.delete(target.resource(), target.namespace(), target.name());
        }
        if (target.resource().equals(Catalog.PODS)) {
            Item now =
                    world.shelf()
                            .get(target.resource(), target.namespace(), target.name())
                            .orElse(known);
            answer(request, target, now, 200);
        } else {
            Reply.json(request, 200, Reply.success(target, Tree.uid(known.tree())));
        }
    }
}
