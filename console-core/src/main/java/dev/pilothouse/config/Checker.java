package dev.pilothouse.config;

import dev.pilothouse.present.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a tree of nodes by the schema. It goes only as deep as the schema does, whatever the tree,
 * and goes on after a mistake so that several are told at once.
 */
final class Checker {
    /** Nobody reads more errors than this at once. */
    private static final int MOST = 20;

    /** Names that are offered for one that is not known. */
    private static final int SHOWN = 16;

    private final Map<String, Found> found = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** A value and where it stands. */
    record Found(Object value, Fault.Place place) {}

    /** Keys of one command, each with its place. */
    record Bound(List<Key> keys) {
        Bound {
            keys = List.copyOf(keys);
        }
    }

    /** A key as written, such as `list:x`. */
    record Key(String spec, Fault.Place place) {}

    Map<String, Found> found() {
        return found;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void read(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            if (!isNull(root)) {
                fault(root, "settings are lines of 'name: value'; this is " + kind(root) + ".");
            }
            return;
        }
        if (versionFits(mapping)) {
            section("", mapping);
        }
    }

    private boolean versionFits(MappingNode mapping) {
        for (NodeTuple entry : mapping.getValue()) {
            if (!"version".equals(text(entry.getKeyNode()))) {
                continue;
            }
            String version = text(entry.getValueNode());
            if (version == null || !version.matches("[1-9]\\d{0,8}")) {
                fault(entry.getValueNode(), "'version' is the version of the file, now 1.");
                return false;
            }
            if (Integer.parseInt(version) > Schema.VERSION) {
                fault(
                        entry.getValueNode(),
                        "this file is of version "
                                + version
                                + ", and this Pilothouse reads version "
                                + Schema.VERSION
                                + ". Update Pilothouse, or use another file.");
                return false;
            }
        }
        return true;
    }

