package dev.pilothouse.tui;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.screen.Screen;
import dev.pilothouse.present.FaceRequest;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.SavedFile;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.View;
import dev.pilothouse.text.CleanText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The console in a terminal. One thread reads keys and hands them over; this one paints the newest
 * frame when there is one. The terminal is restored before anything else is printed, whatever ends
 * the program.
 */
public final class TerminalFace {
    /** Bytes; terminals refuse more than 74,994 once encoded, as k9s found. */
    private static final int CLIPBOARD = 74_994 * 3 / 4;

    /** Rows that one step of the wheel moves; the habit of other consoles. */
    private static final int WHEEL = 3;

    /** A filter or a name is short; what is longer was pasted by mistake. */
    private static final int PASTE = 512;

    private final Tabs tabs;
    private final Supplier<TerminalSettings> settings;
    private final boolean ascii;
    private final TerminalDevice device;
    private final DeltaScreen screen;
    private final Map<String, String> environment;
    private final Semaphore work = new Semaphore(0);
    private final AtomicReference<String> ending = new AtomicReference<>("");
    private final java.util.concurrent.ConcurrentLinkedQueue<FaceRequest> requests =
            new java.util.concurrent.ConcurrentLinkedQueue<>();
    private long painted = -1;
    private int viewport;
    private boolean repaintAll = true;
    private boolean compact;
    private final AtomicBoolean restored = new AtomicBoolean();
    private volatile HitMap hits = new HitMap();

    private TerminalFace(
            Tabs tabs, Supplier<TerminalSettings> settings, Map<String, String> environment)
            throws IOException {
        this.tabs = tabs;
        this.settings = settings;
        this.environment = environment;
        ascii = settings.get().ascii();
        Charset charset = ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
        device = TerminalDevice.open(charset);
        screen = new DeltaScreen(device, charset);
    }

    /**
     * Runs until the user quits or the terminal goes away.
     *
     * @param view what is shown first
     * @param more opens another view, with a filter, for a new tab
     * @param settings asked for each frame, so that they may change; whether to keep to ASCII is
     *     asked once, since it decides how the terminal is written to
     * @return the exit code: 0 when the user quit, 1 when the terminal was lost
     * @throws IOException when there is no usable terminal; nothing was changed then
     */
    public static int run(
            View view,
            BiFunction<ScreenKind, String, View> more,
            Supplier<TerminalSettings> settings,
            Map<String, String> environment)
            throws IOException {
        return new TerminalFace(new Tabs(view, more), settings, environment).run();
    }

    private int run() throws IOException {
        start();
        Thread restore = Thread.ofPlatform().name("restore-terminal").unstarted(this::restore);
        Runtime.getRuntime().addShutdownHook(restore);
        device.addResizeListener((terminal, size) -> work.release());
        listen();
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

    private void listen() {
        tabs.listen(
                work::release,
                request -> {
                    requests.add(request);
                    work.release();
                });
    }

    private void start() throws IOException {
        screen.startScreen();
        screen.setCursorPosition(null);
    }

    private void stop() throws IOException {
        screen.stopScreen(false);
        device.flush();
        device.cooked();
    }

    private void restore() {
        ending.compareAndSet("", "stopped");
        if (restored.compareAndSet(false, true)) {
            try {
                stop();
            } catch (IOException | IllegalStateException e) {
                // There is no terminal left to restore.
            }
        }
    }

    private void readKeys() {
        InputBatch batch = new InputBatch();
        try {
            while (true) {
                KeyStroke key = device.readInput();
                while (key != null) {
                    if (key.getKeyType() == KeyType.EOF) {
                        end("lost");
                        return;
                    }
                    batch.add(key);
                    key = device.pollInput();
                }
                batch.take().forEach(this::hand);
            }
        } catch (IOException e) {
            end("lost");
        }
    }

    private void hand(Input input) {
        switch (input) {
            case Input.Keys(List<String> names) -> tabs.current().send(new Intent.Keys(names));
            case Input.Paste(String text) ->
                    tabs.current().send(new Intent.Type(CleanText.line(text, PASTE)));
            case Input.Wheel(int steps) -> tabs.current().send(new Intent.Move(steps * WHEEL));
            case Input.Click click -> hits.click(click.row()).forEach(tabs.current()::send);
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
                case FaceRequest.Act ignored -> {
                    // A terminal offers nothing of its own.
                }
                case FaceRequest.Save save ->
                        Thread.ofVirtual()
                                .name("save")
                                .start(
                                        () ->
                                                tabs.current()
                                                        .send(
                                                                SavedFile.write(
                                                                        settings.get().saved(),
                                                                        save)));
                case FaceRequest.Tab tab -> {
                    if (tabs.move(tab.move())) {
                        listen();
                    }
                    painted = -1;
                    viewport = -1;
                }
                case FaceRequest.CompactHeader ignored -> {
                    compact = !compact;
                    painted = -1;
                }
                case FaceRequest.ScrollColumns(int by) -> {
                    tabs.scroll().scrollColumns(tabs.current().frame().screen(), by);
                    painted = -1;
                }
                case FaceRequest.Suspend ignored -> suspend();
            }
        }
    }

    /** What is too long for a clipboard is refused aloud; half of it would be worse. */
    private void copy(FaceRequest.Copy copy) throws IOException {
        if (copy.text().getBytes(StandardCharsets.UTF_8).length <= CLIPBOARD) {
            device.clipboard(copy.text(), !environment.getOrDefault("TMUX", "").isEmpty());
        } else {
            device.bell();
            device.flush();
        }
    }

    /**
     * Gives the terminal back, stops as the shell expects, and paints everything when the shell
     * continues us. The whole group stops, as for ctrl-z of a terminal: a shell waits for the
     * script that started us. Where nobody could continue us the system ignores this signal.
     */
    private void suspend() throws IOException {
        stop();
        try {
            new ProcessBuilder("sh", "-c", "kill -TSTP 0").start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        device.raw();
        start();
        repaintAll = true;
    }

    private void paint() throws IOException {
        Frame frame = tabs.current().frame();
        TerminalSize resized = screen.doResizeIfNecessary();
        if (frame.number() == painted && resized == null && !repaintAll) {
            return;
        }
        painted = frame.number();
        TerminalSize size = screen.getTerminalSize();
        TerminalSettings now = settings.get();
        Canvas canvas =
                new Canvas(
                        screen,
                        new Theme(now.palette(), now.depth()),
                        ascii,
                        size.getColumns(),
                        size.getRows());
        FramePainter painter = new FramePainter(canvas, tabs.scroll(), compact, tabs.words());
        int rows = painter.paint(frame);
        hits = painter.hits();
        boolean all = repaintAll || resized != null;
        device.writing().lock();
        try {
            if (!device.entered()) {
                return;
            }
            device.mouse(now.mouse() && !(frame.body() instanceof TextFrame));
            screen.refresh(all ? Screen.RefreshType.COMPLETE : Screen.RefreshType.DELTA);
            repaintAll = false;
        } finally {
            device.writing().unlock();
        }
        if (rows != viewport) {
            viewport = rows;
            tabs.current().send(new Intent.Viewport(rows));
        }
    }
}
