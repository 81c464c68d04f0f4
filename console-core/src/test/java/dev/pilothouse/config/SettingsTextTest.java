package dev.pilothouse.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.error.ConsoleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SettingsTextTest {
    private static final Path MANUAL = Path.of("..", "docs", "config.md");

    @TempDir Path folder;

    private Loaded read(Path file) throws Exception {
        return new SettingsReader(file, Map.of(), Map.of()).read();
    }

    @Test
    void theExampleIsGoodAsItIsAndWithEveryLineTakenIn() throws Exception {
        Path file = folder.resolve("deep/config.yaml");
        SettingsFile.init(file);
        assertEquals(List.of(), read(file).faults());
        assertTrue(
                read(file).chosen().stream().allMatch(one -> one.origin().equals("default")),
                "an example changes nothing");
        String all = Files.readString(file).replaceAll("(?m)^( *)#([a-z-]+:)", "$1$2");
        Path full = Files.writeString(folder.resolve("full.yaml"), all);
        assertEquals(List.of(), read(full).faults(), all);
        assertTrue(
                read(full).chosen().stream().noneMatch(one -> one.origin().equals("default")),
                "every setting stands in it");
        assertTrue(all.lines().allMatch(line -> line.length() < 160));
    }

    @Test
    void theExampleIsNeverWrittenOverAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("config.yaml"), "palette: dark\n");
        ConsoleException refused =
                assertThrows(ConsoleException.class, () -> SettingsFile.init(file));
        assertEquals("config.exists", refused.problem().code());
        assertEquals("palette: dark\n", Files.readString(file));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThrows(ConsoleException.class, () -> SettingsFile.init(link));
        try (var left = Files.list(folder)) {
            assertEquals(2, left.count(), "no draft is left");
        }
    }

    @Test
    void whatIsPrintedReadsBackAsTheSame() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("config.yaml"),
                        """
                        production: ["it's", 'a "b"', '#', '1', yes]
                        filters: {broken: 'why~=x  # y'}
                        keys: {bind: {wide: ['#', 'text:{'], suspend: []}}
                        kubernetes: {plugin-timeout: 90s}
                        """);
        Loaded first = read(file);
        assertEquals(List.of(), first.faults());
        Path printed = Files.writeString(folder.resolve("two.yaml"), SettingsText.print(first));
        Loaded second = read(printed);
        assertEquals(List.of(), second.faults());
        for (int i = 0; i < first.chosen().size(); i++) {
            assertEquals(
                    YamlValue.of(first.chosen().get(i).value()),
                    YamlValue.of(second.chosen().get(i).value()),
                    first.chosen().get(i).path());
        }
    }

    /** JSON is YAML, so the reader at hand says whether the schema is well formed. */
    @Test
    void theSchemaForEditorsNamesEverySetting() {
        Map<?, ?> top =
                child(
                        new Load(LoadSettings.builder().build())
                                .loadFromString(SettingsText.jsonSchema()),
                        "properties");
        for (Setting setting : Schema.settings()) {
            Map<?, ?> in =
                    setting.section().isEmpty()
                            ? top
                            : child(child(top, setting.section()), "properties");
            assertTrue(in.containsKey(setting.key()), setting.path());
        }
    }

    private static Map<?, ?> child(@Nullable Object parent, String name) {
        Map<?, ?> map = assertInstanceOf(Map.class, parent);
        return assertInstanceOf(Map.class, map.get(name));
    }

    @Test
    void theManualIsTrue() throws Exception {
        String text = ConfigManual.write();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(MANUAL, text);
        }
        assertEquals(
                text,
                Files.readString(MANUAL),
                "docs/config.md is old; run this test with -Dgolden.update=true");
    }
}
