package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks a cluster what it has and what we may do there. A user who may do everything costs six
 * requests; others are asked about one by one, for the whole cluster and then by namespace.
 */
final class ClusterProbe {
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final String AUTHORIZATION = "/apis/authorization.k8s.io/v1/";

    /** Every namespace costs a watch per kind; more are not followed one by one. */
    static final int NAMESPACES = 20;

    private final KubeHttp http;
    private final List<String> known;

    /**
     * @param known namespaces that the kubeconfig and the settings name
     */
    ClusterProbe(KubeHttp http, List<String> known) {
        this.http = http;
        this.known = List.copyOf(known);
    }

    /**
     * @param served optional kinds that the server has
     * @param user as the server names us; empty when it does not say
     * @param namespaces to read when the whole cluster may not be
     */
    record Findings(
            String version,
            Set<String> groups,
            Set<Kind> served,
            String user,
            List<ClusterRow.Capability> capabilities,
            List<String> namespaces) {}

    /** What the server has: three to six requests, which the first screen waits for. */
    Findings basics() throws IOException, ConsoleException, InterruptedException {
        String version = http.read("/version", CALL).text("gitVersion");
        Set<String> groups = new HashSet<>();
        for (Json group : http.read("/apis", CALL).list("groups")) {
            groups.add(group.text("name"));
        }
        return new Findings(version, groups, served(groups), "", List.of(), known);
    }

    /** Adds who we are and what we may do there. */
    Findings rights(Findings basics) throws IOException, ConsoleException, InterruptedException {
        Set<String> groups = basics.groups();
        Set<Question> everywhere = everywhere();
        Map<String, Rights> rights = new LinkedHashMap<>();
        if (everywhere.size() < Question.values().length) {
            for (String namespace : candidates(everywhere)) {
                rights.put(namespace, rights(namespace));
            }
        }
        List<String> readable = readable(everywhere, rights);
        List<ClusterRow.Capability> capabilities = new ArrayList<>();
        for (Question question : Question.values()) {
            capabilities.add(capability(question, everywhere, rights, groups));
        }
        return new Findings(
                basics.version(),
                groups,
                basics.served(),
                user(),
                List.copyOf(capabilities),
                readable);
    }

    private Set<Kind> served(Set<String> groups)
            throws IOException, ConsoleException, InterruptedException {
        Set<Kind> served = EnumSet.noneOf(Kind.class);
        Map<String, Set<String>> resources = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            if (!kind.optional() || !groups.contains(kind.group())) {
                continue;
            }
            Set<String> names = resources.get(kind.apiVersion());
            if (names == null) {
                names = resources(kind.apiVersion());
                resources.put(kind.apiVersion(), names);
            }
            if (names.contains(kind.plural())) {
                served.add(kind);
            }
        }
        return served;
    }

    /** A group may be there without the version that we read. */
    private Set<String> resources(String apiVersion)
            throws IOException, ConsoleException, InterruptedException {
        Set<String> names = new HashSet<>();
        try {
            http.read("/apis/" + apiVersion, CALL)
                    .list("resources")
                    .forEach(resource -> names.add(resource.text("name")));
        } catch (KubeException e) {
            // Not served, or its server is down; asked again with the next probe.
        }
        return names;
    }

    private Set<Question> everywhere() throws IOException, ConsoleException, InterruptedException {
        if (allowed(Question.reviewOfEverything())) {
            return EnumSet.allOf(Question.class);
        }
        Set<Question> may = EnumSet.noneOf(Question.class);
        for (Question question : Question.values()) {
            if (allowed(question.review())) {
                may.add(question);
            }
        }
        return may;
    }

    private boolean allowed(String review)
            throws IOException, ConsoleException, InterruptedException {
        try {
            return http.review(AUTHORIZATION + "selfsubjectaccessreviews", review, CALL)
                    .at("status")
                    .flag("allowed");
        } catch (KubeException e) {
            return false;
        }
    }

    private Rights rights(String namespace)
            throws IOException, ConsoleException, InterruptedException {
        String body =
                "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectRulesReview\",\"spec\":{\"namespace\":\""
                        + namespace
                        + "\"}}";
        try {
            return Rights.of(http.review(AUTHORIZATION + "selfsubjectrulesreviews", body, CALL));
        } catch (KubeException e) {
            return new Rights(List.of(), true);
        }
    }

    /** Known ones first, then what the server names; `default` when there is nothing else. */
    private Set<String> candidates(Set<Question> everywhere)
            throws IOException, ConsoleException, InterruptedException {
        Set<String> names = new LinkedHashSet<>(known);
        if (!everywhere.contains(Question.PODS)) {
            names.addAll(listed());
            String one = names.isEmpty() ? "default" : names.iterator().next();
            names.addAll(rights(one).namedNamespaces());
        }
        if (names.isEmpty()) {
            names.add("default");
        }
        names.removeIf(name -> !name.matches("[a-z0-9-]{1,63}"));
        return new LinkedHashSet<>(names.stream().limit(NAMESPACES * 5L).toList());
    }

    private List<String> listed() throws IOException, ConsoleException, InterruptedException {
        try {
            return http
                    .read("/api/v1/namespaces?limit=" + NAMESPACES * 5, CALL)
                    .list("items")
                    .stream()
                    .map(item -> item.at("metadata").text("name"))
                    .toList();
        } catch (KubeException e) {
            return List.of();
        }
    }

    private List<String> readable(Set<Question> everywhere, Map<String, Rights> rights) {
        if (everywhere.contains(Question.PODS) && everywhere.contains(Question.WORKLOADS)) {
            return known;
        }
        List<String> found =
                rights.entrySet().stream()
                        .filter(
                                entry ->
                                        entry.getValue().incomplete()
                                                || Question.PODS.in(entry.getValue())
                                                || Question.WORKLOADS.in(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .limit(NAMESPACES)
                        .toList();
        return found.isEmpty() ? known : found;
    }

    private static ClusterRow.Capability capability(
            Question question,
            Set<Question> everywhere,
            Map<String, Rights> rights,
            Set<String> groups) {
        if (question == Question.METRICS && !groups.contains(question.group())) {
            return no(question, "the metrics API (metrics.k8s.io) is not installed");
        }
        if (question == Question.CLAIMS && !groups.contains(question.group())) {
            return no(question, "the server has no resource.k8s.io");
        }
        if (everywhere.contains(question)) {
            return new ClusterRow.Capability(question.id(), question.title(), true, "");
        }
        List<String> where =
                question.namespaced()
                        ? rights.entrySet().stream()
                                .filter(entry -> question.in(entry.getValue()))
                                .map(Map.Entry::getKey)
                                .toList()
                        : List.of();
        if (where.isEmpty()) {
            boolean unsure = rights.values().stream().anyMatch(Rights::incomplete);
            return unsure
                    ? new ClusterRow.Capability(
                            question.id(),
                            question.title(),
                            true,
                            "perhaps: the server does not say all it would allow")
                    : no(question, question.missing());
        }
        return new ClusterRow.Capability(
                question.id(),
                question.title(),
                true,
                "only in " + String.join(", ", where),
                Set.copyOf(where));
    }

    private static ClusterRow.Capability no(Question question, String reason) {
        return new ClusterRow.Capability(question.id(), question.title(), false, reason);
    }

    /** Servers before 1.28 do not say. */
    private String user() throws IOException, ConsoleException, InterruptedException {
        try {
            Json info =
                    http.review(
                                    "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                                    "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}",
                                    CALL)
                            .at("status", "userInfo");
            return info.text("username");
        } catch (KubeException e) {
            return "";
        }
    }
}
