package dev.pilothouse.config;

import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.present.ConsoleOptions;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.ScreenKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All settings. What is not here does not exist; what is here is obeyed by something, or it would
 * not be here.
 */
final class Schema {
    /** The version of the file that this program writes and reads. */
    static final int VERSION = 1;

    private static final int MANY = 200;
    private static final Type TEXT = new Type.Text(253);
    private static final Type LABELS = new Type.Listing(new Type.Text(320), MANY);
    private static final Type PATTERNS = new Type.Listing(new Type.Pattern(), MANY);

    private static final List<String> PALETTES =
            Stream.concat(Stream.of("auto"), Stream.of(Palette.values()).map(Palette::id)).toList();

    /** Screens that need no object. */
    private static final List<String> SCREENS =
            Stream.of(
                            ScreenKind.FLEET,
                            ScreenKind.WORKLOADS,
                            ScreenKind.VERSIONS,
                            ScreenKind.PODS,
                            ScreenKind.NODES,
                            ScreenKind.EVENTS,
                            ScreenKind.CLUSTERS,
                            ScreenKind.SELF)
                    .map(ScreenKind::word)
                    .toList();

    private static final List<Setting> ALL = all();

    private Schema() {}

    static List<Setting> settings() {
        return ALL;
    }

    static Optional<Setting> setting(String path) {
        return ALL.stream().filter(setting -> setting.path().equals(path)).findFirst();
    }

    /** Names of the sections with what they are about, in order. */
    static Map<String, String> sections() {
        Map<String, String> sections = new java.util.LinkedHashMap<>();
        sections.put("start", "What is opened first.");
        sections.put("keys", "Which keys run which commands.");
        sections.put("identity", "What is an agent, and where its facts stand.");
        sections.put("logs", "How much of logs is read and kept.");
        sections.put("kubernetes", "How clusters are asked.");
        return sections;
    }

    private static List<Setting> all() {
        List<Setting> all = new ArrayList<>(looks());
        all.addAll(starts());
        all.addAll(keys());
        all.addAll(identity());
        all.addAll(limits());
        return List.copyOf(all);
    }

    private static Setting palette() {
        return Setting.of(
                "palette",
                new Type.Words(PALETTES),
                "auto",
                "Colours of the terminal and the window. auto is dark in the terminal and follows"
                        + " the system in the window.");
    }

    private static List<Setting> looks() {
        return List.of(
                palette().also("PILOTHOUSE_PALETTE", "--palette"),
                Setting.of(
                                "color",
                                new Type.Words(List.of("auto", "truecolor", "256", "16", "none")),
                                "auto",
                                "How many colours the terminal shows. NO_COLOR means none.")
                        .also("PILOTHOUSE_COLOR", "--color"),
                Setting.of(
                                "ascii",
                                new Type.Flag(),
                                false,
                                "Draw the terminal with ASCII characters only.")
                        .also("PILOTHOUSE_ASCII", "--ascii"),
                Setting.of(
                                "mouse",
                                new Type.Flag(),
                                true,
                                "Take clicks and the wheel in the terminal. Without it the terminal"
                                        + " selects text as it does elsewhere.")
                        .also("PILOTHOUSE_MOUSE", ""));
    }

    private static Setting screen() {
        return Setting.of(
                "screen", new Type.Words(SCREENS), ScreenKind.FLEET.word(), "The first screen.");
    }

