package dev.pilothouse.bench.proc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the test bed's scripts and the JDK's tools.
 *
 * @param folder where commands run
 * @param environment variables beside those of this process
 * @param log file that takes what commands say on their standard error
 */
public record Shell(Path folder, Map<String, String> environment, Path log) {
    /** A shell with one more variable. */
    public Shell with(String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(environment);
        more.put(name, value);
        return new Shell(folder, Map.copyOf(more), log);
    }

    /**
     * Runs a command to its end.
     *
     * @return its standard output without blanks at the ends
     * @throws IOException when it fails or takes too long; the message names the log
     */
    public String run(Duration atMost, String... line) throws IOException, InterruptedException {
        Path output = Files.createTempFile("bench", ".out");
        try {
            Process process = builder(line).redirectOutput(output.toFile()).start();
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
                throw new IOException(said(line, "took longer than " + atMost.toSeconds() + " s"));
            }
            if (process.exitValue() != 0) {
                throw new IOException(said(line, "failed (exit " + process.exitValue() + ")"));
            }
            return Files.readString(output).strip();
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Starts a command that runs beside us; its output goes to the log. */
    public Process start(String... line) throws IOException {
        return builder(line).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    /** Starts a command whose standard output we read. */
    public Process startReading(String... line) throws IOException {
        return builder(line).start();
    }

    /** Ends a process and all that it has started. */
    public static void end(Process process) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            children.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private ProcessBuilder builder(String... line) {
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder;
    }

    private String said(String[] line, String how) {
        return String.join(" ", line) + " " + how + "; see " + log;
    }
}
