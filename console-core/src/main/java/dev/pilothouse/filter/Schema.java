package dev.pilothouse.filter;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a filter may name: the columns of one table, by id or by the title that is shown. */
public final class Schema {
    /** Names further than this from a column are not worth suggesting. */
    private static final int NEAR = 2;

    private final List<Field> fields;
    private final Map<String, Field> byName = new HashMap<>();
    private final ZoneId zone;

    /**
     * @param zone where dates without an offset are read
     */
    public Schema(List<Field> fields, ZoneId zone) {
        this.fields = List.copyOf(fields);
        this.zone = zone;
        for (Field field : fields) {
            byName.put(field.id(), field);
        }
        for (Field field : fields) {
            byName.putIfAbsent(
                    field.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), field);
        }
    }

    /** One column; `index` is its place in the table, for whoever answers {@link Subject#value}. */
    public record Field(int index, String id, String title, ColumnType type) {}

    /** The column of that id or title, whatever the case. */
    Optional<Field> find(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    ZoneId zone() {
        return zone;
    }

    /** `; did you mean 'restarts'?`, or the list of columns when none is near. */
    String suggestion(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String best = "";
        int nearest = NEAR + 1;
        for (String known : byName.keySet()) {
            int distance = EditDistance.between(wanted, known);
            if (distance < nearest || (distance == nearest && known.compareTo(best) < 0)) {
                nearest = distance;
                best = known;
            }
        }
        if (nearest <= NEAR) {
            return "; did you mean '" + best + "'?";
        }
        List<String> ids = new ArrayList<>(fields.stream().map(Field::id).sorted().toList());
        return ". Columns: " + String.join(", ", ids) + ".";
    }
}
