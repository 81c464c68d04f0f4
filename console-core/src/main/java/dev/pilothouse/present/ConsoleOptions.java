package dev.pilothouse.present;

import dev.pilothouse.identity.IdentityRules;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a user set once for all views.
 *
 * @param production contexts whose name matches get the word PROD
 * @param open contexts that are dialled at start; empty for the one that the kubeconfig names
 */
public record ConsoleOptions(
        IdentityRules rules, KeyMap keys, Pattern production, Set<String> open, ZoneId zone) {
    public static ConsoleOptions defaults() {
        return new ConsoleOptions(
                IdentityRules.defaults(),
                KeyMap.defaults(),
                Pattern.compile(
                        "(^|[^a-z])(prod|production|prd|live)([^a-z]|$)", Pattern.CASE_INSENSITIVE),
                Set.of(),
                ZoneId.systemDefault());
    }

    public ConsoleOptions opening(Set<String> contexts) {
        return new ConsoleOptions(rules, keys, production, Set.copyOf(contexts), zone);
    }
}
