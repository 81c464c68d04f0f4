package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodView;
import dev.pilothouse.model.Problem;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.source.ClusterSource;
import dev.pilothouse.source.LogRequest;
import dev.pilothouse.source.LogSink;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Print the logs of all pods of an agent.",
        footer = {
            "",
            "Examples:",
            "  pilothouse logs refund-planner -f",
            "  pilothouse logs refund-planner-7d9f6-x2x4z --previous --tail -1"
        })
final class LogsCommand implements Callable<Integer> {
    /** More streams at once would not be kind to the API server. */
    private static final int STREAMS = 50;

    private final Pilothouse.Surroundings world;
    private final Shared shared;

    @Parameters(index = "0", paramLabel = "AGENT", description = "an agent, or a pod, by name")
    String agent = "";

    @Option(
            names = {"-f", "--follow"},
            description = "go on until interrupted")
    boolean follow;

    @Option(
            names = {"-p", "--previous"},
            description = "of the previous run")
    boolean previous;

    @Option(names = "--tail", paramLabel = "N", description = "last lines of each pod; -1 for all")
    int tail = 100;

    LogsCommand(Pilothouse.Surroundings world, Shared shared) {
        this.world = world;
        this.shared = shared;
    }

    @Override
    public Integer call() throws Exception {
        try (Console console = Opened.console(shared, world, ScreenKind.FLEET)) {
            console.awaitSynced(Console.needs(ScreenKind.FLEET), Duration.ofSeconds(30));
            console.settle(Duration.ofSeconds(10));
            List<ObjectKey> pods = pods(console);
            if (pods.isEmpty()) {
                say(missing(console));
                return ExitCode.ERROR;
            }
            List<ObjectKey> read = pods.subList(0, Math.min(STREAMS, pods.size()));
            if (read.size() < pods.size()) {
                say("only the first " + read.size() + " of " + pods.size() + " pods are read.");
            }
            Printing sink = new Printing(read.size());
            read.forEach(pod -> start(console, pod, sink));
            sink.open.await();
            return sink.failed.get() ? ExitCode.ERROR : ExitCode.OK;
        }
    }

    private void say(String words) {
        world.err().println("pilothouse: " + words);
    }

    private String missing(Console console) {
        boolean agentKnown =
                console.index().agents().values().stream()
                        .map(AgentRow::id)
                        .anyMatch(id -> id.name().equals(agent) || id.words().equals(agent));
        return agentKnown
                ? "agent '" + agent + "' has no pods now."
                : "there is no agent or pod '" + agent + "'. See: pilothouse get agents";
    }

    private void start(Console console, ObjectKey pod, Printing sink) {
        try {
            ClusterSource source = console.source(pod.cluster()).orElseThrow();
            source.detail().logs(new LogRequest(pod, null, previous, follow, tail, null), sink);
        } catch (ConsoleException e) {
            sink.ended(pod, e.problem());
        }
    }

    private List<ObjectKey> pods(Console console) {
        String namespace = shared.namespace();
        return console.index().pods().values().stream()
                .filter(this::wanted)
                .map(view -> view.pod().key())
                .filter(key -> namespace.isEmpty() || key.namespace().equals(namespace))
                .sorted(Comparator.comparing(ObjectKey::name))
                .toList();
    }

    private boolean wanted(PodView view) {
        return view.pod().key().name().equals(agent)
                || (view.agent() != null
                        && (view.agent().name().equals(agent)
                                || view.agent().words().equals(agent)));
    }

    private final class Printing implements LogSink {
        private final boolean names;
        private final CountDownLatch open;
        private final AtomicBoolean failed = new AtomicBoolean();

        Printing(int pods) {
            names = pods > 1;
            open = new CountDownLatch(pods);
        }

        @Override
        public void line(ObjectKey pod, String container, @Nullable Instant at, String text) {
            world.out().println(names ? pod.name() + "  " + text : text);
            if (world.out().checkError()) {
                stop();
            }
        }

        /** Nobody reads any more: the other end of the pipe is closed. */
        private void stop() {
            while (open.getCount() > 0) {
                open.countDown();
            }
        }

        @Override
        public void ended(ObjectKey pod, @Nullable Problem problem) {
            if (problem != null) {
                say(pod.name() + ": " + problem.sentence());
                failed.set(true);
            }
            open.countDown();
        }
    }
}
