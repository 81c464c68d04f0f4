package dev.pilothouse.demo.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Label and field selectors. */
public final class Selectors {
    private static final Pattern SET =
            Pattern.compile("\\s*([^\\s,!=()]+)\\s+(in|notin)\\s+\\(([^)]*)\\)\\s*");
    private static final Pattern TERM = Pattern.compile("[^,(]+(?:\\([^)]*\\))?");
    private static final Set<String> ALWAYS = Set.of("metadata.name", "metadata.namespace");
    private static final Map<String, Set<String>> FIELDS =
            Map.of(
                    "pods",
                            Set.of(
                                    "spec.nodeName",
                                    "spec.restartPolicy",
                                    "spec.schedulerName",
                                    "spec.serviceAccountName",
                                    "status.phase",
                                    "status.podIP"),
                    "events",
                            Set.of(
                                    "involvedObject.kind",
                                    "involvedObject.namespace",
                                    "involvedObject.name",
                                    "involvedObject.uid",
                                    "involvedObject.apiVersion",
                                    "involvedObject.resourceVersion",
                                    "involvedObject.fieldPath",
                                    "reason",
                                    "reportingComponent",
                                    "source",
                                    "type"),
                    "nodes", Set.of("spec.unschedulable"),
                    "namespaces", Set.of("status.phase"),
                    "replicasets", Set.of("status.replicas"),
                    "jobs", Set.of("status.successful"));

    private Selectors() {}

    /** A field that cannot be selected by. */
    public static final class Unsupported extends Exception {
        private static final long serialVersionUID = 1;

        Unsupported(String field) {
            super("field label not supported: " + field);
        }
    }

    /** What a request's selectors let through. */
    public static Predicate<Item> of(Resource resource, String labels, String fields)
            throws Unsupported {
        List<Predicate<Item>> all = new ArrayList<>();
        Matcher terms = TERM.matcher(labels);
        while (terms.find()) {
            all.add(term(terms.group().strip(), name -> item -> item.labels().get(name)));
        }
        for (String field : fields.isEmpty() ? List.<String>of() : List.of(fields.split(","))) {
            String name = field.substring(0, end(field));
            if (!ALWAYS.contains(name)
                    && !FIELDS.getOrDefault(resource.plural(), Set.of()).contains(name)) {
                throw new Unsupported(name);
            }
            all.add(term(field, path -> item -> item.field(path)));
        }
        return item -> all.stream().allMatch(one -> one.test(item));
    }

    private static int end(String term) {
        int not = term.indexOf("!=");
        int equals = term.indexOf('=');
        return not > 0 ? not : equals > 0 ? equals : term.length();
    }

    private interface Lookup {
        @Nullable String of(Item item);
    }

    private static Predicate<Item> term(String term, Function<String, Lookup> lookups) {
        Matcher set = SET.matcher(term);
        if (set.matches()) {
            Lookup lookup = lookups.apply(set.group(1));
            List<String> values =
                    Arrays.stream(set.group(3).split(",")).map(String::strip).toList();
            boolean in = set.group(2).equals("in");
            return item -> {
                String value = lookup.of(item);
                return (value != null && values.contains(value)) == in;
            };
        }
        if (term.startsWith("!")) {
            Lookup lookup = lookups.apply(term.substring(1).strip());
            return item -> lookup.of(item) == null;
        }
        int end = end(term);
        Lookup lookup = lookups.apply(term.substring(0, end).strip());
        if (end == term.length()) {
            return item -> lookup.of(item) != null;
        }
        String wanted = term.substring(term.lastIndexOf('=') + 1).strip();
        boolean equal = term.charAt(end) != '!';
        return item -> wanted.equals(lookup.of(item)) == equal;
    }
}
