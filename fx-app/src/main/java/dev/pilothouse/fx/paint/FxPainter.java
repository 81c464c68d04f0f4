package dev.pilothouse.fx.paint;

import dev.pilothouse.present.Frame;
import dev.pilothouse.present.View;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the newest frame of a view to the screen, at most once per pulse. Any number of wakes
 * before it is painted cost one task on the FX thread. No animation runs for it: when a frame
 * changes nothing that is visible, there is no pulse and the screen is not painted at all. A
 * painter that is not active (a hidden tab) paints nothing until it is shown again.
 */
@SuppressWarnings("ReferenceEquality") // a frame is new or it is the same object
public final class FxPainter {
    /**
     * A frame that follows another one sooner than this waits; a pulse is a sixtieth of a second.
     */
    private static final Duration PULSE = Duration.ofMillis(16);

    private final View view;
    private final Clock clock;
    private final Consumer<Frame> paint;
    private final Consumer<RuntimeException> trouble;
    private final AtomicBoolean pending = new AtomicBoolean();
    private @Nullable Frame painted;
    private long paintedAt;
    private boolean waiting;
    private boolean active;
    private long applied;

    /** The FX thread and its time. */
    public interface Clock extends Executor {
        /** Nanoseconds that only go forward. */
        long nanos();

        /** Runs on the FX thread after a while, without a pulse until then. */
        void later(Duration delay, Runnable task);
    }

    /** `trouble` hears of a frame that could not be painted; the next one is tried again. */
    public FxPainter(
            View view, Clock clock, Consumer<Frame> paint, Consumer<RuntimeException> trouble) {
        this.view = view;
        this.clock = clock;
        paintedAt = clock.nanos() - PULSE.toNanos();
        this.paint = paint;
        this.trouble = trouble;
    }

    /** Starts listening. On the FX thread. */
    public void start() {
        active = true;
        view.onFrame(this::wake);
        paintNewest();
    }

    /** Shown or hidden. On the FX thread. */
    public void active(boolean shown) {
        active = shown;
        if (shown) {
            paintNewest();
        }
    }

    /** Paints the newest frame even if it was painted before, after a change of look. */
    public void again() {
        painted = null;
        paintNewest();
    }

    /** How many frames were painted. */
    public long applied() {
        return applied;
    }

    public void stop() {
        active = false;
        view.onFrame(() -> {});
    }

    private void wake() {
        if (pending.compareAndSet(false, true)) {
            clock.execute(this::turn);
        }
    }

    private void turn() {
        pending.set(false);
        Duration left = PULSE.minusNanos(clock.nanos() - paintedAt);
        if (!left.isPositive()) {
            paintNewest();
        } else if (!waiting) {
            waiting = true;
            clock.later(left, this::waited);
        }
    }

    private void waited() {
        waiting = false;
        paintNewest();
    }

    private void paintNewest() {
        Frame newest = view.frame();
        if (!active || newest == painted) {
            return;
        }
        painted = newest;
        paintedAt = clock.nanos();
        applied++;
        try {
            paint.accept(newest);
        } catch (RuntimeException e) {
            trouble.accept(e);
        }
    }
}
