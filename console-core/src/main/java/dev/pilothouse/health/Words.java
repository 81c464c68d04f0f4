package dev.pilothouse.health;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens what Kubernetes says to what fits a column, in its own words. */
final class Words {
    private static final Pattern PULL_IMAGE =
            Pattern.compile("(?:image|reference) \"([^\"]{1,256})\"");

    private Words() {}

    /**
     * `0/12 nodes are available: 5 Insufficient nvidia.com/gpu, ...` becomes `0/12 nodes: 5
     * Insufficient nvidia.com/gpu, ...`.
     */
    static String scheduler(String message) {
        String text =
                message.replace(" nodes are available:", " nodes:").replace(" node(s) had ", " ");
        int sentence = text.indexOf(". ");
        return (sentence > 0 ? text.substring(0, sentence) : text).strip();
    }

    /** Keeps the reason and the image of a pull error. */
    static String imagePull(String message) {
        String lower = message.toLowerCase(java.util.Locale.ROOT);
        String reason =
                lower.contains("not found") || lower.contains("manifest unknown")
                        ? "not found"
                        : lower.contains("unauthorized")
                                        || lower.contains("denied")
                                        || lower.contains("forbidden")
                                ? "access denied"
                                : lower.contains("timeout") || lower.contains("deadline")
                                        ? "registry timed out"
                                        : "";
        Matcher image = PULL_IMAGE.matcher(message);
        String name = image.find() ? image.group(1) : "";
        if (reason.isEmpty()) {
            return name.isEmpty() ? message : name;
        }
        return name.isEmpty() ? reason : reason + ": " + name;
    }
}
