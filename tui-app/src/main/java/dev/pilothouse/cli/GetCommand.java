package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.launch.UserSettings;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.View;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Print agents, workloads, versions, pods, nodes, events or clusters.",
        footer = {
            "",
            "Examples:",
            "  pilothouse get agents",
            "  pilothouse get pods -n search --filter 'status!=running restarts>5' -o json",
            "  pilothouse get nodes gpu-1 gpu-2 -o wide --context prod",
            "  pilothouse get agents --watch -o json | jq -c .item",
            "",
            "The filter language and the fields of JSON and CSV are in docs/cli.md."
        })
final class GetCommand implements Callable<Integer> {
    private static final Duration SYNC = Duration.ofSeconds(30);
    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final Pilothouse.Surroundings world;
    private final Shared shared;

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "agents, workloads, versions, pods, nodes, events or clusters")
    String what = "";

    @Parameters(
            index = "1..*",
            paramLabel = "NAME",
            description = "only rows of these names; of versions and events: of these objects")
    List<String> names = List.of();

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
            description = "go on with one line for each row that is added, modified or deleted")
    boolean watch;

    GetCommand(Pilothouse.Surroundings world, Shared shared) {
        this.world = world;
        this.shared = shared;
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
        ScreenKind screen = Kinds.table(what);
        ScreenKind needed = needed(screen);
        UserSettings settings = Opened.settings(shared, new Looks(), world);
        String expression = SavedFilters.expand(filter, settings.loaded());
        try (Console console = Opened.console(shared, settings, world, needed);
                View view = console.openView(screen, expression)) {
            checkFilter(view);
            boolean synced = console.awaitSynced(Console.needs(needed), SYNC);
            int code = complain(console, synced);
            view.send(new Intent.Run(dev.pilothouse.present.Command.WIDE));
            console.settle(SETTLE);
            return watch ? follow(view, format) : once(view, format, code);
        }
    }

    /** The join needs all kinds, whatever part of it is printed. */
    private static ScreenKind needed(ScreenKind screen) {
        return screen == ScreenKind.NODES
                        || screen == ScreenKind.EVENTS
                        || screen == ScreenKind.CLUSTERS
                ? screen
                : ScreenKind.FLEET;
    }

    private static void checkFilter(View view) throws ConsoleException {
        TableFrame.FilterError error = table(view).narrowing().error();
        if (error.present()) {
            throw new ConsoleException(
                    "cli.filter",
                    "--filter, character " + (error.at() + 1) + ": " + error.sentence());
        }
    }

    private static TableFrame table(View view) {
        return (TableFrame) view.frame().body();
    }

    private Sheet sheet(View view, TablePrinter.Format format) {
        return Sheet.of(
                table(view),
                new Sheet.Wanted(Set.copyOf(names), shared.namespace(), format.wide()));
    }

    private int once(View view, TablePrinter.Format format, int code) {
        Sheet sheet = sheet(view, format);
        new TablePrinter(world.out(), format).print(sheet);
        List<String> missing = sheet.missing(names);
        String where =
                shared.namespace().isEmpty() ? "" : " in namespace '" + shared.namespace() + "'";
        missing.forEach(
                name ->
                        world.err()
                                .println(
                                        "pilothouse: there is nothing named '"
                                                + name
                                                + "' among the "
                                                + Kinds.word(what)
                                                + where
                                                + "."));
        if (sheet.lines().isEmpty() && missing.isEmpty() && code == ExitCode.OK) {
            world.err().println("pilothouse: there are no such " + Kinds.word(what) + where + ".");
        }
        return missing.isEmpty() ? code : ExitCode.ERROR;
    }

    /** A cluster that did not answer makes the answer incomplete; a script must see that. */
    private int complain(Console console, boolean synced) {
        int code = ExitCode.OK;
        for (ClusterRow row : console.stores().clusters().values()) {
            String why = why(row.state(), synced);
            if (row.opened() && !why.isEmpty()) {
                world.err().println("pilothouse: " + row.id() + ": " + why);
                code = ExitCode.ERROR;
            }
        }
        return code;
    }

    private static String why(SyncState state, boolean synced) {
        return switch (state) {
            case SyncState.Failed(var problem) -> problem.sentence();
            case SyncState.Stale(var since, var problem) -> problem.sentence();
            case SyncState.Live ignored -> "";
            case SyncState.NotSynced(String doing) ->
                    synced
                            ? ""
                            : "no answer within " + SYNC.toSeconds() + " s while " + doing + ".";
        };
    }

    /** Until interrupted, or until nobody reads any more. */
    private int follow(View view, TablePrinter.Format format) throws InterruptedException {
        Semaphore frames = new Semaphore(1);
        view.onFrame(frames::release);
        Watching watching = new Watching(world.out(), format);
        while (!world.out().checkError()) {
            frames.acquire();
            frames.drainPermits();
            watching.show(sheet(view, format));
        }
        return ExitCode.OK;
    }
}
