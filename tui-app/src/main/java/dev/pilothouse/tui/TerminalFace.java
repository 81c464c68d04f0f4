package dev.pilothouse.tui;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TerminalScreen;
import dev.pilothouse.present.FaceRequest;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.View;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The console in a terminal. One thread reads keys and hands them over; this one paints the newest
 * frame when there is one. The terminal is restored before anything else is printed, whatever ends
 * the program.
 */
public final class TerminalFace {
    /** Larger clipboards are refused by terminals; k9s found the same limit. */
    private static final int CLIPBOARD = 74_994 * 3 / 4;

    private final View view;
    private final TerminalSettings settings;
    private final TerminalDevice device;
    private final TerminalScreen screen;
    private final Map<String, String> environment;
    private final Semaphore work = new Semaphore(0);
    private final AtomicReference<String> ending = new AtomicReference<>("");
    private final ScrollMemory scroll = new ScrollMemory();
    private final java.util.concurrent.ConcurrentLinkedQueue<FaceRequest> requests =
            new java.util.concurrent.ConcurrentLinkedQueue<>();
    private long painted = -1;
    private int viewport;
    private boolean repaintAll = true;

    private TerminalFace(View view, TerminalSettings settings, Map<String, String> environment)
            throws IOException {
        this.view = view;
        this.settings = settings;
        this.environment = environment;
        Charset charset = settings.ascii() ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
        device = TerminalDevice.open(charset);
        screen = new TerminalScreen(device);
    }

    /**
     * Runs until the user quits or the terminal goes away.
     *
     * @return the exit code: 0 when the user quit, 1 when the terminal was lost
     * @throws IOException when there is no usable terminal; nothing was changed then
     */
    public static int run(View view, TerminalSettings settings, Map<String, String> environment)
            throws IOException {
        return new TerminalFace(view, settings, environment).run();
    }

    private int run() throws IOException {
        screen.startScreen();
        screen.setCursorPosition(null);
        Thread restore = Thread.ofPlatform().name("restore-terminal").unstarted(this::restore);
        Runtime.getRuntime().addShutdownHook(restore);
        view.onFrame(work::release);
        view.onRequest(
                request -> {
                    requests.add(request);
                    work.release();
                });
        Thread.ofPlatform().name("keys").daemon(true).start(this::readKeys);
        try {
            while (ending.get().isEmpty()) {
                paint();
                work.acquire();
                work.drainPermits();
                serve();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            restore();
        }
        return ending.get().equals("lost") ? 1 : 0;
    }

    private void restore() {
        synchronized (screen) {
            try {
                screen.stopScreen(false);
                device.flush();
            } catch (IOException | IllegalStateException e) {
                // It was restored already, or there is no terminal left to restore.
            }
        }
    }

    private void readKeys() {
        try {
            while (true) {
                KeyStroke key = device.readInput();
                List<String> keys = new ArrayList<>();
                while (key != null) {
                    if (key.getKeyType() == KeyType.EOF) {
                        end("lost");
                        return;
                    }
                    KeyNames.of(key).ifPresent(keys::add);
                    key = device.pollInput();
                }
                if (!keys.isEmpty()) {
                    view.send(new Intent.Keys(keys));
                }
            }
        } catch (IOException e) {
            end("lost");
        }
    }

    private void end(String why) {
        ending.compareAndSet("", why);
        work.release();
    }

    private void serve() throws IOException {
        for (FaceRequest request = requests.poll(); request != null; request = requests.poll()) {
            switch (request) {
                case FaceRequest.Quit ignored -> end("quit");
                case FaceRequest.Copy copy -> copy(copy);
                case FaceRequest.Redraw ignored -> repaintAll = true;
                case FaceRequest.ScrollColumns(int by) -> {
                    scroll.scrollColumns(by);
                    painted = -1;
                }
                case FaceRequest.Suspend ignored -> suspend();
            }
        }
    }

    private void copy(FaceRequest.Copy copy) throws IOException {
        if (copy.text().length() <= CLIPBOARD) {
            synchronized (screen) {
                device.clipboard(copy.text(), !environment.getOrDefault("TMUX", "").isEmpty());
            }
        }
    }

    /**
     * Gives the terminal back, stops as the shell expects, and paints everything when the shell
     * continues us.
     */
    private void suspend() throws IOException {
        synchronized (screen) {
            screen.stopScreen(false);
            device.flush();
            try {
                Process stop =
                        new ProcessBuilder(
                                        "kill",
                                        "-STOP",
                                        Long.toString(ProcessHandle.current().pid()))
                                .start();
                stop.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            screen.startScreen();
            screen.setCursorPosition(null);
        }
        repaintAll = true;
    }

    private void paint() throws IOException {
        Frame frame = view.frame();
        TerminalSize resized = screen.doResizeIfNecessary();
        if (frame.number() == painted && resized == null && !repaintAll) {
            return;
        }
        painted = frame.number();
        TerminalSize size = screen.getTerminalSize();
        Canvas canvas =
                new Canvas(
                        screen,
                        new Theme(settings.palette(), settings.depth()),
                        settings.ascii(),
                        size.getColumns(),
                        size.getRows());
        int rows = new FramePainter(canvas, scroll).paint(frame);
        synchronized (screen) {
            if (!ending.get().isEmpty()) {
                return;
            }
            boolean all = repaintAll || resized != null;
            screen.refresh(all ? Screen.RefreshType.COMPLETE : Screen.RefreshType.DELTA);
            repaintAll = false;
        }
        if (rows != viewport) {
            viewport = rows;
            view.send(new Intent.Viewport(rows));
        }
    }
}
