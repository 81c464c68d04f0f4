package dev.pilothouse.config;

import java.util.List;
import java.util.Locale;

/**
 * How keys are written in settings, and which of them an ordinary terminal can tell apart.
 * `ctrl-h`, `ctrl-i`, `ctrl-j`, `ctrl-m` and `ctrl-[` reach a program as backspace, tab, enter,
 * enter and escape; `ctrl-s` and `ctrl-q` stop and continue the output.
 *
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">control sequences</a>
 */
final class KeySpec {
    private static final List<String> NAMED =
            List.of(
                    "enter",
                    "esc",
                    "tab",
                    "shift-tab",
                    "space",
                    "backspace",
                    "delete",
                    "up",
                    "down",
                    "left",
                    "right",
                    "shift-left",
                    "shift-right",
                    "pgup",
                    "pgdn",
                    "home",
                    "end",
                    "ctrl-space",
                    "ctrl-\\");

    private KeySpec() {}

    /** A sentence about what is wrong with a key; empty when it can be bound. */
    static String wrong(String spec) {
        String key = bare(spec);
        if (NAMED.contains(key) || single(key)) {
            return "";
        }
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.matches("ctrl-[a-z]")) {
            return control(key, lower);
        }
        if (lower.matches("shift-[a-z]")) {
            return no(key) + " Write the capital letter, '" + upper(lower) + "'.";
        }
        if (lower.startsWith("alt-") || lower.startsWith("meta-")) {
            return no(key) + " Many terminals send esc and the letter for it; use another key.";
        }
        String near = Values.nearest(lower, NAMED);
        return no(key)
                + (near.equals(".")
                        ? " A key is one character, ctrl- and a letter, or one of "
                                + String.join(", ", NAMED)
                                + "."
                        : " Did you mean" + near.substring(near.indexOf('\'') - 1));
    }

    private static String control(String key, String lower) {
        if (!key.equals(lower)) {
            return no(key) + " Did you mean '" + lower + "'?";
        }
        return switch (key) {
            case "ctrl-h" -> no(key) + " A terminal sends backspace for it.";
            case "ctrl-i" -> no(key) + " A terminal sends tab for it.";
            case "ctrl-j", "ctrl-m" -> no(key) + " A terminal sends enter for it.";
            case "ctrl-s", "ctrl-q" -> no(key) + " It stops or continues the terminal's output.";
            default -> "";
        };
    }

    private static String no(String key) {
        return "'" + Values.shown(key) + "' is no key that can be bound.";
    }

    private static String upper(String lower) {
        return lower.substring(lower.length() - 1).toUpperCase(Locale.ROOT);
    }

    /** Without `list:` or `text:`. */
    static String bare(String spec) {
        return spec.startsWith("list:") || spec.startsWith("text:") ? spec.substring(5) : spec;
    }

    /** Whether two keys can be pressed in one place: `list:x` and `text:x` cannot. */
    static boolean meet(String one, String other) {
        boolean apart =
                (one.startsWith("list:") && other.startsWith("text:"))
                        || (one.startsWith("text:") && other.startsWith("list:"));
        return bare(one).equals(bare(other)) && !apart;
    }

    private static boolean single(String key) {
        if (key.codePointCount(0, key.length()) != 1) {
            return false;
        }
        int point = key.codePointAt(0);
        return !Character.isISOControl(point) && !Character.isWhitespace(point);
    }
}
