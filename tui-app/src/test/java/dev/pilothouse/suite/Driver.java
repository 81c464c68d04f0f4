package dev.pilothouse.suite;

import static org.junit.jupiter.api.Assertions.fail;

import dev.pilothouse.connectors.kube.KubeConnector;
import dev.pilothouse.connectors.kube.Kubeconfig;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.present.BodyFrame;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ConsoleOptions;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.HeaderFrame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.PanesFrame;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.View;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Uses the console as a user does: presses keys and reads what is shown, waiting for it within
 * bounds.
 */
final class Driver implements AutoCloseable {
    private final Console console;
    private final View view;
    private final Semaphore frames = new Semaphore(0);

    private Driver(Console console, View view) {
        this.console = console;
        this.view = view;
        view.onFrame(frames::release);
    }

    static Driver open(Path kubeconfig, ScreenKind screen, String... contexts)
            throws ConsoleException {
        FleetStores stores = FleetStores.create();
        Kubeconfig config = Kubeconfig.read(List.of(kubeconfig));
        ConsoleOptions options =
                ConsoleOptions.defaults()
                        .opening(
                                contexts.length == 0
                                        ? Set.copyOf(config.contextNames())
                                        : Set.of(contexts));
        KubeConnector connector =
                new KubeConnector(
                        stores, options.rules(), Time.system(), Map.of(), Duration.ofSeconds(5));
        Console console = Console.start(stores, connector.sources(config), options, Time.system());
        console.open(screen);
        return new Driver(console, console.openView(screen, ""));
    }

    void press(String... keys) {
        view.send(new Intent.Keys(List.of(keys)));
    }

    void type(String text) {
        press(
                text.chars()
                        .mapToObj(c -> c == ' ' ? "space" : String.valueOf((char) c))
                        .toArray(String[]::new));
    }

    Frame frame() {
        return view.frame();
    }

    /** Waits until what is shown holds; fails with what was shown instead. */
    Frame until(String what, Duration atMost, Predicate<Frame> holds) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds.test(view.frame())) {
            long left = end - System.nanoTime();
            if (left <= 0 || !frames.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                if (!holds.test(view.frame())) {
                    fail(
                            "Waited "
                                    + atMost.toSeconds()
                                    + " s for: "
                                    + what
                                    + "\nshown:\n"
                                    + text(view.frame()));
                }
            }
        }
        return view.frame();
    }

    Frame until(String what, Predicate<Frame> holds) throws InterruptedException {
        return until(what, Duration.ofSeconds(20), holds);
    }

    /** Waits until nothing new was shown for two seconds. */
    void settle() throws InterruptedException {
        String before = "";
        for (int quiet = 0; quiet < 4; ) {
            frames.drainPermits();
            var _ = frames.tryAcquire(500, TimeUnit.MILLISECONDS);
            String now = text(view.frame()).lines().skip(1).toList().toString();
            quiet = now.equals(before) ? quiet + 1 : 0;
            before = now;
        }
    }

    /** Waits until a line has all of these words. */
    Frame untilLine(String... words) throws InterruptedException {
        return until(
                "a line with " + List.of(words),
                frame ->
                        text(frame)
                                .lines()
                                .anyMatch(
                                        line -> List.of(words).stream().allMatch(line::contains)));
    }

    static String sources(Frame frame) {
        StringBuilder words = new StringBuilder();
        for (HeaderFrame.SourceAge source : frame.header().sources()) {
            words.append(source.name()).append(' ').append(source.words()).append("; ");
        }
        return words.toString();
    }

    static int rows(Frame frame) {
        return frame.body() instanceof TableFrame table ? table.rows().count() : -1;
    }

    /** All that a frame shows, as text. */
    static String text(Frame frame) {
        StringBuilder all = new StringBuilder();
        all.append(sources(frame)).append(frame.header().mode()).append('\n');
        frame.header().counts().forEach(cell -> all.append(cell.text()).append(' '));
        all.append('\n');
        body(frame.body(), all);
        return all.append(frame.footer().message()).append('\n').toString();
    }

    private static void body(BodyFrame body, StringBuilder all) {
        switch (body) {
            case TableFrame table -> {
                for (int row = 0; row < table.rows().count(); row++) {
                    for (int column = 0; column < table.columns().size(); column++) {
                        Cell cell = table.rows().cell(row, column);
                        all.append(cell.text()).append("  ");
                    }
                    all.append('\n');
                }
                all.append(table.notice().text())
                        .append('\n')
                        .append(table.narrowing().error().sentence())
                        .append('\n');
            }
            case TextFrame text ->
                    text.lines().forEach(line -> all.append(line.plain()).append('\n'));
            case PanesFrame panes ->
                    panes.panes()
                            .forEach(
                                    pane -> {
                                        all.append("-- ").append(pane.title()).append('\n');
                                        body(pane.body(), all);
                                    });
        }
    }

    @Override
    public void close() {
        view.close();
        console.close();
    }
}
