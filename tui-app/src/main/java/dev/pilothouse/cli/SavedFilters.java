package dev.pilothouse.cli;

import dev.pilothouse.config.Loaded;
import dev.pilothouse.error.ConsoleException;
import java.util.List;
import java.util.Map;

/** Filters that the settings name: `@broken`. */
final class SavedFilters {
    private SavedFilters() {}

    /**
     * @throws ConsoleException `cli.filter` for a name that the settings do not have
     */
    static String expand(String filter, Loaded loaded) throws ConsoleException {
        if (!filter.startsWith("@")) {
            return filter;
        }
        String name = filter.substring(1);
        Map<String, String> known = loaded.settings().fleet().saved().filters();
        String found = known.get(name);
        if (found == null) {
            String names =
                    known.isEmpty()
                            ? " The settings name none; see 'filters' in docs/config.md."
                            : " Known: " + String.join(", ", known.keySet()) + ".";
            throw new ConsoleException(
                    "cli.filter",
                    "There is no saved filter '"
                            + name
                            + "'"
                            + Kinds.nearest(name, List.copyOf(known.keySet()))
                            + names);
        }
        return found;
    }
}
