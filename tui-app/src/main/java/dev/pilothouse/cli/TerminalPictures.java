package dev.pilothouse.cli;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.launch.ContextChoice;
import dev.pilothouse.launch.Host;
import dev.pilothouse.launch.Launch;
import dev.pilothouse.launch.LaunchOptions;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.View;
import dev.pilothouse.time.Time;
import dev.pilothouse.tui.TerminalPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Draws the terminal pictures of the documentation from the simulated platform: SVG and text, at
 * two sizes. Seed, scenario and date are fixed, so that a new picture differs from the old one by
 * what has changed in the console, and by ages of seconds.
 */
public final class TerminalPictures {
    private static final Instant DATE = Instant.parse("2026-05-04T09:12:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Console console;
    private final Path folder;

    private TerminalPictures(Console console, Path folder) {
        this.console = console;
        this.folder = folder;
    }

    /** A clock that starts on one date. */
    private record Dated(Time real, long start) implements Time {
        @Override
        public Instant now() {
            return DATE.plusNanos(real.nanos() - start);
        }

        @Override
        public long nanos() {
            return real.nanos();
        }
    }

    /** Takes the folder to write to. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args.length == 0 ? "docs/screenshots" : args[0]);
        Time time = new Dated(Time.system(), Time.system().nanos());
        DemoOptions plain = DemoOptions.defaults();
        DemoOptions options = new DemoOptions(plain.agents(), plain.pods(), "bad-rollout", 1, 1, 0);
        Path home = Files.createTempDirectory("pilothouse-pictures");
        try (DemoPlatform platform = DemoPlatform.start(options, time);
                Console console = console(platform, new Host(Map.of(), home, "Linux", time))) {
            new TerminalPictures(console, folder).draw();
        }
        System.exit(0);
    }

    private static Console console(DemoPlatform platform, Host host) throws ConsoleException {
        return Launch.console(
                new ContextChoice(Optional.of(platform.kubeconfig().toString()), List.of(), true),
                LaunchOptions.defaults(),
                host,
                ScreenKind.FLEET);
    }

    private void draw() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        shot("fleet", "crash loop");
        shot("agent", "crash loop", "enter");
        shot("explain", "exit 1", "x");
        shot("logs", "tool", "l");
        shot("timeline", "rollout", "T");
        shot("help", "", "?");
    }

    private void shot(String name, String awaited, String... keys)
            throws IOException, InterruptedException {
        for (int[] size : new int[][] {{120, 40}, {80, 24}}) {
            Semaphore painted = new Semaphore(0);
            try (View view = console.openView(ScreenKind.FLEET, "")) {
                view.onFrame(painted::release);
                Shown shown = new Shown(view, painted, size[0], size[1]);
                view.send(new Intent.Viewport(size[1] - 4));
                shown.until(1, text -> text.contains("crash loop") && text.contains("AGENTS 60 "));
                view.send(new Intent.Keys(List.of(keys)));
                TerminalPicture picture = shown.until(2, text -> text.contains(awaited));
                String file = "terminal-" + name + "-" + size[0] + "x" + size[1];
                Files.writeString(folder.resolve(file + ".svg"), picture.svg());
                Files.writeString(folder.resolve(file + ".txt"), picture.text());
            }
        }
    }

    /** A view at a size, as the terminal would show it. */
    private record Shown(View view, Semaphore painted, int columns, int rows) {
        private TerminalPicture until(long intents, Predicate<String> holds)
                throws IOException, InterruptedException {
            for (long tries = PATIENCE.toSeconds(); tries > 0; tries--) {
                Frame frame = view.frame();
                TerminalPicture picture = new TerminalPicture(frame, columns, rows, Palette.DARK);
                if (frame.intentsSeen() >= intents && holds.test(picture.text())) {
                    return picture;
                }
                var _ = painted.tryAcquire(1, TimeUnit.SECONDS);
            }
            throw new IOException("the simulated platform never showed what was waited for");
        }
    }
}
