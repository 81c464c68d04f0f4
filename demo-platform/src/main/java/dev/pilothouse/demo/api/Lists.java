package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Selectors;
import dev.pilothouse.demo.state.Shelf;
import dev.pilothouse.demo.state.Tree;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Predicate;

/** Answers lists: selectors, chunks, and which version of the world is wanted. */
final class Lists {
    private final Shelf shelf;
    private final Time time;

    Lists(Shelf shelf, Time time) {
        this.shelf = shelf;
        this.time = time;
    }

    static Predicate<Item> wanted(Request request, Request.Target target) throws Reply.Failure {
        try {
            Predicate<Item> selected =
                    Selectors.of(
                            target.resource(),
                            request.text("labelSelector"),
                            request.text("fieldSelector"));
            return target.name().isEmpty()
                    ? selected
                    : selected.and(item -> item.name().equals(target.name()));
        } catch (Selectors.Unsupported e) {
            throw new Reply.Failure(400, "BadRequest", String.valueOf(e.getMessage()));
        }
    }

    /** Where a list goes on: the version of its first chunk and the last key that was sent. */
    private record Token(long version, String after) {
        static final Token NONE = new Token(0, "");

        static Token of(String text) throws Reply.Failure {
            if (text.isEmpty()) {
                return NONE;
            }
            try {
                ObjectNode token = Tree.parse(Base64.getUrlDecoder().decode(text.replace("=", "")));
                return new Token(token.path("rv").asLong(), Tree.text(token, "start"));
            } catch (RuntimeException e) {
                throw new Reply.Failure(
                        400,
                        "BadRequest",
                        "invalid continue token: continue key is not valid: incorrect"
                                + " encoding");
            }
        }

        @Override
        public String toString() {
            ObjectNode token = Tree.of("v", "meta.k8s.io/v1", "rv", version, "start", after);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(token.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    void serve(Request request, Request.Target target) throws IOException, Reply.Failure {
        Predicate<Item> wanted = wanted(request, target);
        Token token = Token.of(request.text("continue"));
        check(request, target, token);
        int limit = (int) request.number("limit", 0);
        Shelf.Page page =
                shelf.page(target.resource(), target.namespace(), token.after(), limit, wanted);
        long version = token.equals(Token.NONE) ? page.version() : token.version();
        ObjectNode about = Tree.of("resourceVersion", Long.toString(version));
        if (!page.next().isEmpty()) {
            about.put("continue", new Token(version, page.next()).toString());
            if (request.text("labelSelector").isEmpty()
                    && request.text("fieldSelector").isEmpty()) {
                about.put("remainingItemCount", page.remaining());
            }
        }
        Bodies bodies =
                new Bodies(
                        target.resource(),
                        request.shape(),
                        request.text("includeObject"),
                        time.now());
        if (bodies.large(page.items())) {
            Reply.stream(request, out -> bodies.plain(page.items(), about, out));
        } else {
            Reply.bytes(request, 200, "application/json", bodies.list(page.items(), about));
        }
    }

    private void check(Request request, Request.Target target, Token token) throws Reply.Failure {
        if (!token.equals(Token.NONE)) {
            if (shelf.tooOld(target.resource(), token.version())) {
                throw new Reply.Failure(
                        410,
                        "Expired",
                        "The provided continue parameter is too old to display a consistent list"
                                + " result. You can start a new list without the continue"
                                + " parameter.");
            }
            return;
        }
        long version = request.number("resourceVersion", 0);
        if (version > shelf.version()) {
            ObjectNode cause =
                    Tree.of(
                            "reason",
                            "ResourceVersionTooLarge",
                            "message",
                            "Too large resource version");
            ObjectNode details = Tree.of("causes", Tree.list(cause), "retryAfterSeconds", 1);
            throw new Reply.Failure(
                    504,
                    "Timeout",
                    "Timeout: Too large resource version: "
                            + version
                            + ", current: "
                            + shelf.version(),
                    details);
        }
        if (request.text("resourceVersionMatch").equals("Exact")
                && shelf.changedSince(target.resource(), version)) {
            throw new Reply.Failure(
                    410, "Expired", "The resourceVersion for the provided list is too old.");
        }
    }
}
