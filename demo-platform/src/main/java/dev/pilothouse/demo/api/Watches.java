package dev.pilothouse.demo.api;

import dev.pilothouse.demo.state.Change;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Shelf;
import dev.pilothouse.demo.state.Tree;
import dev.pilothouse.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Streams changes: what is there first where that is asked for, bookmarks, and the end. */
final class Watches {
    private static final long BOOKMARK = TimeUnit.SECONDS.toNanos(55);
    private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

    private final Shelf shelf;
    private final Time time;
    private final BooleanSupplier closing;

    Watches(Shelf shelf, Time time, BooleanSupplier closing) {
        this.shelf = shelf;
        this.time = time;
        this.closing = closing;
    }

    void serve(Request request, Request.Target target, BooleanSupplier silent)
            throws IOException, InterruptedException, Reply.Failure {
        Predicate<Item> wanted = Lists.wanted(request, target);
        String from = request.text("resourceVersion");
        boolean list = request.flag("sendInitialEvents");
        if (list && !request.text("resourceVersionMatch").equals("NotOlderThan")) {
            throw new Reply.Failure(
                    422,
                    "Invalid",
                    "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden:"
                            + " sendInitialEvents requires setting resourceVersionMatch to"
                            + " NotOlderThan");
        }
        request.http().getResponseHeaders().set("Content-Type", "application/json");
        request.http().getResponseHeaders().set("Cache-Control", "no-cache, private");
        request.http().sendResponseHeaders(200, 0);
        Stream stream = new Stream(request, target, wanted, silent);
        try (OutputStream out = request.http().getResponseBody()) {
            long after = Math.max(0, request.number("resourceVersion", 0));
            if (list || from.isEmpty() || from.equals("0")) {
                after = stream.initial(out, list);
            }
            stream.follow(out, after);
        }
    }

    /** One running watch. */
    private final class Stream {
        private final Request request;
        private final Request.Target target;
        private final Predicate<Item> wanted;
        private final BooleanSupplier silent;
        private final boolean bookmarks;
        private boolean first = true;

        Stream(
                Request request,
                Request.Target target,
                Predicate<Item> wanted,
                BooleanSupplier silent) {
            this.request = request;
            this.target = target;
            this.wanted = wanted;
            this.silent = silent;
            bookmarks = request.flag("allowWatchBookmarks");
        }

        private Bodies bodies() {
            return new Bodies(
                    target.resource(), request.shape(), request.text("includeObject"), time.now());
        }

        long initial(OutputStream out, boolean end) throws IOException {
            Shelf.Page page = shelf.page(target.resource(), target.namespace(), "", 0, wanted);
            ByteArrayOutputStream buffer = new ByteArrayOutputStream(1 << 17);
            Bodies bodies = bodies();
            for (Item item : page.items()) {
                buffer.writeBytes(bodies.event("ADDED", item, first));
                first = false;
                if (buffer.size() > 1 << 16) {
                    buffer.writeTo(out);
                    buffer.reset();
                }
            }
            if (end && bookmarks) {
                buffer.writeBytes(bodies.bookmark(page.version(), true));
            }
            buffer.writeTo(out);
            out.flush();
            return page.version();
        }

        void follow(OutputStream out, long after) throws IOException, InterruptedException {
            long begun = time.nanos();
            long end = begun + TimeUnit.SECONDS.toNanos(request.number("timeoutSeconds", 2_400));
            long marked = begun;
            Shelf.Watch watch = shelf.watch(target.resource(), after);
            out.flush();
            try {
                while (time.nanos() < end && !closing.getAsBoolean()) {
                    long wait = Math.min(LOOK, Math.max(1, end - time.nanos()));
                    List<Change> changes = watch.next(wait);
                    if (changes == null) {
                        return;
                    }
                    if (silent.getAsBoolean()) {
                        continue;
                    }
                    byte[] written = events(changes);
                    out.write(written);
                    if (bookmarks && time.nanos() - marked > BOOKMARK) {
                        marked = time.nanos();
                        out.write(bodies().bookmark(watch.seen(), false));
                        out.flush();
                    }
                    if (written.length > 0) {
                        out.flush();
                    }
                }
                if (bookmarks && !silent.getAsBoolean()) {
                    out.write(bodies().bookmark(watch.seen(), false));
                }
            } catch (Shelf.Expired e) {
                Reply.Failure gone =
                        new Reply.Failure(410, "Expired", String.valueOf(e.getMessage()));
                out.write(Bodies.event("ERROR", Tree.bytes(gone.status())));
                out.flush();
            }
        }

        private byte[] events(List<Change> changes) {
            ByteArrayOutputStream buffer = new ByteArrayOutputStream();
            Bodies bodies = bodies();
            for (Change change : changes) {
                String type = type(change);
                if (!type.isEmpty()) {
                    buffer.writeBytes(bodies.event(type, change.last(), first));
                    first = false;
                }
            }
            return buffer.toByteArray();
        }

        /** What left or entered the selection was deleted or added, as far as this watch knows. */
        private String type(Change change) {
            boolean before = holds(change.before());
            boolean now = holds(change.now());
            return before ? (now ? "MODIFIED" : "DELETED") : now ? "ADDED" : "";
        }

        private boolean holds(@Nullable Item item) {
            return item != null
                    && (target.namespace().isEmpty() || target.namespace().equals(item.namespace()))
                    && wanted.test(item);
        }
    }
}
