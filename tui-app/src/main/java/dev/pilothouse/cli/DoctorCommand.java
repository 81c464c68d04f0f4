package dev.pilothouse.cli;

import dev.pilothouse.connectors.kube.Kubeconfig;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.text.JsonText;
import dev.pilothouse.tui.ColorDepth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Check the settings, the terminal and every chosen cluster; say what to do about"
                        + " what is wrong.",
        footer = {
            "",
            "Examples:",
            "  pilothouse doctor",
            "  pilothouse doctor --all-contexts --json"
        })
final class DoctorCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;
    private final Shared shared;

    @Option(names = "--json", description = "print JSON")
    boolean json;

    DoctorCommand(Pilothouse.Surroundings world, Shared shared) {
        this.world = world;
        this.shared = shared;
    }

    /** One finding. */
    private record Check(String name, boolean good, String words) {}

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("program", true, Version.line() + ", Java " + Runtime.version()));
        checks.add(
                new Check(
                        "terminal",
                        true,
                        "TERM="
                                + world.environment().getOrDefault("TERM", "")
                                + ", colours "
                                + ColorDepth.detect(world.environment())
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                + ", output "
                                + System.getProperty("stdout.encoding", "?")));
        try {
            var files = Kubeconfig.files(shared.kubeconfig(), world.environment(), world.home());
            Kubeconfig kubeconfig = Kubeconfig.read(files);
            checks.add(
                    new Check(
                            "kubeconfig",
                            true,
                            files
                                    + ", contexts "
                                    + kubeconfig.contextNames()
                                    + ", current '"
                                    + kubeconfig.current()
                                    + "'"));
            clusters(checks);
        } catch (ConsoleException e) {
            checks.add(new Check("kubeconfig", false, e.problem().sentence()));
        }
        print(checks);
        return checks.stream().allMatch(Check::good) ? ExitCode.OK : ExitCode.ERROR;
    }

    private void clusters(List<Check> checks) throws ConsoleException {
        try (Console console = Opened.console(shared, world, ScreenKind.FLEET)) {
            console.awaitSynced(Console.needs(ScreenKind.FLEET), Duration.ofSeconds(8));
            for (ClusterRow row :
                    console.stores().clusters().values().stream()
                            .filter(ClusterRow::opened)
                            .sorted(Comparator.comparing(ClusterRow::id))
                            .toList()) {
                checks.add(
                        new Check(
                                "cluster " + row.id(),
                                row.state() instanceof SyncState.Live,
                                row.server() + " " + row.version() + ", " + words(row.state())));
                row.capabilities()
                        .forEach(
                                c ->
                                        checks.add(
                                                new Check(
                                                        row.id() + " " + c.title(),
                                                        true,
                                                        c.possible() ? "yes" : c.reason())));
            }
            for (FeedRow feed : console.stores().feeds().values()) {
                if (feed.state() instanceof SyncState.Failed(var why)) {
                    checks.add(
                            new Check(
                                    feed.cluster() + " " + feed.kind().plural(),
                                    true,
                                    "not shown: " + why.sentence()));
                }
            }
        }
    }

    private static String words(SyncState state) {
        return switch (state) {
            case SyncState.Live ignored -> "live";
            case SyncState.NotSynced(String doing) -> "no answer yet, " + doing;
            case SyncState.Stale(var since, var why) -> why.sentence();
            case SyncState.Failed(var why) -> why.sentence();
        };
    }

    private void print(List<Check> checks) {
        if (!json) {
            checks.forEach(
                    check ->
                            world.out()
                                    .println(
                                            (check.good() ? "ok    " : "WRONG ")
                                                    + check.name()
                                                    + ": "
                                                    + check.words()));
            return;
        }
        StringBuilder all = new StringBuilder("{\"version\":1,\"checks\":[");
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            all.append(i == 0 ? "" : ",")
                    .append("{\"name\":")
                    .append(JsonText.quote(check.name()))
                    .append(",\"ok\":")
                    .append(check.good())
                    .append(",\"words\":")
                    .append(JsonText.quote(check.words()))
                    .append("}");
        }
        world.out().println(all.append("]}"));
    }
}
