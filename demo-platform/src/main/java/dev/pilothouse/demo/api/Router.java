package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.sim.SimTime;
import dev.pilothouse.demo.sim.Usage;
import dev.pilothouse.demo.sim.World;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Resource;
import dev.pilothouse.demo.state.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Finds out what an address under /api or /apis means and who answers it. */
final class Router {
    private final World world;
    private final SimTime time;
    private final CountDownLatch closing;
    private final Faults faults;
    private final Discovery discovery;
    private final Lists lists;
    private final Watches watches;
    private final Writes writes;
    private final Logs logs;

    Router(World world, SimTime time, CountDownLatch closing, Faults faults) {
        this.world = world;
        this.time = time;
        this.closing = closing;
        this.faults = faults;
        discovery = new Discovery(world.catalog());
        lists = new Lists(world.shelf(), time);
        watches = new Watches(world.shelf(), time, () -> closing.getCount() == 0);
        writes = new Writes(world);
        logs = new Logs(time, closing);
    }

    Set<String> namespaces() {
        return world.shelf().list(Catalog.NAMESPACES, "").stream()
                .map(Item::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True when no fault has answered and the request may go on. */
    boolean fault(Request request, String kind, String verb)
            throws IOException, InterruptedException, Reply.Failure {
        for (Faults.Mode mode : faults.of(kind, verb)) {
            switch (mode) {
                case CUT -> throw new IOException("cut");
                case UNAUTHORIZED -> throw new Reply.Failure(401, "Unauthorized", "Unauthorized");
                case FORBIDDEN ->
                        throw Access.forbidden(
                                Access.User.ADMIN, new Access.Wish(verb, "", kind, ""), "");
                case GONE -> world.shelf().forget();
                case THROTTLED ->
                        throw new Reply.Failure(
                                429,
                                "TooManyRequests",
                                "the server has received too many requests and has asked us to try"
                                        + " again later");
                case BROKEN ->
                        throw new Reply.Failure(
                                500,
                                "InternalError",
                                "Internal error occurred: etcdserver: request timed out");
                case SLOW -> {
                    var _ = closing.await(Faults.LATE.toMillis(), TimeUnit.MILLISECONDS);
                }
                case GARBAGE -> {
                    byte[] page = "<html>not json</html>".getBytes(StandardCharsets.UTF_8);
                    Reply.bytes(request, 200, "application/json", page);
                    return false;
                }
                case HALF_OPEN, HANG -> {
                    hang(mode, kind, verb);
                    throw new IOException("nothing comes");
                }
            }
        }
        return true;
    }

    private void hang(Faults.Mode mode, String kind, String verb) throws InterruptedException {
        while (faults.of(kind, verb).contains(mode)) {
            if (closing.await(100, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    void serve(Request request, Access.User user)
            throws IOException, InterruptedException, Reply.Failure {
        boolean core = request.part(0).equals("api");
        int at = core ? 2 : 3;
        if (request.path().size() <= at) {
            if (fault(request, "", "get")) {
                if (user.role() == Access.Role.ANONYMOUS) {
                    throw Access.forbidden(request.http().getRequestURI().getPath());
                }
                discover(request, core);
            }
            return;
        }
        if (!core && discovery.group(request.part(1)).isEmpty()) {
            Reply.nowhere(request);
            return;
        }
        Request.Target target = target(request, core, at);
        String verb = request.verb(target);
        if (fault(request, target.resource().plural(), verb)) {
            permit(user, target, verb);
            answer(request, user, target);
        }
    }

    private void discover(Request request, boolean core) throws IOException, Reply.Failure {
        if (request.path().size() == 1) {
            if (request.shape() == Request.Shape.AGGREGATED) {
                byte[] all = Tree.bytes(discovery.aggregated(core));
                Reply.bytes(request, 200, Discovery.AGGREGATED, all);
            } else {
                Reply.json(request, 200, core ? Discovery.versions() : discovery.list());
            }
            return;
        }
        if (!core && request.path().size() == 2) {
            ObjectNode group = discovery.group(request.part(1)).orElseThrow(Reply::notFound);
            ObjectNode answer = Tree.of("kind", "APIGroup", "apiVersion", "v1");
            answer.setAll(group);
            Reply.json(request, 200, answer);
            return;
        }
        String version = core ? request.part(1) : request.part(1) + "/" + request.part(2);
        Reply.json(request, 200, discovery.resources(version).orElseThrow(Reply::notFound));
    }

    private Request.Target target(Request request, boolean core, int from) throws Reply.Failure {
        String version = core ? request.part(1) : request.part(1) + "/" + request.part(2);
        int at = from;
        String namespace = "";
        boolean inside =
                request.part(at).equals("namespaces")
                        && world.catalog().of(version, request.part(at + 2)).isPresent();
        if (inside) {
            namespace = request.part(at + 1);
            at += 2;
        }
        Optional<Resource> resource = world.catalog().of(version, request.part(at));
        if (resource.isEmpty()) {
            throw Reply.notFound();
        }
        return new Request.Target(
                resource.get(), namespace, request.part(at + 1), request.part(at + 2));
    }

    private static void permit(Access.User user, Request.Target target, String verb)
            throws Reply.Failure {
        String resource =
                target.resource().plural() + (target.sub().isEmpty() ? "" : "/" + target.sub());
        Access.Wish wish =
                new Access.Wish(verb, target.resource().group(), resource, target.namespace());
        if (!Access.allows(user, wish)) {
            throw Access.forbidden(user, wish, target.name());
        }
    }

    private void answer(Request request, Access.User user, Request.Target target)
            throws IOException, InterruptedException, Reply.Failure {
        if (target.resource().group().equals("metrics.k8s.io")) {
            metrics(request, target);
        } else if (target.resource().has("computed")) {
            if (!request.method().equals("POST")) {
                throw Writes.unsupported();
            }
            ObjectNode asked = Writes.body(request);
            Reply.json(request, 201, Reviews.answer(target.resource().kind(), asked, user));
        } else if (!request.method().equals("GET")) {
            writes.serve(request, target);
        } else if (request.shape() == Request.Shape.REFUSED) {
            throw new Reply.Failure(
                    406,
                    "NotAcceptable",
                    "only the following media types are accepted: application/json");
        } else if (request.flag("watch")) {
            String kind = target.resource().plural();
            watches.serve(request, target, () -> faults.silent(kind));
        } else if (target.name().isEmpty()) {
            lists.serve(request, target);
        } else {
            one(request, target);
        }
    }

    private void one(Request request, Request.Target target)
            throws IOException, InterruptedException, Reply.Failure {
        Item item =
                world.shelf()
                        .get(target.resource(), target.namespace(), target.name())
                        .orElseThrow(() -> Reply.notFound(target));
        if (!target.sub().isEmpty() && !target.resource().has(target.sub())) {
            throw Reply.notFound();
        }
        switch (target.sub()) {
            case "log" -> logs.serve(request, target, item.tree());
            case "scale" -> Reply.json(request, 200, Writes.scale(target, item));
            default -> {
                Bodies bodies =
                        new Bodies(
                                target.resource(),
                                request.shape(),
                                request.text("includeObject"),
                                time.now());
                Reply.bytes(request, 200, "application/json", bodies.one(item));
            }
        }
    }

    private void metrics(Request request, Request.Target target) throws IOException, Reply.Failure {
        boolean pods = target.resource().plural().equals("pods");
        ArrayNode items =
                pods
                        ? Usage.pods(world, target.namespace(), target.name())
                        : Usage.nodes(world, target.name());
        String kind = target.resource().kind();
        if (!target.name().isEmpty()) {
            if (items.isEmpty()) {
                throw Reply.notFound(target);
            }
            ObjectNode one = Tree.of("kind", kind, "apiVersion", "metrics.k8s.io/v1beta1");
            Reply.json(request, 200, one.setAll((ObjectNode) items.path(0)));
            return;
        }
        ObjectNode list = Tree.of("kind", kind + "List", "apiVersion", "metrics.k8s.io/v1beta1");
        list.set("metadata", Tree.object());
        Reply.json(request, 200, list.set("items", items));
    }
}
