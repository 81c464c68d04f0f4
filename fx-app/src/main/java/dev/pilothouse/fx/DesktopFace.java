package dev.pilothouse.fx;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.fx.memory.DeskFile;
import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.fx.shell.Desk;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the desktop face until its last window is closed. */
public final class DesktopFace {
    /** There is no display; as EX_UNAVAILABLE of sysexits.h. */
    public static final int NO_DISPLAY = 69;

    static final String WITHOUT_DISPLAY =
            "There is no display for the desktop. Set DISPLAY or WAYLAND_DISPLAY, or use the"
                    + " terminal: pilothouse";

    private static final Logger LOG = LoggerFactory.getLogger(DesktopFace.class);

    private DesktopFace() {}

    /**
     * Shows the windows of the last run and returns when all are closed. Call it once, from a
     * thread that may wait; views still open are closed by then.
     *
     * @return the exit code of the program: 0, or 69 without a display, after one line on stderr
     */
    public static int run(DesktopOptions options) {
        FxExecutor fx;
        try {
            fx = FxExecutor.start();
        } catch (UnsupportedOperationException | UnsatisfiedLinkError | NoClassDefFoundError e) {
            System.err.println("pilothouse: " + WITHOUT_DISPLAY);
            return NO_DISPLAY;
        }
        CountDownLatch ended = new CountDownLatch(1);
        try (ExecutorService disk = Executors.newSingleThreadExecutor(disk())) {
            fx.execute(() -> open(options, fx, disk, ended));
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            fx.stop();
        }
        return 0;
    }

    private static java.util.concurrent.ThreadFactory disk() {
        return Thread.ofPlatform().name("desk-memory").daemon(true).factory();
    }

    private static void open(
            DesktopOptions options, FxExecutor fx, ExecutorService disk, CountDownLatch ended) {
        DeskFile file = new DeskFile(options.stateDir());
        DesktopOptions.Start start = options.start();
        DeskMemory memory = DeskMemory.fresh(start.palette());
        String message = "";
        try {
            memory = file.load(start.palette());
        } catch (ConsoleException e) {
            message = e.problem().sentence();
        }
        memory = start.forced().map(memory::withTheme).orElse(memory);
        memory = start.tab().map(memory::withTab).orElse(memory);
        try {
            Desk desk =
                    new Desk(
                            new Desk.Seams(
                                    options.title(),
                                    options.openView(),
                                    options.keys(),
                                    fx,
                                    new Disk(file, disk, ended)),
                            memory);
            Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> desk.trouble(e));
            desk.open(memory.windows(), message);
        } catch (RuntimeException e) {
            LOG.error("desktop: the windows could not be opened", e);
            ended.countDown();
        }
    }

    /** Writes on its own thread, in the order in which things were seen. */
    private record Disk(DeskFile file, ExecutorService thread, CountDownLatch last)
            implements Desk.Keeper {
        @Override
        public void save(DeskMemory memory) {
            thread.execute(() -> write(memory));
        }

        private void write(DeskMemory memory) {
            try {
                file.save(memory);
            } catch (IOException e) {
                LOG.warn("desktop: windows and tabs could not be remembered: {}", e.getMessage());
            }
        }

        @Override
        public void ended() {
            last.countDown();
        }
    }
}
