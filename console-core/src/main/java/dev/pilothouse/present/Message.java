package dev.pilothouse.present;

import java.time.Duration;
import java.time.Instant;

/** What just happened, shown for a while. */
final class Message {
    private static final Duration SHOWN = Duration.ofSeconds(5);

    /** What went wrong is longer and must be read. */
    private static final Duration SHOWN_BAD = Duration.ofSeconds(20);

    private String text = "";
    private Tone tone = Tone.NORMAL;
    private Instant until = Instant.EPOCH;

    void say(String words, Tone meaning, Instant now) {
        text = words;
        tone = meaning;
        until = now.plus(meaning == Tone.BAD ? SHOWN_BAD : SHOWN);
    }

    /** Empty when nothing was said lately. */
    String shown(Instant now) {
        return until.isAfter(now) ? text : "";
    }

    /** When it goes; in the past when there is none. */
    Instant until() {
        return until;
    }

    Tone tone() {
        return tone;
    }
}
