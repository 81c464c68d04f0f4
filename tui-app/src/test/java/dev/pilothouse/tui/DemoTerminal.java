package dev.pilothouse.tui;

import dev.pilothouse.present.Intent;
import dev.pilothouse.present.Palette;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The terminal face on a fake view, for looking at it and for the test of what it leaves behind.
 * The argument says how it ends: by the user (`look`, with data at 10 Hz), `quit`, `exit`, `term`,
 * `hup` or `throw`.
 */
final class DemoTerminal {
    private DemoTerminal() {}

    public static void main(String... arguments) throws IOException {
        FakeView view = new FakeView();
        String how = arguments.length == 0 ? "look" : arguments[0];
        ScheduledExecutorService ticker =
                Executors.newSingleThreadScheduledExecutor(
                        task -> Thread.ofPlatform().daemon(true).unstarted(task));
        if (how.equals("look")) {
            var _ = ticker.scheduleAtFixedRate(view::tick, 100, 100, TimeUnit.MILLISECONDS);
        } else {
            view.whenPainted(() -> ticker.execute(() -> end(how, view)));
        }
        TerminalSettings settings =
                new TerminalSettings(
                        Palette.DARK,
                        ColorDepth.detect(System.getenv()),
                        false,
                        true,
                        Path.of("target"));
        int code =
                TerminalFace.run(
                        view, (screen, filter) -> new FakeView(), () -> settings, System.getenv());
        System.out.println("left with " + code);
        System.exit(code);
    }

    private static void end(String how, FakeView view) {
        long self = ProcessHandle.current().pid();
        switch (how) {
            case "quit" -> view.send(new Intent.Keys(List.of("q")));
            case "exit" -> System.exit(7);
            case "throw" -> view.breakNow();
            default -> signal(how, self);
        }
    }

    private static void signal(String name, long process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name.toUpperCase(Locale.ROOT) + " " + process)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
