package dev.pilothouse.cli;

import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodView;
import dev.pilothouse.model.Problem;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.View;
import dev.pilothouse.source.ClusterSource;
import dev.pilothouse.source.LogRequest;
import dev.pilothouse.source.LogSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Print the logs of all pods of an agent.")
final class LogsCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;

    @Mixin Shared shared = new Shared();

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

    LogsCommand(Pilothouse.Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() throws Exception {
        try (Console console = Opened.console(shared, world, ScreenKind.FLEET);
                View view = console.openView(ScreenKind.PODS, "")) {
            console.awaitSynced(Console.needs(ScreenKind.FLEET), Duration.ofSeconds(30));
            List<ObjectKey> pods = pods(console);
            if (pods.isEmpty()) {
                world.err()
                        .println(
                                "pilothouse: there is no agent or pod '"
                                        + agent
                                        + "' with pods. See: pilothouse get agents");
                return ExitCode.ERROR;
            }
            CountDownLatch open = new CountDownLatch(pods.size());
            LogSink sink = new Printing(pods.size() > 1, open);
            for (ObjectKey pod : pods) {
                start(console, pod, sink, open);
            }
            open.await();
            return view.frame().number() >= 0 ? ExitCode.OK : ExitCode.ERROR;
        }
    }

    private void start(Console console, ObjectKey pod, LogSink sink, CountDownLatch open) {
        try {
            ClusterSource source = console.source(pod.cluster()).orElseThrow();
            source.detail().logs(new LogRequest(pod, null, previous, follow, tail, null), sink);
        } catch (dev.pilothouse.error.ConsoleException e) {
            world.err().println("pilothouse: " + pod.name() + ": " + e.problem().sentence());
            open.countDown();
        }
    }

    private List<ObjectKey> pods(Console console) throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            List<ObjectKey> found =
                    console.index().pods().values().stream()
                            .filter(this::wanted)
                            .map(view -> view.pod().key())
                            .limit(20)
                            .toList();
            boolean known =
                    console.index().agents().values().stream()
                            .map(AgentRow::id)
                            .anyMatch(id -> id.name().equals(agent));
            if (!found.isEmpty() || (known && i > 5)) {
                return found;
            }
            TimeUnit.MILLISECONDS.timedJoin(Thread.currentThread(), 100);
        }
        return List.of();
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

        Printing(boolean names, CountDownLatch open) {
            this.names = names;
            this.open = open;
        }

        @Override
        public void line(ObjectKey pod, String container, @Nullable Instant at, String text) {
            world.out().println(names ? pod.name() + "  " + text : text);
        }

        @Override
        public void ended(ObjectKey pod, @Nullable Problem problem) {
            if (problem != null) {
                world.err().println("pilothouse: " + pod.name() + ": " + problem.sentence());
            }
            open.countDown();
        }
    }
}