    private void section(String section, MappingNode mapping) {
        Map<String, Fault.Place> seen = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = key(entry.getKeyNode(), seen);
            if (key == null || (section.isEmpty() && key.equals("version"))) {
                continue;
            }
            String path = section.isEmpty() ? key : section + "." + key;
            Optional<Setting> setting = Schema.setting(path);
            if (setting.isPresent()) {
                value(path, setting.get().type(), entry.getValueNode())
                        .ifPresent(
                                value ->
                                        found.put(
                                                path,
                                                new Found(
                                                        value,
                                                        YamlText.place(entry.getKeyNode()))));
            } else if (section.isEmpty() && Schema.sections().containsKey(key)) {
                subsection(key, entry.getValueNode());
            } else {
                unknown(entry.getKeyNode(), key, known(section));
            }
        }
    }

    private void subsection(String key, Node node) {
        if (node instanceof MappingNode mapping) {
            section(key, mapping);
        } else if (!isNull(node)) {
            fault(
                    node,
                    "'"
                            + key
                            + "' holds settings of its own, indented under it; this is "
                            + kind(node)
                            + ".");
        }
    }

    /** The names that may stand in a section. */
    private static List<String> known(String section) {
        Stream<String> settings =
                Schema.settings().stream()
                        .filter(setting -> setting.section().equals(section))
                        .map(Setting::key);
        return section.isEmpty()
                ? Stream.concat(
                                Stream.of("version"),
                                Stream.concat(settings, Schema.sections().keySet().stream()))
                        .toList()
                : settings.toList();
    }

    private void unknown(Node node, String key, List<String> known) {
        String near = Values.nearest(key, known);
        String some =
                String.join(", ", known.subList(0, Math.min(SHOWN, known.size())))
                        + (known.size() > SHOWN ? " and others, see docs/config.md." : ".");
        fault(
                node,
                "there is no '"
                        + Values.shown(key)
                        + "'"
                        + (near.equals(".") ? ". Known here: " + some : near));
    }

    /** The name of an entry; null, after a fault, when it has none or had it before. */
    private @Nullable String key(Node node, Map<String, Fault.Place> seen) {
        String key = text(node);
        if (key == null) {
            fault(node, "a name must be a word; this is " + kind(node) + ".");
            return null;
        }
        Fault.Place before = seen.putIfAbsent(key, YamlText.place(node));
        if (before != null) {
            fault(
                    node,
                    "'"
                            + Values.shown(key)
                            + "' is set twice; the first is on line "
                            + before.line()
                            + ". Keep one of them.");
            return null;
        }
        return key;
    }

    private Optional<Object> value(String name, Type type, Node node) {
        return switch (type) {
            case Type.Listing(Type of, int most) -> Optional.of(list(name, of, most, node));
            case Type.Named(Type of, int most) -> Optional.of(named(name, of, most, node));
            case Type.Bindings ignored -> Optional.of(bindings(name, node));
            case Type.Groups(List<Setting> fields, int most) ->
                    Optional.of(groups(name, fields, most, node));
            case Type.Words ignored -> scalar(name, type, node);
            case Type.Flag ignored -> scalar(name, type, node);
            case Type.Count ignored -> scalar(name, type, node);
            case Type.Span ignored -> scalar(name, type, node);
            case Type.Text ignored -> scalar(name, type, node);
            case Type.Pattern ignored -> scalar(name, type, node);
        };
    }

    private Optional<Object> scalar(String name, Type type, Node node) {
        String text = text(node);
        if (text == null) {
            String what =
                    isNull(node) ? "it has no value. Give one, or remove the line" : kind(node);
            fault(node, "'" + name + "' takes " + type.takes() + "; " + what + ".");
            return Optional.empty();
        }
        try {
            return Optional.of(Values.scalar(name, type, text));
        } catch (Values.Unfit e) {
            fault(node, e.sentence());
            return Optional.empty();
        }
    }

    private List<Object> list(String name, Type of, int most, Node node) {
        List<Object> items = new ArrayList<>();
        for (Node item : items(name, most, node)) {
            scalar(name, of, item).ifPresent(items::add);
        }
        return items;
    }

    private List<Node> items(String name, int most, Node node) {
        if (isNull(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(node);
        }
        if (sequence.getValue().size() > most) {
            fault(
                    node,
                    "'"
                            + name
                            + "' has "
                            + sequence.getValue().size()
                            + " entries; at most "
                            + most
                            + " fit.");
            return List.of();
        }
        return sequence.getValue();
    }

    private List<NodeTuple> entries(String name, int most, Node node) {
        if (isNull(node)) {
            return List.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            fault(node, "'" + name + "' takes lines of 'name: value'; this is " + kind(node) + ".");
            return List.of();
        }
        if (mapping.getValue().size() > most) {
            fault(node, "'" + name + "' has more than " + most + " entries.");
            return List.of();
        }
        return mapping.getValue();
    }

    private Map<String, Object> named(String name, Type of, int most, Node node) {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, Fault.Place> seen = new HashMap<>();
        for (NodeTuple entry : entries(name, most, node)) {
            String key = key(entry.getKeyNode(), seen);
            if (key == null) {
                continue;
            }
            if (!key.matches("[\\w.-]{1,40}")) {
                fault(
                        entry.getKeyNode(),
                        "'"
                                + Values.shown(key)
                                + "' is no name: letters, digits, '-', '_' and '.' make one.");
                continue;
            }
            scalar(name + "." + key, of, entry.getValueNode()).ifPresent(v -> all.put(key, v));
        }
        return all;
    }

    private Map<String, Bound> bindings(String name, Node node) {
        List<String> commands = Stream.of(Command.values()).map(Command::id).toList();
        Map<String, Bound> all = new LinkedHashMap<>();
        Map<String, Fault.Place> seen = new HashMap<>();
        for (NodeTuple entry : entries(name, commands.size(), node)) {
            String command = key(entry.getKeyNode(), seen);
            if (command == null) {
                continue;
            }
            if (!commands.contains(command)) {
                unknown(entry.getKeyNode(), command, commands);
                continue;
            }
            List<Key> keys = new ArrayList<>();
            for (Node item : items(command, 12, entry.getValueNode())) {
                key(command, item).ifPresent(keys::add);
            }
            all.put(command, new Bound(keys));
        }
        return all;
    }

    private Optional<Key> key(String command, Node node) {
        String spec = text(node);
        String wrong =
                spec == null ? "'" + command + "' takes keys; this is " + kind(node) + "." : "";
        if (spec != null) {
            wrong = KeySpec.wrong(spec);
        }
        if (spec == null || !wrong.isEmpty()) {
            fault(node, wrong);
            return Optional.empty();
        }
        return Optional.of(new Key(spec, YamlText.place(node)));
    }

    private List<Map<String, Object>> groups(
            String name, List<Setting> fields, int most, Node node) {
        List<Map<String, Object>> all = new ArrayList<>();
        List<String> known = fields.stream().map(Setting::path).toList();
        for (Node item : items(name, most, node)) {
            Map<String, Object> one = new LinkedHashMap<>();
            Map<String, Fault.Place> seen = new HashMap<>();
            for (NodeTuple entry : entries(name, known.size() * 2, item)) {
                String key = key(entry.getKeyNode(), seen);
                if (key == null) {
                    continue;
                }
                Optional<Setting> field =
                        fields.stream().filter(f -> f.path().equals(key)).findFirst();
                if (field.isEmpty()) {
                    unknown(entry.getKeyNode(), key, known);
                } else {
                    value(key, field.get().type(), entry.getValueNode())
                            .ifPresent(value -> one.put(key, value));
                }
            }
            if (!one.containsKey("match") && !isNull(item) && item instanceof MappingNode) {
                fault(item, "an entry of '" + name + "' needs 'match', a pattern of names.");
            } else if (!one.isEmpty()) {
                all.add(one);
            }
        }
        return all;
    }

    /** The text of a scalar that is not null; null for everything else. */
    private static @Nullable String text(Node node) {
        return node instanceof ScalarNode scalar && !isNull(node) ? scalar.getValue() : null;
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
    }

    private static String kind(Node node) {
        return switch (node.getNodeType()) {
            case MAPPING -> "a mapping";
            case SEQUENCE -> "a list";
            case SCALAR -> "a single value";
            case ANCHOR -> "an anchor";
        };
    }

    private void fault(Node node, String sentence) {
        if (faults.size() < MOST) {
            faults.add(new Fault(YamlText.place(node), sentence));
        }
    }
}
