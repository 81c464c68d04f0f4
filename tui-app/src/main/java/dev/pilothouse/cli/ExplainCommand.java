package dev.pilothouse.cli;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.Evidence;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.text.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Say why an agent is in the state it is in, with the evidence.",
        footer = {
            "",
            "Examples:",
            "  pilothouse explain refund-planner",
            "  pilothouse explain payments/refund-planner -o json --all-contexts"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Pilothouse.Surroundings world;
    private final Shared shared;

    @Parameters(index = "0", paramLabel = "AGENT", description = "name, or namespace/name")
    String agent = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json")
    String output = "text";

    ExplainCommand(Pilothouse.Surroundings world, Shared shared) {
        this.world = world;
        this.shared = shared;
    }

    @Override
    public Integer call() throws Exception {
        if (!output.equals("text") && !output.equals("json")) {
            throw new ConsoleException(
                    "cli.output", "There is no output '" + output + "'. Use text or json.");
        }
        try (Console console = Opened.console(shared, world, ScreenKind.FLEET)) {
            console.awaitSynced(Console.needs(ScreenKind.FLEET), Duration.ofSeconds(30));
            console.settle(Duration.ofSeconds(10));
            List<AgentId> found = find(console);
            if (found.isEmpty()) {
                world.err()
                        .println(
                                "pilothouse: there is no agent '"
                                        + agent
                                        + "'. See: pilothouse get agents");
                return ExitCode.ERROR;
            }
            for (AgentId id : found) {
                print(console, id);
            }
            return ExitCode.OK;
        }
    }

    private List<AgentId> find(Console console) {
        String namespace = shared.namespace();
        return console.index().agents().values().stream()
                .map(AgentRow::id)
                .filter(id -> id.name().equals(agent) || id.words().equals(agent))
                .filter(id -> namespace.isEmpty() || id.namespace().equals(namespace))
                .toList();
    }

    private void print(Console console, AgentId id) {
        List<Evidence> lines = console.explain(id);
        if (output.equals("json")) {
            world.out()
                    .print(
                            "{\"version\":1,\"agent\":"
                                    + JsonText.quote(id.words())
                                    + ",\"cluster\":"
                                    + JsonText.quote(id.cluster().name())
                                    + ",\"evidence\":[");
            for (int i = 0; i < lines.size(); i++) {
                Evidence line = lines.get(i);
                world.out()
                        .print(
                                (i == 0 ? "" : ",")
                                        + "{\"level\":"
                                        + JsonText.quote(
                                                line.level()
                                                        .name()
                                                        .toLowerCase(java.util.Locale.ROOT))
                                        + ",\"sentence\":"
                                        + JsonText.quote(line.sentence())
                                        + "}");
            }
            world.out().println("]}");
            return;
        }
        world.out().println(id.words() + " in " + id.cluster());
        for (Evidence line : lines) {
            world.out().println("  " + mark(line) + " " + line.sentence());
        }
    }

    private static String mark(Evidence line) {
        return switch (line.level()) {
            case BAD -> "x";
            case WARN -> "!";
            case STARTING -> "o";
            case UNKNOWN -> "?";
            case OK, IDLE -> " ";
        };
    }
}
