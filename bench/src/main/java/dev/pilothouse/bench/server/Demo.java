package dev.pilothouse.bench.server;

import dev.pilothouse.bench.proc.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The simulated platform in a process of its own, for sizes that the test bed has no room for. */
public final class Demo {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final Path kubeconfig;

    private Demo(Process process, Path kubeconfig) {
        this.process = process;
        this.kubeconfig = kubeconfig;
    }

    /**
     * Starts it and waits until it serves.
     *
     * @param jars folder with the program's jars
     * @param pods about how many
     * @param changes status changes a second
     */
    public static Demo start(Shell shell, Path jars, int pods, int changes)
            throws IOException, InterruptedException {
        Process process =
                shell.startReading(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx4g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        jars.resolve("*").toString(),
                        "dev.pilothouse.cli.Pilothouse",
                        "demo",
                        "--serve",
                        "--pods",
                        Integer.toString(pods),
                        "--changes",
                        Integer.toString(changes));
        BufferedReader out = process.inputReader();
        String line = firstLine(process, out);
        if (line == null) {
            Shell.end(process);
            throw new IOException("the simulated platform did not start; see " + shell.log());
        }
        return new Demo(process, Path.of(line));
    }

    private static @Nullable String firstLine(Process process, BufferedReader out)
            throws InterruptedException {
        CompletableFuture<String> line = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                line.complete(out.readLine());
                            } catch (IOException e) {
                                line.completeExceptionally(e);
                            }
                        });
        try {
            return line.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            Shell.end(process);
            return null;
        }
    }

    public Path kubeconfig() {
        return kubeconfig;
    }

    /** Ends it. */
    public void stop() throws InterruptedException {
        Shell.end(process);
    }
}
