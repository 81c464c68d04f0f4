package dev.pilothouse.launch;

import dev.pilothouse.config.Fault;
import dev.pilothouse.config.LiveSettings;
import dev.pilothouse.config.Loaded;
import dev.pilothouse.config.SettingsFile;
import dev.pilothouse.config.SettingsReader;
import dev.pilothouse.connectors.kube.Kubeconfig;
import dev.pilothouse.error.ConsoleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The user's settings for one start of the program: read from the file, the environment and the
 * command line, with what they say about the contexts that will be open.
 *
 * @param reader reads them anew
 * @param choice the contexts to open, those of the settings where the command line names none
 */
public record UserSettings(SettingsReader reader, Loaded loaded, ContextChoice choice) {
    /** Seconds between two looks at the file. */
    private static final long LOOK = 2;

    /**
     * What the command line says.
     *
     * @param config the value of `--config`; empty for none
     * @param flags options that set something, by name: `--palette`
     */
    public record Given(String config, Map<String, List<String>> flags) {
        public static final Given NOTHING = new Given("", Map.of());

        public Given {
            flags = Map.copyOf(flags);
        }
    }

    /**
     * Reads the settings. Mistakes in the file are in the result and never thrown.
     *
     * @throws ConsoleException `cli.option` for an option with a value that cannot be used
     */
    public static UserSettings load(Host host, ContextChoice choice, Given given)
            throws ConsoleException {
        Path file =
                SettingsFile.find(given.config(), host.environment(), host.directories().config());
        Map<String, List<String>> flags = new HashMap<>(given.flags());
        if (!choice.contexts().isEmpty()) {
            flags.put("--context", choice.contexts());
        }
        SettingsReader reader = new SettingsReader(file, host.environment(), flags);
        Loaded first = reader.read();
        if (!first.exists() || choice.all()) {
            return new UserSettings(reader, first, choice);
        }
        return forContexts(host, choice, flags, first);
    }

    /** What the settings say about contexts needs the names that the kubeconfig has. */
    private static UserSettings forContexts(
            Host host, ContextChoice choice, Map<String, List<String>> flags, Loaded first)
            throws ConsoleException {
        List<String> known;
        String current;
        try {
            Kubeconfig kubeconfig = choice.read(host);
            known = kubeconfig.contextNames();
            current = kubeconfig.current();
        } catch (ConsoleException e) {
            known = List.of(); // whoever opens the clusters says so
            current = "";
        }
        List<Fault> faults = new ArrayList<>();
        List<String> open = new ArrayList<>(choice.contexts());
        if (open.isEmpty()) {
            for (String wanted : first.settings().start().contexts()) {
                if (known.contains(wanted)) {
                    open.add(wanted);
                } else {
                    faults.add(
                            new Fault(
                                    Fault.Place.NOWHERE,
                                    "'start.contexts' names '"
                                            + wanted
                                            + "', which the kubeconfig does not have."));
                }
            }
        }
        flags.put("current-context", open.isEmpty() ? List.of(current) : open);
        SettingsReader reader = new SettingsReader(first.file(), host.environment(), flags);
        return new UserSettings(
                reader,
                reader.read().with(faults),
                new ContextChoice(choice.kubeconfig(), open, choice.all()));
    }

    /** What was wrong, one sentence each, for people. */
    public List<String> complaints() {
        return loaded.faults().stream().map(fault -> fault.words(loaded.file())).toList();
    }

    /** What was wrong, for one line of a screen; empty when nothing was. */
    public String complaint() {
        if (loaded.faults().isEmpty()) {
            return "";
        }
        int more = loaded.faults().size() - 1;
        return loaded.faults().getFirst().brief(loaded.file())
                + (more > 0 ? " And " + more + " more: pilothouse config validate" : "");
    }

    /**
     * Follows the file until closed.
     *
     * @param listener called on a thread of its own
     */
    public AutoCloseable follow(Consumer<LiveSettings.Change> listener) {
        LiveSettings live = new LiveSettings(reader, loaded, listener);
        ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("settings").daemon(true).factory());
        var _ = clock.scheduleWithFixedDelay(live::check, LOOK, LOOK, TimeUnit.SECONDS);
        return clock::shutdownNow;
    }
}
