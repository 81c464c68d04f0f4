package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what. Tokens are `admin-token`, `viewer-token`, `oncall-token`, `nobody-token` and,
 * for one namespace only, the namespace with `-token` behind it.
 */
final class Access {
    private static final Set<String> READ = Set.of("get", "list", "watch");
    private static final Set<String> WORKLOADS =
            Set.of(
                    "deployments",
                    "deployments/scale",
                    "statefulsets",
                    "statefulsets/scale",
                    "rollouts",
                    "rollouts/status",
                    "rollouts/scale");

    private Access() {}

    /** What a user may do at all. */
    enum Role {
        ADMIN,
        VIEWER,
        ONCALL,
        NAMESPACE,
        NOBODY,
        ANONYMOUS
    }

    /** A user; `namespace` only for those of one namespace. */
    record User(String name, Role role, String namespace) {
        static final User ADMIN = new User("admin", Role.ADMIN, "");
        static final User ANONYMOUS = new User("system:anonymous", Role.ANONYMOUS, "");

        List<String> groups() {
            return switch (role) {
                case ADMIN -> List.of("system:masters", "system:authenticated");
                case ANONYMOUS -> List.of("system:unauthenticated");
                default -> List.of("demo:" + name, "system:authenticated");
            };
        }
    }

    /** One thing somebody wants to do; `resource` may have a subresource behind a slash. */
    record Wish(String verb, String group, String resource, String namespace) {}

    /**
     * The user of a request.
     *
     * @param secure kubectl sends no token over plain http: who comes so is let in as admin
     */
    static User user(Request request, boolean secure, Set<String> namespaces) throws Reply.Failure {
        String token = request.authorization().replace("Bearer ", "");
        if (token.isEmpty()) {
            return secure ? User.ANONYMOUS : User.ADMIN;
        }
        String name = token.endsWith("-token") ? token.substring(0, token.length() - 6) : "";
        return switch (name) {
            case "admin" -> User.ADMIN;
            case "viewer" -> new User(name, Role.VIEWER, "");
            case "oncall" -> new User(name, Role.ONCALL, "");
            case "nobody" -> new User(name, Role.NOBODY, "");
            default -> {
                if (!namespaces.contains(name)) {
                    throw new Reply.Failure(401, "Unauthorized", "Unauthorized");
                }
                yield new User(name, Role.NAMESPACE, name);
            }
        };
    }

    static boolean allows(User user, Wish wish) {
        boolean review = wish.resource().startsWith("selfsubject") && wish.verb().equals("create");
        boolean read = READ.contains(wish.verb()) && !wish.resource().equals("secrets");
        return switch (user.role()) {
            case ADMIN -> true;
            case VIEWER -> review || read;
            case ONCALL -> review || read || oncall(wish);
            case NAMESPACE ->
                    review
                            || (!user.namespace().isEmpty()
                                    && user.namespace().equals(wish.namespace()));
            case NOBODY -> review;
            case ANONYMOUS -> false;
        };
    }

    private static boolean oncall(Wish wish) {
        return switch (wish.verb()) {
            case "patch", "update" -> WORKLOADS.contains(wish.resource());
            case "delete" -> wish.resource().equals("pods");
            case "create" -> wish.resource().equals("pods/eviction");
            default -> false;
        };
    }

    /** The words that a role's permission is explained with. */
    static String reason(User user) {
        return switch (user.role()) {
            case ADMIN ->
                    "RBAC: allowed by ClusterRoleBinding \"cluster-admin\" of ClusterRole"
                            + " \"cluster-admin\" to Group \"system:masters\"";
            case NAMESPACE ->
                    "RBAC: allowed by RoleBinding \"demo-"
                            + user.name()
                            + "/"
                            + user.namespace()
                            + "\" of ClusterRole \"edit\" to Group \"demo:"
                            + user.name()
                            + "\"";
            default ->
                    "RBAC: allowed by ClusterRoleBinding \"demo-"
                            + user.name()
                            + "\" of ClusterRole \"demo-"
                            + user.name()
                            + "\" to Group \"demo:"
                            + user.name()
                            + "\"";
        };
    }

    static Reply.Failure forbidden(User user, Wish wish, String name) {
        String scope =
                wish.namespace().isEmpty()
                        ? "at the cluster scope"
                        : "in the namespace \"" + wish.namespace() + "\"";
        int slash = wish.resource().indexOf('/');
        String plain = slash < 0 ? wish.resource() : wish.resource().substring(0, slash);
        String qualified = wish.group().isEmpty() ? plain : plain + "." + wish.group();
        ObjectNode details = Tree.object();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!wish.group().isEmpty()) {
            details.put("group", wish.group());
        }
        details.put("kind", plain);
        return new Reply.Failure(
                403,
                "Forbidden",
                qualified
                        + (name.isEmpty() ? "" : " \"" + name + "\"")
                        + " is forbidden: User \""
                        + user.name()
                        + "\" cannot "
                        + wish.verb()
                        + " resource \""
                        + wish.resource()
                        + "\" in API group \""
                        + wish.group()
                        + "\" "
                        + scope,
                details);
    }

    /** Only those who are known may ask which kinds there are. */
    static Reply.Failure forbidden(String path) {
        return new Reply.Failure(
                403,
                "Forbidden",
                "forbidden: User \"system:anonymous\" cannot get path \"" + path + "\"",
                Tree.object());
    }

    /** What a user may do in a namespace, as SelfSubjectRulesReview lists it. */
    static ArrayNode rules(User user, String namespace) {
        ArrayNode rules = Tree.array();
        if (user.role() == Role.ADMIN) {
            rules.add(rule("*", "*", "*"));
        }
        if (user.role() != Role.ANONYMOUS) {
            rules.add(
                    rule(
                            "create",
                            "authorization.k8s.io",
                            "selfsubjectaccessreviews,selfsubjectrulesreviews"));
            rules.add(rule("create", "authentication.k8s.io", "selfsubjectreviews"));
        }
        if (user.role() == Role.VIEWER || user.role() == Role.ONCALL) {
            rules.add(rule("get,list,watch", "*", "*"));
        }
        if (user.role() == Role.ONCALL) {
            rules.add(
                    rule(
                            "get,patch,update",
                            "apps",
                            "deployments,deployments/scale,statefulsets,statefulsets/scale"));
            rules.add(rule("delete", "", "pods"));
            rules.add(rule("create", "", "pods/eviction"));
        }
        if (user.role() == Role.NAMESPACE && user.namespace().equals(namespace)) {
            rules.add(rule("*", "*", "*"));
        }
        return rules;
    }

    private static ObjectNode rule(String verbs, String groups, String resources) {
        ObjectNode rule = Tree.object();
        Map.of("verbs", verbs, "apiGroups", groups, "resources", resources)
                .forEach((name, list) -> rule.set(name, Tree.texts(List.of(list.split(",", -1)))));
        return rule;
    }
}
