package dev.pilothouse.cli;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.error.ConsoleException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Start the console on a simulated platform of two clusters on loopback. Opens the"
                        + " desktop where there is a display, else the terminal, else prints one"
                        + " table.",
        footer = {
            "",
            "Examples:",
            "  pilothouse demo --scenario bad-rollout",
            "  pilothouse demo --terminal --palette light --screen pods",
            "  pilothouse demo --serve --pods 5000 --changes 50"
        })
final class DemoCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;
    private final Shared shared;
    private final Looks looks;

    @Option(names = "--desktop", description = "open the desktop window")
    boolean desktop;

    @Option(names = "--terminal", description = "use the terminal")
    boolean terminal;

    @Option(
            names = "--serve",
            description = "only serve: print a kubeconfig for kubectl and k9s, until interrupted")
    boolean serve;

    @Option(
            names = "--agents",
            paramLabel = "N",
            description = "agents over both clusters (default: 60)")
    int agents = DemoOptions.defaults().agents();

    @Option(
            names = "--pods",
            paramLabel = "N",
            description = "pods over both clusters (default: what the agents need)")
    int pods;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description =
                    "calm, bad-rollout, crash-loop, noisy-neighbour, bad-day, or a file (default:"
                            + " calm)")
    String scenario = "calm";

    @Option(names = "--seed", paramLabel = "N", description = "equal seeds give equal worlds")
    long seed = 1;

    @Option(names = "--speed", paramLabel = "X", description = "simulated seconds per second")
    double speed = 1;

    @Option(
            names = "--manifests",
            paramLabel = "DIR",
            description =
                    "serve one cluster out of Kubernetes YAML instead of the company; may be given"
                            + " more than once")
    List<Path> manifests = List.of();

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description =
                    "let a server misbehave: MODE[@CLUSTER][/KIND[/VERB]], such as"
                            + " 429@eu-prod/pods/list; may be given more than once")
    List<String> faults = List.of();

    @Option(
            names = "--changes",
            paramLabel = "N",
            description = "status changes a second without a cause, for load")
    int changes;

    DemoCommand(Pilothouse.Surroundings world, Shared shared, Looks looks) {
        this.world = world;
        this.shared = shared;
        this.looks = looks;
    }

    @Override
    public Integer call() throws Exception {
        check();
        try (DemoPlatform platform = start()) {
            Pilothouse.Surroundings inside = world.at(platform.time());
            shared.kubeconfig = platform.kubeconfig().toString();
            shared.allContexts = true;
            shared.noSavedState = true;
            if (serve) {
                return serve(platform);
            }
            if (desktop || (!terminal && display())) {
                return DesktopCommand.start(inside, shared, looks);
            }
            if (terminal || (TerminalStart.terminal("0") && TerminalStart.terminal("1"))) {
                return TerminalStart.run(shared, looks, inside);
            }
            return snapshot();
        }
    }

    private void check() throws ConsoleException {
        if (Stream.of(desktop, terminal, serve).filter(chosen -> chosen).count() > 1) {
            throw new ConsoleException(
                    "cli.demo", "Choose one of --desktop, --terminal and --serve.");
        }
        if (agents < 1
                || agents > 5_000
                || pods < 0
                || pods > 60_000
                || !(speed > 0 && speed <= 1_000)
                || changes < 0
                || changes > 1_000) {
            throw new ConsoleException(
                    "cli.demo",
                    "--agents takes 1 to 5000, --pods 0 to 60000, --speed above 0 to 1000,"
                            + " --changes 0 to 1000.");
        }
    }

    private DemoPlatform start() throws ConsoleException {
        try {
            DemoOptions plain =
                    new DemoOptions(agents, pods, scenario, seed, speed, changes)
                            .ofManifests(manifests);
            DemoPlatform platform =
                    DemoPlatform.start(serve ? plain.secured() : plain, world.time());
            faults.forEach(platform::fault);
            return platform;
        } catch (IOException | IllegalArgumentException e) {
            throw new ConsoleException("cli.demo", String.valueOf(e.getMessage()));
        }
    }

    private boolean display() {
        return !System.getProperty("pilothouse.desktop", "").isEmpty()
                && (!world.environment().getOrDefault("DISPLAY", "").isEmpty()
                        || !world.environment().getOrDefault("WAYLAND_DISPLAY", "").isEmpty());
    }

    private int serve(DemoPlatform platform) throws InterruptedException {
        world.out().println(platform.kubeconfig());
        world.out().flush();
        world.err()
                .println(
                        "pilothouse: serving "
                                + platform.endpoints()
                                + " until interrupted. Try: KUBECONFIG="
                                + platform.kubeconfig()
                                + " kubectl get pods -A\n"
                                + "pilothouse: users with fewer rights are in "
                                + platform.usersKubeconfig());
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    private int snapshot() throws Exception {
        GetCommand get = new GetCommand(world, shared);
        get.what = "agents";
        int code = get.call();
        world.err()
                .println(
                        "pilothouse: this is one look, since there is no terminal here. In a"
                                + " terminal this is live; --serve keeps the platform up for"
                                + " kubectl.");
        return code;
    }
}
