package dev.pilothouse.fx.paint;

import dev.pilothouse.present.Frame;
import dev.pilothouse.present.View;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the newest frame of a view to the screen, at most once per pulse. Any number of wakes
 * before the next pulse cost one task on the FX thread; when there is nothing new the timer stops,
 * so that an idle window makes no pulses at all. A painter that is not active (a hidden tab) paints
 * nothing until it is shown again.
 */
@SuppressWarnings("ReferenceEquality") // a frame is new or it is the same object
public final class FxPainter {
    private final View view;
    private final Executor fx;
    private final Consumer<Frame> paint;
    private final Consumer<RuntimeException> trouble;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulse();
                }
            };
    private @Nullable Frame painted;
    private boolean active;
    private long applied;

    /** `trouble` hears of a frame that could not be painted; the next one is tried again. */
    public FxPainter(
            View view,
            Executor fx,
            Consumer<Frame> paint,
            Consumer<RuntimeException> trouble) {
        this.view = view;
        this.fx = fx;
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
        timer.stop();
        view.onFrame(() -> {});
    }

    private void wake() {
        if (pending.compareAndSet(false, true)) {
            fx.execute(timer::start);
        }
    }

    private void pulse() {
        if (paintNewest()) {
            return;
        }
        timer.stop();
        pending.set(false);
        if (active && view.frame() != painted) {
            wake();
        }
    }

    private boolean paintNewest() {
        Frame newest = view.frame();
        if (!active || newest == painted) {
            return false;
        }
        painted = newest;
        applied++;
        try {
            paint.accept(newest);
        } catch (RuntimeException e) {
            trouble.accept(e);
        }
        return true;
    }
}
