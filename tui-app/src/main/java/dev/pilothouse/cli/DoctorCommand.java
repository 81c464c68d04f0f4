package dev.pilothouse.cli;

import dev.pilothouse.config.Loaded;
import dev.pilothouse.connectors.kube.Kubeconfig;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.launch.ContextChoice;
import dev.pilothouse.launch.Directories;
import dev.pilothouse.launch.UserSettings;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.text.JsonText;
import dev.pilothouse.tui.ColorDepth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

    /** One finding, and what to do about it; no hint when nothing is to be done. */
    private record Check(String name, boolean good, String words, String hint) {
        Check(String name, boolean good, String words) {
            this(name, good, words, "");
        }
    }

    @Override
    public Integer call() throws ConsoleException {
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
        UserSettings settings = settings(checks);
        folders(checks);
        kubeconfig(checks, settings);
        print(checks);
        return checks.stream().allMatch(Check::good) ? ExitCode.OK : ExitCode.ERROR;
    }

    private UserSettings settings(List<Check> checks) throws ConsoleException {
        UserSettings settings =
                UserSettings.load(
                        world.host(),
                        new ContextChoice(shared.kubeconfig(), shared.contexts, shared.allContexts),
                        new UserSettings.Given(shared.config(), Map.of()));
        Loaded loaded = settings.loaded();
        String there = loaded.exists() ? "" : " (does not exist; the defaults hold)";
        checks.add(
                new Check(
                        "settings",
                        loaded.faults().isEmpty(),
                        loaded.faults().isEmpty()
                                ? loaded.file() + there
                                : String.join(" ", settings.complaints()),
                        loaded.faults().isEmpty()
                                ? ""
                                : "Correct the file; pilothouse config validate checks it."));
        return settings;
    }

    private void folders(List<Check> checks) {
        Directories folders = world.host().directories();
        folder(checks, "state folder", folders.state());
        folder(checks, "cache folder", folders.cache());
    }

    /** A folder that does not exist is made when it is needed, in one that must be ours. */
    private static void folder(List<Check> checks, String name, Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        boolean good = Files.isDirectory(existing) && Files.isWritable(existing);
        checks.add(
                new Check(
                        name,
                        good,
                        folder + (Files.exists(folder) ? "" : " (made when needed)"),
                        good
                                ? ""
                                : existing
                                        + " cannot be written. Change its rights, or name another"
                                        + " place with XDG_STATE_HOME and XDG_CACHE_HOME."));
    }

    private void kubeconfig(List<Check> checks, UserSettings settings) {
        try {
            var files = Kubeconfig.files(shared.kubeconfig(), world.environment(), world.home());
            Kubeconfig kubeconfig = Kubeconfig.read(files);
            String names = files.stream().map(Path::toString).collect(Collectors.joining(", "));
            checks.add(
                    new Check(
                            "kubeconfig",
                            true,
                            names
                                    + "; contexts "
                                    + String.join(", ", kubeconfig.contextNames())
                                    + "; current '"
                                    + kubeconfig.current()
                                    + "'"));
            clusters(checks, settings);
        } catch (ConsoleException e) {
            checks.add(
                    new Check(
                            "kubeconfig",
                            false,
                            e.problem().sentence(),
                            "Nothing can be read without it; pilothouse demo works."));
        }
    }

    private void clusters(List<Check> checks, UserSettings settings) throws ConsoleException {
        try (Console console = Opened.console(shared, settings, world, ScreenKind.FLEET)) {
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
                                row.server() + " " + row.version() + ", " + words(row.state()),
                                row.state() instanceof SyncState.Live
                                        ? ""
                                        : "Check the address, the network and the credentials:"
                                                + " kubectl --context "
                                                + row.id()
                                                + " version"));
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
        if (json) {
            String all = checks.stream().map(DoctorCommand::json).collect(Collectors.joining(","));
            world.out().println("{\"version\":1,\"checks\":[" + all + "]}");
            return;
        }
        for (Check check : checks) {
            String mark = check.good() ? "ok    " : "WRONG ";
            world.out().println(mark + check.name() + ": " + check.words());
            if (!check.hint().isEmpty()) {
                world.out().println("      " + check.hint());
            }
        }
    }

    private static String json(Check check) {
        return "{\"name\":"
                + JsonText.quote(check.name())
                + ",\"ok\":"
                + check.good()
                + ",\"words\":"
                + JsonText.quote(check.words())
                + ",\"hint\":"
                + JsonText.quote(check.hint())
                + "}";
    }
}
