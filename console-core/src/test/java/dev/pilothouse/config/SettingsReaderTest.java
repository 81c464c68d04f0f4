package dev.pilothouse.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.identity.IdentityRules;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.Palette;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class SettingsReaderTest {
    /** Uses every setting once. */
    private static final String FULL =
            """
            version: 1
            palette: light          # a comment
            color: 256
            ascii: true
            mouse: false
            start:
              screen: pods
              contexts: [eu, us]
              namespace: payments
            production: ['prod', "^live-"]
            contexts:
              - match: prod
                palette: high-contrast
                screen: agents
            favourites: [payments, search]
            filters:
              broken: 'status!=running restarts>5'
            keys:
              preset: k9s
              bind:
                page-down: [pgdn, ctrl-f]
                problems: ctrl-e
                suspend: []
            identity:
              agent-labels: &labels [a.example.com/agent, agent]
              team-labels: *labels
              untrusted: trust=none
            logs: {lines: 5000, tail: 10}
            kubernetes:
              plugin-timeout: 2m
            """;

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("config.yaml");
    }

    private Loaded read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Loaded read(byte[] bytes) throws Exception {
        Files.write(file, bytes);
        return new SettingsReader(file, Map.of(), Map.of()).read();
    }

    private String faults(String text) throws Exception {
        StringBuilder all = new StringBuilder();
        read(text).faults().forEach(fault -> all.append(fault.words(Path.of("f"))).append('\n'));
        return all.toString();
    }

    @Test
    void withoutAFileTheDefaultsHold() throws Exception {
        Loaded loaded = new SettingsReader(file, Map.of(), Map.of()).read();
        assertFalse(loaded.exists());
        assertEquals(List.of(), loaded.faults());
        assertEquals(IdentityRules.defaults(), loaded.settings().fleet().rules());
        assertEquals(Optional.empty(), loaded.settings().look().palette());
        assertTrue(loaded.chosen().stream().allMatch(one -> one.origin().equals("default")));
    }

    @Test
    void everySettingIsReadAndCarriesItsLine() throws Exception {
        Loaded loaded = read(FULL);
        assertEquals(List.of(), loaded.faults());
        Settings settings = loaded.settings();
        assertEquals(Optional.of(Palette.LIGHT), settings.look().palette());
        assertEquals("256", settings.look().color());
        assertTrue(settings.look().ascii());
        assertFalse(settings.look().mouse());
        assertEquals("pods", settings.start().screen().word());
        assertEquals(List.of("eu", "us"), settings.start().contexts());
        assertEquals("payments", settings.start().namespace());
        assertTrue(settings.fleet().production().matcher("LIVE-eu").find());
        assertFalse(settings.fleet().production().matcher("staging").find());
        assertEquals(List.of("payments", "search"), settings.fleet().saved().favourites());
        assertEquals(
                "status!=running restarts>5", settings.fleet().saved().filters().get("broken"));
        assertEquals(List.of("a.example.com/agent", "agent"), settings.fleet().rules().agentName());
        assertEquals(settings.fleet().rules().agentName(), settings.fleet().rules().team());
        assertEquals(List.of("trust=none"), settings.fleet().rules().untrusted());
        assertEquals(5_000, settings.fleet().logs().lines());
        assertEquals(Duration.ofMinutes(2), settings.pluginTimeout());
        KeyMap keys = settings.keys().map();
        assertEquals(
                Optional.of(Command.PROBLEMS), keys.command("ctrl-e", KeyMap.Scope.LIST), "bound");
        assertEquals(List.of(), keys.keysOf(Command.SUSPEND), "taken away");
        assertEquals("ctrl-w", keys.keyOf(Command.WIDE), "of the preset");
        assertEquals("line 2", origin(loaded, "palette"));
        assertEquals("line 28", origin(loaded, "logs.tail"));
        assertEquals("default", origin(loaded, "identity.model"));
    }

    private static String origin(Loaded loaded, String path) {
        return loaded.chosen().stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow()
                .origin();
    }

    @Test
    void optionsWinOverVariablesAndThoseOverTheFile() throws Exception {
        Files.writeString(file, "palette: light\ncolor: 256\nascii: true\n");
        Map<String, String> environment =
                Map.of(
                        "PILOTHOUSE_PALETTE",
                        "mono",
                        "NO_COLOR",
                        "1",
                        "PILOTHOUSE_MOUSE",
                        "perhaps");
        Loaded loaded =
                new SettingsReader(file, environment, Map.of("--palette", List.of("dark"))).read();
        assertEquals("--palette", origin(loaded, "palette"));
        assertEquals(Optional.of(Palette.DARK), loaded.settings().look().palette());
        assertEquals("NO_COLOR", origin(loaded, "color"));
        assertEquals("none", loaded.settings().look().color());
        assertEquals("line 3", origin(loaded, "ascii"));
        assertEquals(
                "f: 'PILOTHOUSE_MOUSE' is true or false, not 'perhaps'.",
                loaded.faults().getFirst().words(Path.of("f")));
        ConsoleException wrong =
                assertThrows(
                        ConsoleException.class,
                        () ->
                                new SettingsReader(
                                                file,
                                                environment,
                                                Map.of("--palette", List.of("drak")))
                                        .read());
        assertEquals("cli.option", wrong.problem().code());
        assertTrue(wrong.problem().sentence().contains("did you mean 'dark'"));
    }

    @Test
    void whatAContextSaysWinsOverTheRestOfTheFileOnly() throws Exception {
        Files.writeString(
                file,
                """
                palette: light
                contexts:
                  - {match: ^eu-prod$, palette: high-contrast, namespace: payments}
                  - {match: prod, palette: mono}
                """);
        Map<String, List<String>> eu = Map.of("--context", List.of("eu-prod"));
        Loaded loaded = new SettingsReader(file, Map.of(), eu).read();
        assertEquals(Optional.of(Palette.HIGH_CONTRAST), loaded.settings().look().palette());
        assertEquals("payments", loaded.settings().start().namespace());
        Map<String, List<String>> both = Map.of("--context", List.of("eu-prod", "us-prod"));
        assertEquals(
                Optional.of(Palette.LIGHT),
                new SettingsReader(file, Map.of(), both).read().settings().look().palette());
        Map<String, List<String>> flag =
                Map.of("--context", List.of("us-prod"), "--palette", List.of("dark"));
        assertEquals(
                Optional.of(Palette.DARK),
                new SettingsReader(file, Map.of(), flag).read().settings().look().palette());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "palete: dark|f:1:1: there is no 'palete'; did you mean 'palette'?",
                "palette: drak|f:1:10: 'palette' cannot be 'drak'; did you mean 'dark'?",
                "palette: [a]|f:1:10: 'palette' takes auto, dark, light",
                "palette:|'palette' takes auto, dark, light, high-contrast, deuteranopia,"
                        + " tritanopia, mono; it has no value",
                "ascii: yes|f:1:8: 'ascii' is true or false, not 'yes'",
                "start: pods|f:1:8: 'start' holds settings of its own",
                "start: {scren: pods}|f:1:9: there is no 'scren'; did you mean 'screen'?",
                "logs: {lines: many}|f:1:15: 'logs.lines' takes a whole number, 100 to 200000",
                "logs: {lines: 5}|takes a whole number, 100 to 200000, not '5'",
                "kubernetes: {plugin-timeout: soon}|takes a time such as 30s or 5m, 1s to 10m",
                "kubernetes: {plugin-timeout: 99h}|1s to 10m, not '99h'",
                "production: ['(']|f:1:14: '(' is not a regular expression: unclosed group",
                "filters: {'a b': x}|'a b' is no name",
                "favourites: [1,2,3,4,5,6,7,8,9,10]|has 10 entries; at most 9 fit",
                "contexts: [{palette: dark}]|needs 'match'",
                "keys: {preset: emacs}|'keys.preset' cannot be 'emacs'",
                "keys: {bind: {pagedown: x}}|there is no 'pagedown'; did you mean 'page-down'?",
                "keys: {bind: {wide: ctrl-i}}|A terminal sends tab for it",
                "keys: {bind: {wide: ctrl-s}}|stops or continues",
                "keys: {bind: {wide: Ctrl-B}}|Did you mean 'ctrl-b'?",
                "keys: {bind: {wide: shift-a}}|Write the capital letter, 'A'",
                "keys: {bind: {wide: alt-x}}|Many terminals send esc",
                "keys: {bind: {wide: pageup}}|is no key that can be bound",
                "keys: {bind: {wide: gg}}|is no key that can be bound",
                "[a, b]|f:1:1: settings are lines of 'name: value'; this is a list",
                "version: 7|f:1:10: this file is of version 7, and this Pilothouse reads version 1",
                "version: new|'version' is the version of the file",
                "{[a]: b}|f:1:2: a name must be a word; this is a list",
                "a: 'x|this is not YAML",
            })
    void aMistakeHasItsPlaceAndSaysWhatToDo(String yaml, String expected) throws Exception {
        String faults = faults(yaml);
        assertTrue(faults.contains(expected), faults);
    }

    @Test
    void severalMistakesAreToldAtOnceAndTheRestHolds() throws Exception {
        Loaded loaded = read("palete: dark\nascii: maybe\nmouse: false\nlogs:\n  tale: 3\n");
        assertEquals(3, loaded.faults().size(), loaded.faults().toString());
        assertFalse(loaded.settings().look().mouse());
    }

    @Test
    void aNameThatIsSetTwiceIsToldWithBothLines() throws Exception {
        String faults = faults("palette: dark\nmouse: true\npalette: light\n");
        assertEquals(
                "f:3:1: 'palette' is set twice; the first is on line 1. Keep one of them.\n",
                faults);
    }

    @Test
    void keysThatConflictAreRefusedWithBothLines() throws Exception {
        String yaml = "keys:\n  bind:\n    wide: ctrl-e\n    problems: [E, ctrl-e]\n";
        assertTrue(
                faults(yaml)
                        .contains(
                                "f:4:19: key 'ctrl-e' of 'problems' is given to 'wide' on line 3"),
                faults(yaml));
        assertEquals(
                "w", read(yaml).settings().keys().map().keyOf(Command.WIDE), "the preset holds");
        assertTrue(
                faults("keys: {bind: {wide: x}}")
                        .contains("key 'x' of 'wide' is given to 'explain'"));
        assertEquals("", faults("keys: {bind: {wide: x, explain: ctrl-x}}"), "a swap is good");
        assertEquals("", faults("keys: {bind: {wide: 'text:l'}}"), "list:l is another place");
    }

    @Test
    void everyPresetHasNoConflict() throws Exception {
        for (String preset : KeyPresets.NAMES) {
            assertEquals(List.of(), KeySettings.conflicts(preset, Map.of()), preset);
            assertEquals("", faults("keys: {preset: " + preset + "}"));
        }
    }

    @Test
    void editorsAndSystemsWriteFilesInTheirWays() throws Exception {
        Loaded crlf = read(FULL.replace("\n", "\r\n"));
        assertEquals(List.of(), crlf.faults());
        assertEquals("line 2", origin(crlf, "palette"));
        byte[] text = FULL.getBytes(StandardCharsets.UTF_8);
        byte[] bom = new byte[text.length + 3];
        bom[0] = (byte) 0xEF;
        bom[1] = (byte) 0xBB;
        bom[2] = (byte) 0xBF;
        System.arraycopy(text, 0, bom, 3, text.length);
        assertEquals(List.of(), read(bom).faults());
        assertEquals(List.of(), read("").faults());
        assertEquals(List.of(), read("# nothing\n").faults());
        assertEquals(List.of(), read("start:\nkeys:\n").faults(), "empty sections");
    }

    @Test
    void whatIsNoTextOfOursIsToldAndNeverStops() throws Exception {
        assertTrue(faults("start:\n\tscreen: pods\n").contains("f:2:1: YAML is indented with"));
        assertTrue(
                read(new byte[] {'a', ':', '\n', (byte) 0xC3, (byte) 0x28})
                        .faults()
                        .getFirst()
                        .words(file)
                        .contains(":2:1: this byte is not UTF-8"));
        assertTrue(
                read(FULL.getBytes(StandardCharsets.UTF_16)).faults().toString().contains("UTF-8"));
        assertTrue(faults("x".repeat(300_000)).contains("settings may have 262144"));
        assertTrue(faults("[".repeat(100_000)).contains("f:"));
        Files.delete(file);
        Files.createDirectory(file);
        assertEquals(
                1, new SettingsReader(file, Map.of(), Map.of()).read().faults().size(), "a folder");
    }

    @Test
    void aliasesThatMultiplyCostNothing() throws Exception {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
        }
        bomb.append("favourites: *a29\nproduction: *a29\n");
        assertFalse(read(bomb.toString()).faults().isEmpty());
        assertFalse(read("favourites: &a [*a]\n").faults().isEmpty(), "one that holds itself");
    }

    /** Any file gives settings, and what is wrong has a place. */
    @Test
    void tenThousandBrokenFilesGiveSettingsOrAFaultWithItsPlace() throws Exception {
        Random random = new Random(20260727);
        byte[] base = FULL.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 10_000; i++) {
            byte[] mutant = mutate(base, random);
            Checker checker = new Checker();
            try {
                YamlText.parse(mutant).ifPresent(checker::read);
            } catch (YamlText.Unreadable e) {
                assertTrue(
                        e.fault().place().line() > 0, new String(mutant, StandardCharsets.UTF_8));
            }
            for (Fault fault : checker.faults()) {
                assertTrue(fault.place().line() > 0 && fault.place().column() > 0);
                assertTrue(fault.sentence().length() < 700, fault.sentence());
            }
            checker.found()
                    .forEach((path, found) -> assertTrue(Schema.setting(path).isPresent(), path));
        }
    }

    private static byte[] mutate(byte[] base, Random random) throws IOException {
        String bits = ":-[]{}&*!|>'\"%@`#,?\n\t \u0000\u00e9~=0aZ";
        StringBuilder text = new StringBuilder(new String(base, StandardCharsets.ISO_8859_1));
        for (int change = random.nextInt(1, 6); change > 0 && !text.isEmpty(); change--) {
            int at = random.nextInt(text.length());
            char bit = bits.charAt(random.nextInt(bits.length()));
            switch (random.nextInt(6)) {
                case 0 -> text.setCharAt(at, bit);
                case 1 -> text.insert(at, bit);
                case 2 -> text.deleteCharAt(at);
                case 3 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                case 4 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 30)));
                default -> text.setCharAt(at, (char) random.nextInt(256));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
