package dev.pilothouse.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/**
 * Starts the toolkit once per fork and runs parts of tests on its thread, with a bound on waiting.
 */
final class Toolkit {
    private static final FxExecutor FX = FxExecutor.start();

    private Toolkit() {}

    static FxExecutor fx() {
        return FX;
    }

    static <T> T on(Callable<T> task) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        FX.execute(
                () -> {
                    try {
                        result.complete(task.call());
                    } catch (Exception | AssertionError e) {
                        result.completeExceptionally(e);
                    }
                });
        return result.get(20, TimeUnit.SECONDS);
    }

    static void run(Runnable task) throws Exception {
        on(
                () -> {
                    task.run();
                    return true;
                });
    }

    /** Waits until something holds, looked at on each pulse. */
    static void until(BooleanSupplier holds) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        if (holds.getAsBoolean()) {
                            done.countDown();
                        }
                    }
                };
        FX.execute(timer::start);
        boolean held = done.await(20, TimeUnit.SECONDS);
        FX.execute(timer::stop);
        if (!held) {
            throw new AssertionError("did not come true within 20 s");
        }
    }

    /** Waits for this many pulses. */
    static void pulses(int count) throws Exception {
        int[] seen = new int[1];
        until(() -> ++seen[0] > count);
    }
}
