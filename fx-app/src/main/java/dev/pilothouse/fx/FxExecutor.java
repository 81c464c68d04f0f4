package dev.pilothouse.fx;

import dev.pilothouse.fx.shell.Desk;
import dev.pilothouse.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/** The FX thread as an executor, and the only class that knows the toolkit's platform. */
final class FxExecutor implements Desk.Toolkit {
    private final Time time = Time.system();

    /**
     * Starts the toolkit; windows may come and go without ending it.
     *
     * @throws UnsupportedOperationException when there is no display
     */
    static FxExecutor start() {
        FxExecutor executor = new FxExecutor();
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        return executor;
    }

    /** Ends the toolkit; it cannot be started again. */
    void stop() {
        Platform.exit();
    }

    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }

    @Override
    public void later(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, this)
                .execute(task);
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public boolean dark() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    }

    @Override
    public void onTheme(Runnable listener) {
        Platform.getPreferences()
                .colorSchemeProperty()
                .addListener((scheme, before, now) -> listener.run());
    }
}
