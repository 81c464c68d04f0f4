package dev.pilothouse.fx.memory;

import dev.pilothouse.present.ScreenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The memory as JSON. A screen that this version does not know opens the fleet instead. */
final class DeskJson {
    private static final int VERSION = 1;

    private DeskJson() {}

    static String write(DeskMemory memory) {
        StringBuilder out = new StringBuilder(256);
        out.append("{\n  \"version\": ").append(VERSION);
        out.append(",\n  \"theme\": ").append(Json.quote(memory.theme()));
        out.append(",\n  \"compact\": ").append(memory.compact());
        out.append(",\n  \"inspector\": ").append(memory.inspector());
        out.append(",\n  \"size\": ").append(memory.size());
        out.append(",\n  \"windows\": [");
        String comma = "";
        for (WindowMemory window : memory.windows()) {
            out.append(comma).append("\n    ");
            write(window, out);
            comma = ",";
        }
        return out.append("\n  ]\n}\n").toString();
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
        if (number(root, "version") != VERSION) {
            throw new JsonException("the file is of another version", 0);
        }
        List<WindowMemory> windows = new ArrayList<>();
        for (Object window : list(root, "windows")) {
            windows.add(window(map(window)));
        }
        return new DeskMemory(
                get(root, "theme", String.class),
                get(root, "compact", Boolean.class),
                get(root, "inspector", Boolean.class),
                number(root, "size"),
                windows);
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

    private static Map<?, ?> map(Object value) throws JsonException {
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
