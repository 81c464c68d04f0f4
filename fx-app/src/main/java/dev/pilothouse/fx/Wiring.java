package dev.pilothouse.fx;

import dev.pilothouse.connectors.kube.KubeConnector;
import dev.pilothouse.connectors.kube.Kubeconfig;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ConsoleOptions;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a console from the desktop's own command line. */
final class Wiring {
    private static final Duration PLUGIN = Duration.ofSeconds(30);

    private Wiring() {}

    /** What the launcher was given. */
    record Arguments(@Nullable String kubeconfig, List<String> contexts, boolean all) {
        /**
         * @throws ConsoleException `cli.usage` for anything that is not known
         */
        static Arguments read(String[] args) throws ConsoleException {
            String kubeconfig = null;
            List<String> contexts = new ArrayList<>();
            boolean all = false;
            for (int i = 0; i < args.length; i++) {
                boolean more = i + 1 < args.length;
                if (args[i].equals("--all-contexts")) {
                    all = true;
                } else if (args[i].equals("--kubeconfig") && more) {
                    kubeconfig = args[++i];
                } else if (args[i].equals("--context") && more) {
                    contexts.add(args[++i]);
                } else {
                    throw new ConsoleException(
                            "cli.usage",
                            "The desktop does not know '"
                                    + args[i]
                                    + "'. It takes --kubeconfig FILE, --context NAME and"
                                    + " --all-contexts.");
                }
            }
            return new Arguments(kubeconfig, List.copyOf(contexts), all);
        }
    }

    /** The clusters are opened at once; none is waited for. */
    static Console console(
            Arguments arguments, Map<String, String> environment, Path home, Time time)
            throws ConsoleException {
        Kubeconfig kubeconfig =
                Kubeconfig.read(
                        Kubeconfig.files(
                                Optional.ofNullable(arguments.kubeconfig()), environment, home));
        FleetStores stores = FleetStores.create();
        ConsoleOptions options = options().opening(chosen(arguments, kubeconfig));
        KubeConnector connector =
                new KubeConnector(stores, options.rules(), time, environment, PLUGIN);
        Console console = Console.start(stores, connector.sources(kubeconfig), options, time);
        console.open(ScreenKind.FLEET);
        return console;
    }

    private static ConsoleOptions options() {
        ConsoleOptions terminal = ConsoleOptions.defaults();
        return new ConsoleOptions(
                terminal.rules(),
                DesktopKeys.map(),
                terminal.production(),
                terminal.open(),
                terminal.zone());
    }

    private static Set<String> chosen(Arguments arguments, Kubeconfig kubeconfig)
            throws ConsoleException {
        List<String> known = kubeconfig.contextNames();
        for (String wanted : arguments.contexts()) {
            if (!known.contains(wanted)) {
                throw new ConsoleException(
                        "kube.context",
                        "There is no context '"
                                + wanted
                                + "'. Contexts: "
                                + String.join(", ", known)
                                + ".");
            }
        }
        if (arguments.all()) {
            return new HashSet<>(known);
        }
        if (!arguments.contexts().isEmpty() || known.isEmpty()) {
            return new HashSet<>(arguments.contexts());
        }
        return Set.of(
                known.contains(kubeconfig.current()) ? kubeconfig.current() : known.getFirst());
    }

    /** Where windows are remembered: the XDG state folder. */
    static Path state(Map<String, String> environment, Path home) {
        String folder = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = folder.isEmpty() ? home.resolve(".local").resolve("state") : Path.of(folder);
        return base.resolve("pilothouse");
    }
}
