package dev.pilothouse.fx.memory;

import dev.pilothouse.present.ScreenKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The memory as JSON. A screen that this version does not know opens the fleet instead. Version 1
 * had no arranged tables.
 */
final class DeskJson {
    private static final int VERSION = 2;

    private DeskJson() {}

    static String write(DeskMemory memory) {
        DeskMemory.Style style = memory.style();
        StringBuilder out = new StringBuilder(256);
        out.append("{\n  \"version\": ").append(VERSION);
        out.append(",\n  \"theme\": ").append(Json.quote(style.theme()));
        out.append(",\n  \"compact\": ").append(style.compact());
        out.append(",\n  \"inspector\": ").append(style.inspector());
        out.append(",\n  \"size\": ").append(style.size());
        out.append(",\n  \"tables\": {");
        String comma = "";
        for (String title : new TreeSet<>(memory.tables().keySet())) {
            out.append(comma).append("\n    ").append(Json.quote(title)).append(": ");
            write(memory.tables().getOrDefault(title, TableMemory.NONE), out);
            comma = ",";
        }
        out.append("\n  },\n  \"windows\": [");
        comma = "";
        for (WindowMemory window : memory.windows()) {
            out.append(comma).append("\n    ");
            write(window, out);
            comma = ",";
        }
        return out.append("\n  ]\n}\n").toString();
    }

    private static void write(TableMemory table, StringBuilder out) {
        out.append("{\"order\": ").append(quoted(table.order()));
        out.append(", \"hidden\": ").append(quoted(new TreeSet<>(table.hidden())));
        String widths =
                new TreeMap<>(table.widths())
                        .entrySet().stream()
                                .map(e -> Json.quote(e.getKey()) + ": " + e.getValue())
                                .collect(Collectors.joining(", "));
        out.append(", \"widths\": {").append(widths).append("}}");
    }

    private static String quoted(Collection<String> ids) {
        return ids.stream().map(Json::quote).collect(Collectors.joining(", ", "[", "]"));
    }

    private static void write(WindowMemory window, StringBuilder out) {
        out.append("{\"x\": ").append(window.x()).append(", \"y\": ").append(window.y());
        out.append(", \"width\": ").append(window.width());
        out.append(", \"height\": ").append(window.height());
        out.append(", \"selected\": ").append(window.selected()).append(", \"tabs\": [");
        String comma = "";
        for (TabMemory tab : window.tabs()) {
            out.append(comma).append("\n      {\"screen\": ");
            out.append(Json.quote(tab.screen().word()));
            out.append(", \"filter\": ").append(Json.quote(tab.filter())).append('}');
            comma = ",";
        }
        out.append("]}");
    }

    static DeskMemory read(String text) throws JsonException {
        Map<?, ?> root = map(Json.read(text));
        double version = number(root, "version");
        if (version < 1 || version > VERSION) {
            throw new JsonException("the file is of another version", 0);
        }
        List<WindowMemory> windows = new ArrayList<>();
        for (Object window : list(root, "windows")) {
            windows.add(window(map(window)));
        }
        return new DeskMemory(
                new DeskMemory.Style(
                        get(root, "theme", String.class),
                        get(root, "compact", Boolean.class),
                        get(root, "inspector", Boolean.class),
                        number(root, "size")),
                version < 2 ? Map.of() : tables(map(root.get("tables"))),
                windows);
    }

    private static Map<String, TableMemory> tables(Map<?, ?> from) throws JsonException {
        Map<String, TableMemory> tables = new HashMap<>();
        for (Map.Entry<?, ?> entry : from.entrySet()) {
            Map<?, ?> table = map(entry.getValue());
            Map<String, Double> widths = new HashMap<>();
            Map<?, ?> given = map(table.get("widths"));
            for (Object column : given.keySet()) {
                String id = String.valueOf(column);
                widths.put(id, Math.clamp(number(given, id), 32, 4_000));
            }
            tables.put(
                    String.valueOf(entry.getKey()),
                    new TableMemory(
                            strings(table, "order"), Set.copyOf(strings(table, "hidden")), widths));
        }
        return tables;
    }

    private static List<String> strings(Map<?, ?> from, String name) throws JsonException {
        List<String> strings = new ArrayList<>();
        for (Object item : list(from, name)) {
            if (!(item instanceof String text)) {
                throw new JsonException("'" + name + "' holds something that is not a word", 0);
            }
            if (!strings.contains(text)) {
                strings.add(text);
            }
        }
        return strings;
    }

    private static WindowMemory window(Map<?, ?> window) throws JsonException {
        List<TabMemory> tabs = new ArrayList<>();
        for (Object item : list(window, "tabs")) {
            Map<?, ?> tab = map(item);
            tabs.add(
                    new TabMemory(
                            screen(get(tab, "screen", String.class)),
                            get(tab, "filter", String.class)));
        }
        return new WindowMemory(
                number(window, "x"),
                number(window, "y"),
                Math.clamp(number(window, "width"), 640, 10_000),
                Math.clamp(number(window, "height"), 400, 10_000),
                tabs,
                (int) number(window, "selected"));
    }

    private static ScreenKind screen(String word) {
        Optional<ScreenKind> known =
                Stream.of(ScreenKind.values()).filter(kind -> kind.word().equals(word)).findFirst();
        return known.orElse(ScreenKind.FLEET);
    }

    private static Map<?, ?> map(@Nullable Object value) throws JsonException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new JsonException("an object was expected", 0);
    }

    private static List<?> list(Map<?, ?> from, String name) throws JsonException {
        return get(from, name, List.class);
    }

    private static double number(Map<?, ?> from, String name) throws JsonException {
        double number = get(from, name, Double.class);
        if (!Double.isFinite(number)) {
            throw new JsonException("'" + name + "' is not a number", 0);
        }
        return number;
    }

    private static <T> T get(Map<?, ?> from, String name, Class<T> type) throws JsonException {
        Object value = from.get(name);
        if (!type.isInstance(value)) {
            throw new JsonException("'" + name + "' is missing or of the wrong kind", 0);
        }
        return type.cast(value);
    }
}
