package dev.pilothouse.connectors.kube;

/** What is asked of a cluster's authorizer, for what a user of this console wants to do. */
enum Question {
    PODS("pods", "Pods", "list", "", "pods"),
    WORKLOADS("workloads", "Workloads", "list", "apps", "deployments"),
    NODES("nodes", "Nodes", "list", "", "nodes"),
    EVENTS("events", "Events", "list", "", "events"),
    LOGS("logs", "Logs", "get", "", "pods/log"),
    METRICS("metrics", "CPU and memory use", "list", "metrics.k8s.io", "pods"),
    CLAIMS("claims", "Device claims", "list", "resource.k8s.io", "resourceclaims"),
    EDIT("edit", "Change workloads", "patch", "apps", "deployments"),
    SCALE("scale", "Scale workloads", "patch", "apps", "deployments/scale"),
    DELETE("delete-pods", "Delete pods", "delete", "", "pods");

    private final String id;
    private final String title;
    private final String verb;
    private final String group;
    private final String resource;

    Question(String id, String title, String verb, String group, String resource) {
        this.id = id;
        this.title = title;
        this.verb = verb;
        this.group = group;
        this.resource = resource;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String group() {
        return group;
    }

    /** Nodes belong to no namespace: a right in one says nothing about them. */
    boolean namespaced() {
        return this != NODES;
    }

    boolean in(Rights rights) {
        return rights.allows(verb, group, resource);
    }

    /** The body of a SelfSubjectAccessReview for the whole cluster. */
    String review() {
        int slash = resource.indexOf('/');
        String base = slash < 0 ? resource : resource.substring(0, slash);
        String sub = slash < 0 ? "" : ",\"subresource\":\"" + resource.substring(slash + 1) + "\"";
        return review(verb, group, base, sub);
    }

    static String reviewOfEverything() {
        return review("*", "*", "*", "");
    }

    private static String review(String verb, String group, String resource, String sub) {
        return "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":{\"resourceAttributes\":{\"verb\":\""
                + verb
                + "\",\"group\":\""
                + group
                + "\",\"resource\":\""
                + resource
                + "\""
                + sub
                + "}}}";
    }

    /** What to ask for when it is refused. */
    String missing() {
        return "not allowed: " + verb + " " + resource + (group.isEmpty() ? "" : "." + group);
    }
}
