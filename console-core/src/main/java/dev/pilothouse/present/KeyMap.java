package dev.pilothouse.present;

import dev.pilothouse.error.ConsoleException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which key runs which command. One meaning per key in all tables, and one in all texts. */
public final class KeyMap {
    /** Where a key is pressed. */
    public enum Scope {
        LIST,
        TEXT
    }

    private final Map<Scope, Map<String, Command>> bindings = new HashMap<>();
    private final Map<Command, List<String>> keys = new HashMap<>();

    private KeyMap() {
        for (Scope scope : Scope.values()) {
            bindings.put(scope, new HashMap<>());
        }
    }

    /** The built-in keys. */
    public static KeyMap defaults() {
        try {
            return of(Map.of());
        } catch (ConsoleException e) {
            throw new IllegalStateException("the built-in keys conflict", e);
        }
    }

    /**
     * The built-in keys with some commands bound differently.
     *
     * @param changed new keys by command; an empty list unbinds the command
     * @throws ConsoleException `config.keys` when two commands would share a key in one scope
     */
    public static KeyMap of(Map<Command, List<String>> changed) throws ConsoleException {
        KeyMap map = new KeyMap();
        for (Command command : Command.values()) {
            map.bind(command, changed.getOrDefault(command, command.defaultKeys()));
        }
        return map;
    }

    /** The command of a key, if it has one there. */
    public Optional<Command> command(String key, Scope scope) {
        Map<String, Command> inScope = bindings.get(scope);
        return inScope == null ? Optional.empty() : Optional.ofNullable(inScope.get(key));
    }

    /** The first key of a command as a user reads it; empty when it has none. */
    public String keyOf(Command command) {
        List<String> bound = keysOf(command);
        return bound.isEmpty() ? "" : bound.getFirst();
    }

    /** All keys of a command as a user reads them. */
    public List<String> keysOf(Command command) {
        return keys.getOrDefault(command, List.of());
    }

    private void bind(Command command, List<String> wanted) throws ConsoleException {
        List<String> shown = new ArrayList<>();
        for (String spec : wanted) {
            if (spec.startsWith("list:")) {
                bind(Scope.LIST, spec.substring(5), command);
                shown.add(spec.substring(5));
            } else if (spec.startsWith("text:")) {
                bind(Scope.TEXT, spec.substring(5), command);
                shown.add(spec.substring(5));
            } else {
                bind(Scope.LIST, spec, command);
                bind(Scope.TEXT, spec, command);
                shown.add(spec);
            }
        }
        keys.put(command, List.copyOf(shown));
    }

    private void bind(Scope scope, String key, Command command) throws ConsoleException {
        Map<String, Command> inScope = bindings.computeIfAbsent(scope, s -> new HashMap<>());
        Command other = inScope.putIfAbsent(key, command);
        if (other != null && other != command) {
            throw new ConsoleException(
                    "config.keys",
                    "Key '"
                            + key
                            + "' is given to both '"
                            + other.id()
                            + "' and '"
                            + command.id()
                            + "'. Bind one of them to another key under 'keys:'.");
        }
    }
}
