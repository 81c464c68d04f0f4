package dev.pilothouse.present;

import dev.pilothouse.identity.IdentityRules;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a user set for all views.
 *
 * @param production contexts whose name matches get the word PROD
 * @param open contexts that are dialled at start; empty for the one that the kubeconfig names
 */
public record ConsoleOptions(
        IdentityRules rules,
        KeyMap keys,
        Pattern production,
        Set<String> open,
        ZoneId zone,
        Logs logs,
        Saved saved) {
    /** Names that are production when nobody says otherwise. */
    public static final String PRODUCTION = "(^|[^a-z])(prod|production|prd|live)([^a-z]|$)";

    /**
     * How much of logs is read and kept.
     *
     * @param lines that a screen keeps
     * @param tail lines that are read when the log of a pod is opened; of each pod of an agent a
     *     quarter
     */
    public record Logs(int lines, int tail) {
        public static final Logs DEFAULT = new Logs(LogBuffer.LINES, 200);
    }

    /**
     * What a user saved by name.
     *
     * @param favourites namespaces, best first
     * @param filters filters by name, in the order of the file
     */
    public record Saved(List<String> favourites, Map<String, String> filters) {
        public static final Saved NOTHING = new Saved(List.of(), Map.of());

        public Saved {
            favourites = List.copyOf(favourites);
            filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        }
    }

    public static ConsoleOptions defaults() {
        return new ConsoleOptions(
                IdentityRules.defaults(),
                KeyMap.defaults(),
                production(List.of(PRODUCTION)),
                Set.of(),
                ZoneId.systemDefault(),
                Logs.DEFAULT,
                Saved.NOTHING);
    }

    /**
     * One pattern that finds what any of some finds, in any case of letters; none finds nothing.
     *
     * @throws java.util.regex.PatternSyntaxException when one of them is no pattern
     */
    public static Pattern production(List<String> patterns) {
        String any =
                patterns.stream().map(one -> "(?:" + one + ")").collect(Collectors.joining("|"));
        return Pattern.compile(any.isEmpty() ? "(?!)" : any, Pattern.CASE_INSENSITIVE);
    }

    public ConsoleOptions opening(Set<String> contexts) {
        return new ConsoleOptions(rules, keys, production, Set.copyOf(contexts), zone, logs, saved);
    }

    public ConsoleOptions keys(KeyMap changed) {
        return new ConsoleOptions(rules, changed, production, open, zone, logs, saved);
    }

    public ConsoleOptions fleet(IdentityRules changed, Pattern prod) {
        return new ConsoleOptions(changed, keys, prod, open, zone, logs, saved);
    }

    public ConsoleOptions logs(Logs changed) {
        return new ConsoleOptions(rules, keys, production, open, zone, changed, saved);
    }

    public ConsoleOptions saved(Saved changed) {
        return new ConsoleOptions(rules, keys, production, open, zone, logs, changed);
    }
}
