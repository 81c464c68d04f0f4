package dev.pilothouse.connectors.kube;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.text.CleanText;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a credential plugin of the kubeconfig without a shell, with a limit, and with its complaints
 * kept apart from its answer and shown to the user.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">client-go
 *     credential plugins</a>
 */
final class ExecCredential {
    /**
     * A program started from a desktop has a short PATH; cloud plugins usually lie in one of these.
     */
    private static final List<String> MORE_PATHS =
            List.of(
                    "/usr/local/bin",
                    "/opt/homebrew/bin",
                    "/snap/bin",
                    "/usr/lib/google-cloud-sdk/bin");

    private static final Duration GRACE = Duration.ofMillis(500);

    private final Kubeconfig.Entry exec;
    private final Kubeconfig.Entry cluster;
    private final Surroundings surroundings;
    private volatile String said = "";

    /** What a plugin runs in; `limit` is how long it may take. */
    record Surroundings(Map<String, String> environment, Duration limit) {}

    ExecCredential(Kubeconfig.Entry exec, Kubeconfig.Entry cluster, Surroundings surroundings) {
        this.exec = exec;
        this.cluster = cluster;
        this.surroundings = surroundings;
    }

    /** What a plugin answered, keys in PEM; empty means not given. */
    record Identity(String token, String certificate, String key, @Nullable Instant expires) {
        @Override
        public String toString() {
            return "Identity[masked]";
        }
    }

    /** What it wrote to standard error when it last ran, in one line. */
    String said() {
        return said;
    }

    Identity fetch() throws ConsoleException {
        String command = exec.text("command");
        Path program = find(command);
        List<String> line = new ArrayList<>();
        line.add(program.toString());
        exec.list("args").forEach(arg -> line.add(String.valueOf(arg)));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.redirectInput(
                ProcessBuilder.Redirect.from(
                        new File(File.separator.equals("/") ? "/dev/null" : "NUL")));
        builder.environment().clear();
        builder.environment().putAll(surroundings.environment());
        for (Object item : exec.list("env")) {
            if (item instanceof Map<?, ?> pair && pair.get("name") instanceof String name) {
                builder.environment().put(name, String.valueOf(pair.get("value")));
            }
        }
        builder.environment().put("KUBERNETES_EXEC_INFO", ExecInfo.json(exec, cluster));
        return answer(command, run(command, builder));
    }

    private Path find(String command) throws ConsoleException {
        if (command.contains(File.separator)) {
            return exec.folder().resolve(command);
        }
        List<String> folders =
                new ArrayList<>(
                        List.of(
                                surroundings
                                        .environment()
                                        .getOrDefault("PATH", "")
                                        .split(File.pathSeparator)));
        folders.addAll(MORE_PATHS);
        for (String folder : folders) {
            Path candidate = Path.of(folder).resolve(command);
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        String hint = exec.text("installHint").strip();
        throw new ConsoleException(
                "kube.exec",
                "The kubeconfig logs in with '"
                        + command
                        + "', which is not on the PATH. "
                        + (hint.isEmpty()
                                ? "Install it, or start Pilothouse where it can be found."
                                : CleanText.line(hint, CleanText.WORD)));
    }

    private byte[] run(String command, ProcessBuilder builder) throws ConsoleException {
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new ConsoleException(
                    "kube.exec",
                    "'"
                            + command
                            + "' could not be started: "
                            + CleanText.line(String.valueOf(e.getMessage()), 200)
                            + ". Check exec.command in the kubeconfig.");
        }
        Output out = new Output(process.getInputStream());
        Output complaints = new Output(process.getErrorStream());
        try {
            boolean ended = process.waitFor(surroundings.limit().toMillis(), TimeUnit.MILLISECONDS);
            said = complaints.line(ended ? GRACE : Duration.ZERO);
            if (!ended) {
                throw hangs(command);
            }
            byte[] answer = out.bytes(GRACE);
            if (process.exitValue() != 0) {
                throw failed(command);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConsoleException("kube.exec", "'" + command + "' was interrupted.");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private ConsoleException hangs(String command) {
        return new ConsoleException(
                "kube.exec",
                "'"
                        + command
                        + "' did not answer within "
                        + surroundings.limit().toSeconds()
                        + " s; it may be waiting for a login"
                        + (said.isEmpty() ? "" : ", it says: " + said)
                        + ". Run it in a shell, then press L.");
    }

    private ConsoleException failed(String command) {
        return new ConsoleException(
                "kube.exec",
                "'"
                        + command
                        + "' failed"
                        + (said.isEmpty() ? "." : ": " + said + ".")
                        + " Log in with it in a shell, then press L.");
    }

    /** Reads until the end or the bound; what has come may be taken before the end. */
    private static final class Output {
        private static final int BOUND = 1 << 20;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final Thread reader;

        Output(InputStream stream) {
            reader = Thread.ofVirtual().name("exec-plugin").start(() -> drain(stream));
        }

        private void drain(InputStream stream) {
            byte[] buffer = new byte[1 << 13];
            try (stream) {
                for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    synchronized (read) {
                        read.write(buffer, 0, Math.min(n, BOUND - read.size()));
                    }
                }
            } catch (IOException e) {
                // The process has ended.
            }
        }

        /** A helper that the plugin left behind may hold the stream open; it is not waited for. */
        byte[] bytes(Duration grace) throws InterruptedException {
            if (grace.isPositive()) {
                reader.join(grace);
            }
            synchronized (read) {
                return read.toByteArray();
            }
        }

        String line(Duration grace) throws InterruptedException {
            String text = new String(bytes(grace), StandardCharsets.UTF_8).strip();
            return CleanText.line(text, CleanText.WORD);
        }
    }

    private static Identity answer(String command, byte[] json) throws ConsoleException {
        try (JsonParser parser = KubeHttp.JSON.createParser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, Object> status = Json.whole(parser).at("status").fields();
                return new Identity(
                        status.get("token") instanceof String token ? token : "",
                        status.get("clientCertificateData") instanceof String pem ? pem : "",
                        status.get("clientKeyData") instanceof String pem ? pem : "",
                        status.get("expirationTimestamp") instanceof String at
                                ? Instant.parse(at)
                                : null);
            }
        } catch (IOException | java.time.format.DateTimeParseException e) {
            // Fall through: the text is not ours to show, it may hold a credential.
        }
        throw new ConsoleException(
                "kube.exec",
                "'"
                        + command
                        + "' did not answer with an ExecCredential. Run it in a shell to see what"
                        + " it says.");
    }
}
