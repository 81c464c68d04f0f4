package dev.pilothouse.config;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.KeyMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that a user chose: a preset, and commands bound anew. A face may have keys of its own
 * (ctrl-c copies on a desktop); what the user bound wins over those.
 */
public final class KeySettings {
    private final Map<Command, List<String>> preset;
    private final Map<Command, List<String>> bound;

    private KeySettings(Map<Command, List<String>> preset, Map<Command, List<String>> bound) {
        this.preset = Map.copyOf(preset);
        this.bound = Map.copyOf(bound);
    }

    static KeySettings of(String preset, Map<String, Checker.Bound> bindings) {
        Map<Command, List<String>> bound = new EnumMap<>(Command.class);
        for (Command command : Command.values()) {
            Checker.Bound keys = bindings.get(command.id());
            if (keys != null) {
                bound.put(command, keys.keys().stream().map(Checker.Key::spec).toList());
            }
        }
        return new KeySettings(KeyPresets.of(preset), bound);
    }

    /**
     * The key map of a face.
     *
     * @param own what the face binds differently from the built-in keys
     * @throws ConsoleException `config.keys` when what the user bound is a key of another command
     *     of this face
     */
    public KeyMap map(Map<Command, List<String>> own) throws ConsoleException {
        Map<Command, List<String>> all = new EnumMap<>(Command.class);
        all.putAll(preset);
        all.putAll(own);
        all.putAll(bound);
        return KeyMap.of(all);
    }

    /** The key map of the terminal; it was checked when the settings were read. */
    public KeyMap map() {
        try {
            return map(Map.of());
        } catch (ConsoleException e) {
            return KeyMap.defaults(); // a preset of ours is wrong; a test looks for that
        }
    }

    /** Keys that run two commands, with the lines of both. */
    static List<Fault> conflicts(String preset, Map<String, Checker.Bound> bindings) {
        List<Use> uses = uses(preset, bindings);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            for (int j = 0; j < i; j++) {
                Use one = uses.get(i);
                Use other = uses.get(j);
                if (one.command() != other.command() && KeySpec.meet(one.spec(), other.spec())) {
                    faults.add(one.line() >= other.line() ? fault(one, other) : fault(other, one));
                }
            }
        }
        return faults;
    }

    /** A key of a command; the place is nowhere for keys that the file does not name. */
    private record Use(Command command, String spec, Fault.Place place) {
        int line() {
            return place.line();
        }
    }

    private static List<Use> uses(String preset, Map<String, Checker.Bound> bindings) {
        Map<Command, List<String>> changed = KeyPresets.of(preset);
        List<Use> uses = new ArrayList<>();
        for (Command command : Command.values()) {
            Checker.Bound bound = bindings.get(command.id());
            if (bound != null) {
                bound.keys().forEach(key -> uses.add(new Use(command, key.spec(), key.place())));
                continue;
            }
            changed.getOrDefault(command, command.defaultKeys())
                    .forEach(key -> uses.add(new Use(command, key, Fault.Place.NOWHERE)));
        }
        return uses;
    }

    private static Fault fault(Use later, Use earlier) {
        String where = earlier.line() > 0 ? "on line " + earlier.line() : "already";
        return new Fault(
                later.place(),
                "key '"
                        + Values.shown(KeySpec.bare(later.spec()))
                        + "' of '"
                        + later.command().id()
                        + "' is given to '"
                        + earlier.command().id()
                        + "' "
                        + where
                        + ". Bind one of them to another key.");
    }
}
