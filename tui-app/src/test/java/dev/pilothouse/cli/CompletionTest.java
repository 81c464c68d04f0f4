package dev.pilothouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Completion as the shells do it; a shell that is not installed is passed over, bash never. */
@Timeout(60)
class CompletionTest {
    private static final Map<List<String>, List<String>> CASES =
            Map.of(
                    List.of("ge"), List.of("get"),
                    List.of("get", "p"), List.of("pods"),
                    List.of("--context", "get", "log"), List.of("logs"),
                    List.of("--palette", "high"), List.of("high-contrast"),
                    List.of("get", "pods", "-o", "js"), List.of("json"),
                    List.of("explain", "x", "-o", "te"), List.of("text"),
                    List.of("completion", "z"), List.of("zsh"),
                    List.of("get", "--fi"), List.of("--filter"));

    @TempDir Path home;

    private Path script(String shell) throws Exception {
        Shell run = new Shell(home);
        assertEquals(0, run.run("completion", shell));
        return Files.writeString(home.resolve("completion." + shell), run.data());
    }

    private List<String> run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), text);
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static boolean installed(String shell) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
    }

    @Test
    void bash() throws Exception {
        assumeTrue(installed("bash"));
        Path script = script("bash");
        for (Map.Entry<List<String>, List<String>> one : CASES.entrySet()) {
            String words = String.join(" ", one.getKey());
            String ask =
                    "source "
                            + script
                            + "; COMP_WORDS=(pilothouse "
                            + words
                            + "); COMP_CWORD="
                            + one.getKey().size()
                            + "; _pilothouse; printf '%s\\n' \"${COMPREPLY[@]}\"";
            assertEquals(one.getValue(), run("bash", "--norc", "-c", ask), words);
        }
    }

    /** zsh completes only where someone types, so what it hands to its widgets is looked at. */
    @Test
    void zsh() throws Exception {
        assumeTrue(installed("zsh"));
        Path script = script("zsh");
        for (Map.Entry<List<String>, List<String>> one : CASES.entrySet()) {
            String words = String.join(" ", one.getKey());
            String ask =
                    "compdef() { :; }; compadd() { shift; print -l -- $@; };"
                            + " _describe() { print -l -- ${(P)2%%:*}; }; source "
                            + script
                            + "; words=(pilothouse "
                            + words
                            + "); CURRENT=${#words}; _pilothouse";
            List<String> offered = run("zsh", "-f", "-c", ask);
            assertTrue(offered.containsAll(one.getValue()), words + ": " + offered);
        }
    }

    @Test
    void fish() throws Exception {
        assumeTrue(installed("fish"));
        Path script = script("fish");
        for (Map.Entry<List<String>, List<String>> one : CASES.entrySet()) {
            String words = String.join(" ", one.getKey());
            List<String> offered =
                    run(
                            "fish",
                            "--no-config",
                            "-c",
                            "source " + script + "; complete -C 'pilothouse " + words + "'");
            assertTrue(offered.containsAll(one.getValue()), words + ": " + offered);
        }
    }

    /** Each line of the script is one `complete` with quotes that close, fish or no fish. */
    @Test
    void theFishScriptIsMadeOfCompleteLines() throws Exception {
        List<String> lines =
                Files.readAllLines(script("fish")).stream()
                        .dropWhile(line -> !line.equals("complete -c pilothouse -f"))
                        .toList();
        assertTrue(lines.size() > 40);
        for (String line : lines) {
            assertTrue(line.startsWith("complete -c pilothouse -"), line);
            assertEquals(0, line.chars().filter(c -> c == '\'').count() % 2, line);
        }
    }
}
