package dev.pilothouse.bench.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a terminal sends for keys, written as text with names in angle brackets: {@code
 * "/refund<enter>"}. {@code <c-x>} is control.
 */
final class Keys {
    private static final Pattern NAME = Pattern.compile("<([a-z0-9-]+)>");
    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("enter", "\r"),
                    Map.entry("esc", "\u001b"),
                    Map.entry("tab", "\t"),
                    Map.entry("bs", "\u007f"),
                    Map.entry("up", "\u001b[A"),
                    Map.entry("down", "\u001b[B"),
                    Map.entry("right", "\u001b[C"),
                    Map.entry("left", "\u001b[D"),
                    Map.entry("home", "\u001b[H"),
                    Map.entry("end", "\u001b[F"),
                    Map.entry("pgup", "\u001b[5~"),
                    Map.entry("pgdn", "\u001b[6~"));

    private Keys() {}

    static byte[] bytes(String keys) {
        Matcher matcher = NAME.matcher(keys);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(named(found.group(1))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String named(String name) {
        if (name.startsWith("c-") && name.length() == 3) {
            return String.valueOf((char) (name.charAt(2) - 'a' + 1));
        }
        String sent = NAMED.get(name);
        if (sent == null) {
            throw new IllegalArgumentException("There is no key <" + name + ">.");
        }
        return sent;
    }
}
