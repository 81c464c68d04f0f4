package dev.pilothouse.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.launch.ContextChoice;
import dev.pilothouse.launch.Host;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesktopMainTest {
    @TempDir Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... args) {
        DesktopMain.Output output =
                new DesktopMain.Output(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        Host host = new Host(environment, home, "Linux", Time.system());
        return DesktopMain.run(args, host, false, output);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutADisplayThereIsOneSentence() {
        assertEquals(69, run(Map.of("DISPLAY", "")));
        assertEquals(
                "pilothouse: There is no display for the desktop. Set DISPLAY or WAYLAND_DISPLAY,"
                        + " or use the terminal: pilothouse\n",
                said());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--colour|The desktop does not know '--colour'",
                "pods|The desktop does not know 'pods'",
                "--context|'--context' needs a value after it.",
                "--screen=logs|There is no screen 'logs'. Use agents",
                "--palette=pink|There is no palette 'pink'. Use auto"
            })
    void aWrongCommandLineSaysWhatToDo(String arg, String sentence) {
        assertEquals(2, run(Map.of("DISPLAY", ":9"), arg));
        assertTrue(said().startsWith("pilothouse: " + sentence), said());
        assertEquals(1, said().lines().count());
    }

    @Test
    void aContextThatIsNotThereFailsBeforeAWindowOpens() {
        assertEquals(1, run(Map.of("DISPLAY", ":9"), "--context", "nowhere"));
        assertTrue(said().contains("There is no context 'nowhere'."), said());
    }

    @Test
    void helpNeedsNoDisplay() {
        assertEquals(0, run(Map.of(), "--help"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("--all-contexts"));
    }

    @Test
    void theOptionsOfTheTerminalMeanTheSame() throws Exception {
        DesktopArguments read =
                DesktopArguments.read(
                        "--kubeconfig=/k",
                        "--context",
                        "a",
                        "--context=b",
                        "--all-contexts",
                        "--screen",
                        "pods",
                        "-n",
                        "kyc",
                        "--palette",
                        "tritanopia");
        assertEquals(
                new DesktopArguments(
                        new ContextChoice(Optional.of("/k"), List.of("a", "b"), true),
                        Optional.of("tritanopia"),
                        Optional.of(new TabMemory(ScreenKind.PODS, "namespace=kyc")),
                        true,
                        "",
                        false),
                read);
        assertThrows(ConsoleException.class, () -> DesktopArguments.read("--screen"));
    }

    @Test
    void aScreenThatIsAskedForComesInFrontOfWhatIsRestored() {
        TabMemory pods = new TabMemory(ScreenKind.PODS, "");
        DeskMemory once = DeskMemory.fresh("auto").withTab(TabMemory.FIRST).withTab(pods);
        assertEquals(List.of(TabMemory.FIRST, pods), once.windows().getFirst().tabs());
        assertEquals(1, once.windows().getFirst().selected());
        DeskMemory again = once.withTab(TabMemory.FIRST);
        assertEquals(2, again.windows().getFirst().tabs().size(), "no second tab of the same");
        assertEquals(0, again.windows().getFirst().selected());
    }
}
