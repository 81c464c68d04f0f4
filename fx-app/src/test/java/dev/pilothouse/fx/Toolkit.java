package dev.pilothouse.fx;

import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.fx.shell.Desk;
import dev.pilothouse.fx.shell.Views;
import dev.pilothouse.present.KeyMap;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/**
 * Starts the toolkit once per fork and runs parts of tests on its thread, with a bound on waiting.
 */
public final class Toolkit {
    private static final FxExecutor FX = FxExecutor.start();

    private Toolkit() {}

    static FxExecutor fx() {
        return FX;
    }

    /** What a desk needs from outside, with a toolkit that runs and a light system. */
    public static Desk.Seams seams(Views open, Consumer<DeskMemory> save) {
        return new Desk.Seams("Pilothouse", open, KeyMap.defaults(), new Light(), new Saved(save));
    }

    private record Saved(Consumer<DeskMemory> save) implements Desk.Keeper {
        @Override
        public void save(DeskMemory memory) {
            save.accept(memory);
        }

        @Override
        public void ended() {}
    }

    private record Light() implements Desk.Toolkit {
        @Override
        public void execute(Runnable task) {
            FX.execute(task);
        }

        @Override
        public void later(Duration delay, Runnable task) {
            FX.later(delay, task);
        }

        @Override
        public long nanos() {
            return FX.nanos();
        }

        @Override
        public boolean dark() {
            return false;
        }

        @Override
        public void onTheme(Runnable listener) {}
    }

    /** Hands a task to the FX thread and does not wait. */
    public static void soon(Runnable task) {
        FX.execute(task);
    }

    /** Lets time pass without a pulse of ours. */
    public static void quiet(int millis) throws Exception {
        new CompletableFuture<Boolean>()
                .completeOnTimeout(true, millis, TimeUnit.MILLISECONDS)
                .get();
    }

    public static <T> T on(Callable<T> task) throws Exception {
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

    public static void run(Runnable task) throws Exception {
        on(
                () -> {
                    task.run();
                    return true;
                });
    }

    /** Waits until something holds, looked at on each pulse. */
    public static void until(BooleanSupplier holds) throws Exception {
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
    public static void pulses(int count) throws Exception {
        int[] seen = new int[1];
        until(() -> ++seen[0] > count);
    }
}
