package dev.pilothouse.config;

import dev.pilothouse.error.ConsoleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Puts the settings together: options win over environment variables, those over the file, and that
 * over the defaults.
 */
public final class SettingsReader {
    private final Path file;
    private final Map<String, String> environment;
    private final Map<String, List<String>> flags;

    /**
     * @param flags what was given on the command line, by the name of the option: `--palette`
     */
    public SettingsReader(
            Path file, Map<String, String> environment, Map<String, List<String>> flags) {
        this.file = file;
        this.environment = Map.copyOf(environment);
        this.flags = Map.copyOf(flags);
    }

    public Path file() {
        return file;
    }

    /**
     * Reads all of it. Blocks on the disk.
     *
     * @throws ConsoleException `cli.option` for an option whose value the setting does not take
     */
    public Loaded read() throws ConsoleException {
        Checker checker = new Checker();
        List<Fault> faults = new ArrayList<>();
        boolean exists = load(checker, faults);
        faults.addAll(checker.faults());
        Map<String, Loaded.Chosen> chosen = new LinkedHashMap<>();
        for (Setting setting : Schema.settings()) {
            chosen.put(setting.path(), choose(setting, checker, faults));
        }
        dropConflicts(chosen, faults);
        Optional<String> context = onlyContext();
        context.ifPresent(name -> forContext(name, chosen));
        Map<String, Object> values = new LinkedHashMap<>();
        chosen.forEach((path, one) -> values.put(path, one.value()));
        return new Loaded(file, exists, Settings.of(values), List.copyOf(chosen.values()), faults);
    }

    private boolean load(Checker checker, List<Fault> faults) {
        try (InputStream in = Files.newInputStream(file)) {
            Optional<Node> root = YamlText.parse(in.readNBytes(YamlText.LARGEST + 1));
            root.ifPresent(checker::read);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (YamlText.Unreadable e) {
            faults.add(e.fault());
            return true;
        } catch (IOException e) {
            faults.add(
                    new Fault(
                            Fault.Place.NOWHERE,
                            "it cannot be read ("
                                    + e.getClass().getSimpleName()
                                    + "). Check that it is a file and yours."));
            return true;
        }
    }

    private Loaded.Chosen choose(Setting setting, Checker checker, List<Fault> faults)
            throws ConsoleException {
        String path = setting.path();
        List<String> given = flags.getOrDefault(setting.talk().flag(), List.of());
        if (!given.isEmpty()) {
            return new Loaded.Chosen(path, flag(setting, given), setting.talk().flag());
        }
        Optional<Loaded.Chosen> variable = variable(setting, faults);
        if (variable.isPresent()) {
            return variable.get();
        }
        Checker.Found found = checker.found().get(path);
        return found == null
                ? new Loaded.Chosen(path, setting.fallback(), "default")
                : new Loaded.Chosen(path, found.value(), "line " + found.place().line());
    }

    private static Object flag(Setting setting, List<String> given) throws ConsoleException {
        if (setting.type() instanceof Type.Listing) {
            return given;
        }
        try {
            return Values.scalar(setting.talk().flag(), setting.type(), given.getLast());
        } catch (Values.Unfit e) {
            throw new ConsoleException("cli.option", e.sentence());
        }
    }

    private Optional<Loaded.Chosen> variable(Setting setting, List<Fault> faults) {
        String name = setting.talk().environment();
        String text = name.isEmpty() ? "" : environment.getOrDefault(name, "");
        if (text.isEmpty()) {
            boolean plain =
                    setting.path().equals("color")
                            && !environment.getOrDefault("NO_COLOR", "").isEmpty();
            return plain
                    ? Optional.of(new Loaded.Chosen(setting.path(), "none", "NO_COLOR"))
                    : Optional.empty();
        }
        try {
            Object value = Values.scalar(name, setting.type(), text);
            return Optional.of(new Loaded.Chosen(setting.path(), value, name));
        } catch (Values.Unfit e) {
            faults.add(new Fault(Fault.Place.NOWHERE, e.sentence()));
            return Optional.empty();
        }
    }

    /** Keys that conflict are all left at the preset: half of a key map is worse than none. */
    private static void dropConflicts(Map<String, Loaded.Chosen> chosen, List<Fault> faults) {
        Loaded.Chosen preset = chosen.get("keys.preset");
        Loaded.Chosen bind = chosen.get("keys.bind");
        if (preset == null || bind == null) {
            return;
        }
        Map<String, Checker.Bound> bindings = new LinkedHashMap<>();
        ((Map<?, ?>) bind.value())
                .forEach((name, keys) -> bindings.put((String) name, (Checker.Bound) keys));
        List<Fault> conflicts = KeySettings.conflicts((String) preset.value(), bindings);
        if (!conflicts.isEmpty()) {
            faults.addAll(conflicts.subList(0, Math.min(10, conflicts.size())));
            chosen.put("keys.bind", new Loaded.Chosen("keys.bind", Map.of(), "default"));
        }
    }

    /**
     * The context that will be the only one open, as far as it can be told without a kubeconfig.
     */
    private Optional<String> onlyContext() {
        List<String> given = flags.getOrDefault("--context", List.of());
        List<String> current = flags.getOrDefault("current-context", List.of());
        List<String> wanted = given.isEmpty() ? current : given;
        return wanted.size() == 1 ? Optional.of(wanted.getFirst()) : Optional.empty();
    }

    private static void forContext(String context, Map<String, Loaded.Chosen> chosen) {
        Loaded.Chosen all = chosen.get("contexts");
        if (all == null) {
            return;
        }
        for (Object entry : (List<?>) all.value()) {
            Map<?, ?> group = (Map<?, ?>) entry;
            if (java.util.regex.Pattern.compile((String) group.get("match"))
                    .matcher(context)
                    .find()) {
                String origin = "contexts, " + all.origin();
                override(group, "palette", "palette", chosen, origin);
                override(group, "screen", "start.screen", chosen, origin);
                override(group, "namespace", "start.namespace", chosen, origin);
                return;
            }
        }
    }

    /** What a context says wins over the rest of the file, not over options and variables. */
    private static void override(
            Map<?, ?> group,
            String key,
            String path,
            Map<String, Loaded.Chosen> chosen,
            String origin) {
        Object value = group.get(key);
        Loaded.Chosen now = chosen.get(path);
        boolean fromFile =
                now != null && (now.origin().equals("default") || now.origin().startsWith("line"));
        if (value != null && fromFile) {
            chosen.put(path, new Loaded.Chosen(path, value, origin));
        }
    }
}