    private static List<Setting> starts() {
        Setting screen = screen();
        return List.of(
                new Setting("start.screen", screen.type(), screen.fallback(), screen.talk())
                        .also("PILOTHOUSE_SCREEN", "--screen"),
                Setting.of(
                                "start.contexts",
                                new Type.Listing(TEXT, MANY),
                                List.of(),
                                "Contexts that are opened. Empty for the current one of the"
                                        + " kubeconfig.")
                        .example("[prod-eu, prod-us]")
                        .also("", "--context"),
                Setting.of(
                                "start.namespace",
                                TEXT,
                                "",
                                "Start narrowed to this namespace. Empty for all.")
                        .example("payments")
                        .also("PILOTHOUSE_NAMESPACE", "--namespace"),
                Setting.of(
                                "production",
                                PATTERNS,
                                List.of(ConsoleOptions.PRODUCTION),
                                "Contexts whose name matches one of these get the word PROD.")
                        .example("['prod', '^live-']"),
                Setting.of(
                                "contexts",
                                new Type.Groups(
                                        List.of(
                                                Setting.of(
                                                        "match",
                                                        new Type.Pattern(),
                                                        "",
                                                        "Contexts it is for."),
                                                palette(),
                                                screen(),
                                                Setting.of(
                                                        "namespace",
                                                        TEXT,
                                                        "",
                                                        "The first namespace.")),
                                        MANY),
                                List.of(),
                                "Settings that hold when exactly one context is opened and its name"
                                        + " matches; the first match counts.")
                        .example("[{match: prod, palette: high-contrast, namespace: payments}]"),
                Setting.of(
                                "favourites",
                                new Type.Listing(TEXT, 9),
                                List.of(),
                                "Namespaces that come first where namespaces are chosen.")
                        .example("[payments, search]"),
                Setting.of(
                                "filters",
                                new Type.Named(new Type.Text(512), MANY),
                                Map.of(),
                                "Filters by name: ':' finds them, and get takes them as --filter"
                                        + " @name.")
                        .example("{broken: 'status!=running restarts>5'}"));
    }

    private static List<Setting> keys() {
        return List.of(
                Setting.of(
                        "keys.preset",
                        new Type.Words(KeyPresets.NAMES),
                        KeyPresets.DEFAULT,
                        "Keys to start from: k9s for the habits of k9s, vim-strict for h j k l as"
                                + " in vim."),
                Setting.of(
                                "keys.bind",
                                new Type.Bindings(),
                                Map.of(),
                                "Keys of a command, instead of those of the preset; an empty list"
                                        + " takes them away. list: or text: before a key limits it"
                                        + " to tables or to texts.")
                        .example("{page-down: [pgdn, ctrl-f], problems: ctrl-e}"));
    }

    private static List<Setting> identity() {
        IdentityRules rules = IdentityRules.defaults();
        return List.of(
                labels(
                        "agent-labels",
                        rules.agentName(),
                        "Labels whose value is the agent's name; workloads of one value are one"
                                + " agent."),
                labels(
                        "agent-marks",
                        rules.agentMarks(),
                        "key=value labels that mark a workload as an agent named as itself."),
                labels("team-labels", rules.team(), "Labels that name a team, best first."),
                labels(
                        "prompt",
                        rules.prompt(),
                        "Environment variables and annotations that hold a prompt version."),
                labels(
                        "model",
                        rules.model(),
                        "Environment variables and annotations that hold a model."),
                labels(
                                "images",
                                rules.imagePatterns(),
                                "Parts of an image name that mark a workload as an agent.")
                        .example("[registry.example.com/agents/]"),
                labels(
                        "excluded-namespaces",
                        rules.excluded().stream().sorted().toList(),
                        "Namespaces that hold no agents."),
                labels(
                        "untrusted",
                        rules.untrusted(),
                        "key=value labels of pods that run untrusted code; without a sandbox they"
                                + " are shown as exposed."));
    }

    private static Setting labels(String key, List<String> fallback, String help) {
        return Setting.of("identity." + key, LABELS, fallback, help);
    }

    private static List<Setting> limits() {
        ConsoleOptions.Logs logs = ConsoleOptions.Logs.DEFAULT;
        return List.of(
                Setting.of(
                        "logs.lines",
                        new Type.Count(100, 200_000),
                        (long) logs.lines(),
                        "Lines that a log screen keeps; older ones are dropped and counted."),
                Setting.of(
                        "logs.tail",
                        new Type.Count(1, 100_000),
                        (long) logs.tail(),
                        "Lines that are read when the log of a pod is opened; of each pod of an"
                                + " agent a quarter."),
                Setting.of(
                        "kubernetes.plugin-timeout",
                        new Type.Span(Duration.ofSeconds(1), Duration.ofMinutes(10)),
                        Duration.ofSeconds(30),
                        "How long a credential plugin of the kubeconfig may take."));
    }
}
