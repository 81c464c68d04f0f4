package dev.pilothouse.connectors.kube;

import java.util.Locale;

/**
 * NO_PROXY as Go programs read it: `name` means the name and everything below it, `.name` and
 * `*.name` only what is below, `*` everything; addresses and ranges of both families; each may end
 * in `:port`. Loopback is never proxied.
 */
final class NoProxy {
    private NoProxy() {}

    static boolean covers(String variable, String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || Cidr.contains("127.0.0.0/8", name) || name.equals("::1")) {
            return true;
        }
        for (String part : variable.split(",", -1)) {
            String rule = part.strip().toLowerCase(Locale.ROOT);
            if (!rule.isEmpty() && matches(rule, name, port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String rule, String host, int port) {
        if (rule.equals("*") || Cidr.contains(rule, host)) {
            return true;
        }
        String name = rule;
        int colon = rule.lastIndexOf(':');
        boolean ported =
                colon > 0
                        && (rule.indexOf(':') == colon || rule.charAt(colon - 1) == ']')
                        && rule.substring(colon + 1).chars().allMatch(Character::isDigit);
        if (ported) {
            if (!rule.substring(colon + 1).equals(Integer.toString(port))) {
                return false;
            }
            name = rule.substring(0, colon);
        }
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        if (name.startsWith("*.") || name.startsWith(".")) {
            return host.endsWith(name.startsWith("*") ? name.substring(1) : name);
        }
        return host.equals(name) || host.endsWith("." + name);
    }
}
