package dev.pilothouse.config;

import dev.pilothouse.present.Command;
import dev.pilothouse.text.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written from the schema: the settings in force, an example file, a JSON Schema. */
public final class SettingsText {
    /** Characters in a line of a comment. */
    private static final int WIDTH = 88;

    private SettingsText() {}

    /** The settings in force as YAML that reads back as they are, each with its origin. */
    public static String print(Loaded loaded) {
        StringBuilder all = new StringBuilder();
        all.append("# ").append(loaded.file());
        all.append(loaded.exists() ? "" : " (does not exist)").append('\n');
        all.append("version: ").append(Schema.VERSION).append('\n');
        String section = "";
        for (Loaded.Chosen one : ordered(loaded.chosen())) {
            Setting setting = Schema.setting(one.path()).orElseThrow();
            if (!setting.section().equals(section)) {
                section = setting.section();
                all.append(section).append(":\n");
            }
            String line =
                    (section.isEmpty() ? "" : "  ")
                            + setting.key()
                            + ": "
                            + YamlValue.of(one.value());
            all.append(line).append("  # ").append(one.origin()).append('\n');
        }
        return all.toString();
    }

    /** Settings of the top come first; a section is written once. */
    private static List<Loaded.Chosen> ordered(List<Loaded.Chosen> chosen) {
        List<Loaded.Chosen> ordered = new ArrayList<>();
        sections()
                .forEach(
                        section ->
                                chosen.stream()
                                        .filter(
                                                one ->
                                                        Schema.setting(one.path())
                                                                .orElseThrow()
                                                                .section()
                                                                .equals(section))
                                        .forEach(ordered::add));
        return ordered;
    }

    static Stream<String> sections() {
        return Stream.concat(Stream.of(""), Schema.sections().keySet().stream());
    }

    static List<Setting> of(String section) {
        return Schema.settings().stream()
                .filter(setting -> setting.section().equals(section))
                .toList();
    }

    /** A file in which every setting stands as a comment, with its default or an example. */
    public static String example() {
        StringBuilder all =
                new StringBuilder(
                        """
                        # Settings of Pilothouse. Take away the '#' before what you want to change.
                        # Changes take effect while the program runs. 'pilothouse config validate' checks them,
                        # 'pilothouse config print' shows what is in force and why.
                        """);
        all.append("version: ").append(Schema.VERSION).append('\n');
        sections()
                .forEach(
                        section -> {
                            if (!section.isEmpty()) {
                                all.append("\n# ").append(Schema.sections().get(section));
                                all.append('\n').append(section).append(":\n");
                            }
                            of(section).forEach(setting -> all.append(commented(setting)));
                        });
        return all.toString();
    }

    private static String commented(Setting setting) {
        String indent = setting.section().isEmpty() ? "" : "  ";
        String example = setting.talk().example();
        String value = example.isEmpty() ? YamlValue.of(setting.fallback()) : example;
        String start = setting.section().isEmpty() ? "\n" : "";
        return start
                + wrapped(setting.talk().help() + takes(setting), indent + "# ")
                + indent
                + "#"
                + setting.key()
                + ": "
                + value
                + "\n";
    }

    private static String takes(Setting setting) {
        return setting.type() instanceof Type.Words(List<String> words)
                ? " One of: " + String.join(", ", words) + "."
                : "";
    }

    private static String wrapped(String text, String indent) {
        StringBuilder all = new StringBuilder();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > WIDTH) {
                all.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        return all.append(line.toString().stripTrailing()).append('\n').toString();
    }

    /**
     * A schema for editors that complete and check YAML.
     *
     * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
     */
    public static String jsonSchema() {
        List<String> properties = new ArrayList<>();
        properties.add("\"version\":{\"const\":" + Schema.VERSION + "}");
        of("").forEach(setting -> properties.add(property(setting, setting.key())));
        Schema.sections()
                .forEach(
                        (section, help) ->
                                properties.add(
                                        JsonText.quote(section)
                                                + ":"
                                                + object(
                                                        of(section).stream()
                                                                .map(s -> property(s, s.key()))
                                                                .toList(),
                                                        help)));
        return "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"title\":\"Settings"
                + " of Pilothouse\",\n"
                + object(properties, "").substring(1)
                + "\n";
    }

    private static String object(List<String> properties, String help) {
        String description = help.isEmpty() ? "" : "\"description\":" + JsonText.quote(help) + ",";
        return "{"
                + description
                + "\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\n"
                + String.join(",\n", properties)
                + "}}";
    }

    private static String property(Setting setting, String name) {
        String body = json(setting.type());
        return JsonText.quote(name)
                + ":{\"description\":"
                + JsonText.quote(setting.talk().help())
                + ","
                + body.substring(1);
    }

    private static String json(Type type) {
        return switch (type) {
            case Type.Words(List<String> words) -> "{\"enum\":" + array(words) + "}";
            case Type.Flag ignored -> "{\"type\":\"boolean\"}";
            case Type.Count(long least, long most) ->
                    "{\"type\":\"integer\",\"minimum\":" + least + ",\"maximum\":" + most + "}";
            case Type.Span(Duration least, Duration most) ->
                    "{\"type\":\"string\",\"pattern\":\"^[0-9]{1,9}(ms|s|m|h)$\"}";
            case Type.Text(int longest) ->
                    "{\"type\":[\"string\",\"number\"],\"maxLength\":" + longest + "}";
            case Type.Pattern ignored -> "{\"type\":\"string\",\"format\":\"regex\"}";
            case Type.Listing(Type of, int most) ->
                    "{\"anyOf\":["
                            + json(of)
                            + ",{\"type\":\"array\",\"maxItems\":"
                            + most
                            + ",\"items\":"
                            + json(of)
                            + "}]}";
            case Type.Named(Type of, int most) ->
                    "{\"type\":\"object\",\"maxProperties\":"
                            + most
                            + ",\"additionalProperties\":"
                            + json(of)
                            + "}";
            case Type.Bindings ignored -> bindings();
            case Type.Groups(List<Setting> fields, int most) ->
                    "{\"type\":\"array\",\"items\":"
                            + object(fields.stream().map(f -> property(f, f.path())).toList(), "")
                            + "}";
        };
    }

    private static String bindings() {
        String keys =
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"array\",\"items\":{\"type\":\"string\"}}]}";
        return "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
                + Stream.of(Command.values())
                        .map(command -> JsonText.quote(command.id()) + ":" + keys)
                        .collect(Collectors.joining(",\n"))
                + "}}";
    }

    private static String array(List<String> words) {
        return words.stream().map(JsonText::quote).collect(Collectors.joining(",", "[", "]"));
    }
}
