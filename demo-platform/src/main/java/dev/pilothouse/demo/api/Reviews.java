package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Tree;
import java.util.List;

/** Answers who somebody is and what they may do. */
final class Reviews {
    private Reviews() {}

    static ObjectNode answer(String kind, ObjectNode asked, Access.User user) throws Reply.Failure {
        return switch (kind) {
            case "SelfSubjectReview" -> whoami(asked, user);
            case "SelfSubjectAccessReview" -> access(asked, user);
            case "SelfSubjectRulesReview" -> rules(asked, user);
            default -> throw Reply.notFound();
        };
    }

    private static ObjectNode whoami(ObjectNode asked, Access.User user) {
        ObjectNode info = Tree.of("username", user.name(), "uid", user.name());
        info.set("groups", Tree.texts(user.groups()));
        asked.set("status", Tree.of("userInfo", info));
        return asked;
    }

    private static ObjectNode access(ObjectNode asked, Access.User user) {
        JsonNode what = asked.path("spec").path("resourceAttributes");
        boolean allowed;
        if (what.isObject()) {
            String sub = Tree.text(what, "subresource");
            allowed =
                    Access.allows(
                            user,
                            new Access.Wish(
                                    Tree.text(what, "verb"),
                                    Tree.text(what, "group"),
                                    Tree.text(what, "resource") + (sub.isEmpty() ? "" : "/" + sub),
                                    Tree.text(what, "namespace")));
        } else {
            allowed = Tree.text(asked, "spec", "nonResourceAttributes", "verb").equals("get");
        }
        ObjectNode status = Tree.of("allowed", allowed);
        if (allowed) {
            status.put("reason", Access.reason(user));
        }
        asked.set("status", status);
        return asked;
    }

    private static ObjectNode rules(ObjectNode asked, Access.User user) {
        ObjectNode urls = Tree.object();
        urls.set("verbs", Tree.texts(List.of("get")));
        urls.set(
                "nonResourceURLs",
                Tree.texts(List.of("/api", "/api/*", "/apis", "/apis/*", "/healthz", "/version")));
        ObjectNode status = Tree.object();
        status.set("resourceRules", Access.rules(user, Tree.text(asked, "spec", "namespace")));
        status.set("nonResourceRules", Tree.list(urls));
        status.put("incomplete", false);
        asked.set("status", status);
        return asked;
    }
}
