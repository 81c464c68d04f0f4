package dev.pilothouse.present;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The namespaces behind the keys 1 to 9: those of the settings, then those with most agents, then
 * those with most pods. Chosen when first asked for and kept, so that a key means the same all day;
 * a namespace that is picked by name takes the last free key.
 */
final class Favourites {
    static final int MOST = 9;

    private final ConsoleContext context;
    private final List<String> names = new ArrayList<>();

    Favourites(ConsoleContext context) {
        this.context = context;
    }

    /** The namespace of a key, 1 to 9. */
    Optional<String> at(int number) {
        List<String> all = all();
        return number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }

    /** The key of a namespace; empty when it has none. */
    String keyOf(String namespace) {
        int at = all().indexOf(namespace);
        return at < 0 ? "" : Integer.toString(at + 1);
    }

    void picked(String namespace) {
        if (!all().contains(namespace) && names.size() < MOST) {
            names.add(namespace);
        }
    }

    private List<String> all() {
        if (names.isEmpty()) {
            names.addAll(context.options().saved().favourites());
            Map<String, Integer> weight = new HashMap<>();
            context.stores()
                    .pods()
                    .values()
                    .forEach(pod -> weight.merge(pod.key().namespace(), 1, Integer::sum));
            context.index()
                    .agents()
                    .values()
                    .forEach(row -> weight.merge(row.id().namespace(), 100_000, Integer::sum));
            Comparator<String> heaviest =
                    Comparator.comparingInt(name -> -weight.getOrDefault(name, 0));
            weight.keySet().stream()
                    .sorted(heaviest.thenComparing(Comparator.naturalOrder()))
                    .filter(name -> !names.contains(name))
                    .limit(MOST - names.size())
                    .forEach(names::add);
        }
        return names;
    }
}
