package dev.pilothouse.connectors.kube;

import java.util.ArrayList;
import java.util.List;

/**
 * What a SelfSubjectRulesReview says of one namespace: a hint, as authorizers other than RBAC may
 * leave out rules, which it then says.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/self-subject-rules-review-v1/">SelfSubjectRulesReview</a>
 */
record Rights(List<Rule> rules, boolean incomplete) {

    record Rule(
            List<String> verbs, List<String> groups, List<String> resources, List<String> names) {

        boolean allows(String verb, String group, String resource) {
            return has(verbs, verb) && has(groups, group) && covers(resource);
        }

        private static boolean has(List<String> words, String word) {
            return words.contains("*") || words.contains(word);
        }

        private boolean covers(String resource) {
            int slash = resource.indexOf('/');
            return has(resources, resource)
                    || (slash > 0 && resources.contains("*" + resource.substring(slash)));
        }
    }

    static Rights of(Json review) {
        Json status = review.at("status");
        List<Rule> rules = new ArrayList<>();
        for (Json rule : status.list("resourceRules")) {
            rules.add(
                    new Rule(
                            rule.words("verbs"),
                            rule.words("apiGroups"),
                            rule.words("resources"),
                            rule.words("resourceNames")));
        }
        return new Rights(rules, status.flag("incomplete"));
    }

    /** For all names of a resource. */
    boolean allows(String verb, String group, String resource) {
        return rules.stream()
                .anyMatch(rule -> rule.names().isEmpty() && rule.allows(verb, group, resource));
    }

    /** Namespaces that rules name one by one. */
    List<String> namedNamespaces() {
        return rules.stream()
                .filter(rule -> rule.allows("get", "", "namespaces"))
                .flatMap(rule -> rule.names().stream())
                .distinct()
                .toList();
    }
}
