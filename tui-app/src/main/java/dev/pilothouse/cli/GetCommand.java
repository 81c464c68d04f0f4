package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.View;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Print agents, workloads, versions, pods, nodes, events or clusters.",
        footer = {"", "Example: pilothouse get pods --filter 'status!=running restarts>5' -o json"})
final class GetCommand implements Callable<Integer> {
    private static final Duration SYNC = Duration.ofSeconds(30);

    /** Seconds; the presenter answers in milliseconds unless the machine is starved. */
    private static final long ANSWER = 30;

    private final Pilothouse.Surroundings world;

    @Mixin Shared shared = new Shared();

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "agents, workloads, versions, pods, nodes, events or clusters")
    String what = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "only rows of this name")
    @Nullable String name;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            description = "only this namespace")
    @Nullable String namespace;

    @Option(
            names = "--filter",
            paramLabel = "EXPR",
            description = "only rows that match, in the filter language of the screens")
    String filter = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table, wide, json, csv or name")
    String output = "table";

    @Option(
            names = {"-w", "--watch"},
            description = "print anew whenever a row changes")
    boolean watch;

    GetCommand(Pilothouse.Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() throws Exception {
        TablePrinter.Format format =
                TablePrinter.Format.of(output)
                        .orElseThrow(
                                () ->
                                        new ConsoleException(
                                                "cli.output",
                                                "There is no output '"
                                                        + output
                                                        + "'. Use table, wide, json, csv or"
                                                        + " name."));
        ScreenKind screen = RootCommand.screen(plural(what));
        ScreenKind needed =
                screen == ScreenKind.NODES
                                || screen == ScreenKind.EVENTS
                                || screen == ScreenKind.CLUSTERS
                        ? screen
                        : ScreenKind.FLEET;
        try (Console console = Opened.console(shared, world, needed);
                View view = console.openView(screen, expression())) {
            boolean synced = console.awaitSynced(Console.needs(needed), SYNC);
            int code = complain(console, synced);
            boolean wide =
                    format == TablePrinter.Format.WIDE
                            || format == TablePrinter.Format.JSON
                            || format == TablePrinter.Format.CSV;
            TableFrame table = settled(view, wide);
            if (table.narrowing().error().present()) {
                throw new ConsoleException(
                        "cli.filter",
                        "--filter, character "
                                + (table.narrowing().error().at() + 1)
                                + ": "
                                + table.narrowing().error().sentence());
            }
            new TablePrinter(world.out()).print(table, format);
            if (watch) {
                follow(view, format);
            }
            if (name != null && table.rows().count() == 0) {
                world.err().println("pilothouse: there is no " + what + " named '" + name + "'.");
                return ExitCode.ERROR;
            }
            return code;
        }
    }

    private static String plural(String word) {
        return switch (word) {
            case "agent", "ag" -> "agents";
            case "pod", "po" -> "pods";
            case "node", "no" -> "nodes";
            case "event", "ev" -> "events";
            case "version" -> "versions";
            case "cluster", "context", "contexts" -> "clusters";
            case "workload" -> "workloads";
            default -> word;
        };
    }

    private String expression() {
        StringBuilder all = new StringBuilder(filter);
        if (namespace != null) {
            all.append(" namespace=").append(namespace);
        }
        if (name != null) {
            all.append(what.startsWith("version") ? " agent=" : " name=").append(name);
        }
        return all.toString().strip();
    }

    /** A cluster that did not answer makes the answer incomplete; a script must see that. */
    private int complain(Console console, boolean synced) {
        int code = ExitCode.OK;
        for (ClusterRow row : console.stores().clusters().values()) {
            String why =
                    switch (row.state()) {
                        case SyncState.Failed(var problem) -> problem.sentence();
                        case SyncState.Stale(var since, var problem) -> problem.sentence();
                        case SyncState.Live ignored -> "";
                        case SyncState.NotSynced(String doing) ->
                                synced
                                        ? ""
                                        : "no answer within "
                                                + SYNC.toSeconds()
                                                + " s while "
                                                + doing
                                                + ".";
                    };
            if (row.opened() && !why.isEmpty()) {
                world.err().println("pilothouse: " + row.id() + ": " + why);
                code = ExitCode.ERROR;
            }
        }
        return code;
    }

    private static TableFrame settled(View view, boolean wide) throws InterruptedException {
        Semaphore frames = new Semaphore(0);
        view.onFrame(frames::release);
        long wanted = view.frame().intentsSeen() + 1;
        view.send(
                wide
                        ? new Intent.Run(dev.pilothouse.present.Command.WIDE)
                        : new Intent.Viewport(1));
        Frame frame = view.frame();
        while (frame.intentsSeen() < wanted) {
            if (!frames.tryAcquire(ANSWER, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the presenter did not answer");
            }
            frame = view.frame();
        }
        return (TableFrame) frame.body();
    }

    private void follow(View view, TablePrinter.Format format) throws InterruptedException {
        Semaphore frames = new Semaphore(0);
        view.onFrame(frames::release);
        String last = "";
        while (true) {
            frames.acquire();
            frames.drainPermits();
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            new TablePrinter(
                            new java.io.PrintStream(
                                    bytes, true, java.nio.charset.StandardCharsets.UTF_8))
                    .print((TableFrame) view.frame().body(), format);
            String now = bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
            if (!now.equals(last) && !last.isEmpty()) {
                world.out().print(now);
                world.out().flush();
            }
            if (world.out().checkError()) {
                return; // the reader is gone
            }
            last = now;
        }
    }
}
