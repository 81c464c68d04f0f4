package dev.pilothouse.cli;

import dev.pilothouse.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs command lines and keeps what they print. */
final class Shell {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path home;
    private final Map<String, String> environment = new HashMap<>(Map.of("TERM", "xterm"));

    Shell(Path home) {
        this.home = home;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    int run(String... args) {
        return run(new PrintStream(out, true, StandardCharsets.UTF_8), args);
    }

    int run(PrintStream data, String... args) {
        out.reset();
        err.reset();
        PrintStream words = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Pilothouse.run(
                args, new Pilothouse.Surroundings(data, words, environment, home, Time.system()));
    }

    /** What went to standard output. */
    String data() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What went to standard error. */
    String words() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
