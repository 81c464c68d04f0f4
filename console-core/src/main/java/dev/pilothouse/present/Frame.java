package dev.pilothouse.present;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that one view shows, immutable. A newer frame replaces an older one that was never painted.
 *
 * @param number counts frames of this view; a painter that sees the same number has nothing to do
 * @param at the time that ages are counted from
 * @param screen which screen this is, for a painter that keeps something per screen (a scroll
 *     position)
 * @param intentsSeen how many intents of this view are in this frame; lets a test or bench wait for
 *     an answer
 */
public record Frame(
        long number,
        Instant at,
        ScreenId screen,
        HeaderFrame header,
        BodyFrame body,
        FooterFrame footer,
        @Nullable OverlayFrame overlay,
        long intentsSeen) {

    /** Whether all but the rows and lines of the body looks the same. */
    boolean sameAround(Frame other) {
        return screen.equals(other.screen)
                && header.equals(other.header)
                && footer.equals(other.footer)
                && Objects.equals(overlay, other.overlay)
                && intentsSeen == other.intentsSeen
                && sameNotice(body, other.body);
    }

    /** What stands in an empty table comes from the sources, not from the rows. */
    private static boolean sameNotice(BodyFrame one, BodyFrame other) {
        if (one instanceof PanesFrame panes && other instanceof PanesFrame others) {
            for (int i = 0; i < Math.min(panes.panes().size(), others.panes().size()); i++) {
                if (!sameNotice(panes.panes().get(i).body(), others.panes().get(i).body())) {
                    return false;
                }
            }
        }
        return !(one instanceof TableFrame table && other instanceof TableFrame before)
                || table.notice().equals(before.notice());
    }

    /**
     * A screen and its depth in the stack; two agent screens of different agents differ in
     * `subject`.
     */
    public record ScreenId(ScreenKind kind, String subject, int depth) {}
}
