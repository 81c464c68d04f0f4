package dev.pilothouse.model;

/**
 * A state with its reason. `word` is short (`crash loop`); `why` is the evidence in a few words
 * (`OOM 512Mi, exit 137, 9th`) and may be empty.
 */
public record Health(Level level, String word, String why) {
    /** From good to bad in the order that a list of problems is sorted by (worst last). */
    public enum Level {
        OK,
        IDLE,
        STARTING,
        UNKNOWN,
        WARN,
        BAD
    }

    public static Health ok(String word) {
        return new Health(Level.OK, word, "");
    }

    public static Health unknown(String why) {
        return new Health(Level.UNKNOWN, "unknown", why);
    }

    public boolean problem() {
        return level == Level.BAD || level == Level.WARN;
    }
}
