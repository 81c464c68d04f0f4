package dev.pilothouse.present;

import java.util.List;

/**
 * The keys that matter for the selected row, and one message.
 *
 * @param hints most useful first; a painter shows as many as fit and always `? more`
 * @param message what just happened or went wrong; empty for none
 */
public record FooterFrame(List<Hint> hints, String message, Tone tone) {
    public FooterFrame {
        hints = List.copyOf(hints);
    }

    /** A key and what it does here; greyed when there is a reason why it cannot. */
    public record Hint(String key, String label, String reason) {
        public Hint(String key, String label) {
            this(key, label, "");
        }

        public boolean enabled() {
            return reason.isEmpty();
        }
    }
}
