package dev.pilothouse.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the face in a process on a pseudo terminal, ends it in every way, and looks at what it left:
 * modes taken back, then the ordinary screen, then anything printed, and the line discipline as
 * before.
 */
class RestoreTest {
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @ParameterizedTest
    @CsvSource({"quit,0", "exit,7", "throw,1", "term,143", "hup,129"})
    void theTerminalIsGivenBack(String how, int code) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(SCRIPT), "script (util-linux) is not here to make a terminal");
        String shown = run(how);
        List<String> lines = shown.lines().toList();
        assertEquals(lines.getFirst(), lines.getLast(), "the line discipline has changed");
        assertTrue(shown.contains("code " + code), shown);
        int screen = shown.lastIndexOf("\u001b[?1049l");
        assertTrue(screen > 0, shown);
        assertBefore(shown, "\u001b[?2004l", screen);
        assertBefore(shown, "\u001b[?1000l", screen);
        assertBefore(shown, "\u001b[?1006l", screen);
        assertBefore(shown, "\u001b[?25h", screen);
        assertTrue(shown.lastIndexOf("AGENTS") < screen, "painted after it was given back");
        assertEquals(-1, shown.indexOf('\u001b', screen + 1), "escapes after it was given back");
    }

    private static void assertBefore(String shown, String sequence, int end) {
        int at = shown.indexOf(sequence);
        assertTrue(at > 0 && at < end, () -> "missing " + sequence.substring(1) + " in\n" + shown);
    }

    private static String run(String how) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("restore");
        Path output = folder.resolve("output");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String main =
                java
                        + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '"
                        + System.getProperty("java.class.path")
                        + "' dev.pilothouse.tui.DemoTerminal "
                        + how;
        String commands = "stty -g; " + main + "; echo code $?; stty -g";
        Process process =
                new ProcessBuilder(SCRIPT.toString(), "-qec", commands, "/dev/null")
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "still running");
        String shown = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        Files.delete(folder);
        return shown;
    }
}
