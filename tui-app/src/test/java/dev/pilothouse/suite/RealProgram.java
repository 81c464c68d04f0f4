package dev.pilothouse.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.bench.terminal.Launch;
import dev.pilothouse.bench.terminal.NotSeen;
import dev.pilothouse.bench.terminal.Screen;
import dev.pilothouse.bench.terminal.Seen;
import dev.pilothouse.bench.terminal.TerminalProgram;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The program as its users start it: a process of its own with a home of its own, in a terminal or
 * with its output in a pipe.
 */
final class RealProgram {
    private static final Duration LIMIT = Duration.ofSeconds(100);

    private final Path home;

    RealProgram(Path home) {
        this.home = home;
    }

    /** What a command left. */
    record Spoken(int code, String out, String err) {}

    /** The terminal on a kubeconfig, at 120x40. */
    TerminalProgram terminal(Path kubeconfig, String... more) throws IOException {
        List<String> line = line("--kubeconfig", kubeconfig.toString());
        line.addAll(List.of(more));
        return TerminalProgram.start(new Launch(line, environment(), home, 120, 40), Time.system());
    }

    /** A command to its end. */
    Spoken command(String... arguments) throws Exception {
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(line(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(90, TimeUnit.SECONDS), () -> List.of(arguments) + " hangs");
        } finally {
            process.destroyForcibly();
        }
        return new Spoken(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static List<String> line(String... arguments) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx400m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Duser.home=/nonexistent",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.pilothouse.cli.Pilothouse"));
        line.addAll(List.of(arguments));
        return line;
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>();
        all.put("PATH", "/usr/bin:/bin");
        all.put("LANG", "C.UTF-8");
        for (String kind : new String[] {"CONFIG", "STATE", "DATA", "CACHE"}) {
            all.put("XDG_" + kind + "_HOME", home.resolve(kind).toString());
        }
        return all;
    }

    /** Waits until one line of the screen has all of these words. */
    static Seen line(TerminalProgram program, String... words)
            throws NotSeen, InterruptedException {
        return program.await("a line with " + List.of(words), LIMIT, has(words));
    }

    static Predicate<Screen> has(String... words) {
        return screen ->
                screen.text()
                        .lines()
                        .anyMatch(line -> List.of(words).stream().allMatch(line::contains));
    }
}
