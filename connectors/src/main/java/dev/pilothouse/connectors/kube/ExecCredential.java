package dev.pilothouse.connectors.kube;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.text.CleanText;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private final Kubeconfig.Entry exec;
    private final Map<String, String> environment;
    private final Duration limit;

    ExecCredential(Kubeconfig.Entry exec, Map<String, String> environment, Duration limit) {
        this.exec = exec;
        this.environment = environment;
        this.limit = limit;
    }

    /** What a plugin answered, keys in PEM; empty means not given. */
    record Identity(String token, String certificate, String key, @Nullable Instant expires) {
        @Override
        public String toString() {
            return "Identity[masked]";
        }
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
        for (Object item : exec.list("env")) {
            if (item instanceof Map<?, ?> pair && pair.get("name") instanceof String name) {
                builder.environment().put(name, String.valueOf(pair.get("value")));
            }
        }
        String version = exec.text("apiVersion");
        builder.environment()
                .put(
                        "KUBERNETES_EXEC_INFO",
                        "{\"apiVersion\":\""
                                + version
                                + "\",\"kind\":\"ExecCredential\",\"spec\":{\"interactive\":false}}");
        return answer(command, run(command, builder));
    }

    private Path find(String command) throws ConsoleException {
        if (command.contains(File.separator)) {
            return exec.folder().resolve(command);
        }
        List<String> folders =
                new ArrayList<>(
                        List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)));
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
                    "kube.exec", "'" + command + "' could not be started: " + e.getMessage() + ".");
        }
        CompletableFuture<byte[]> out = reading(process.getInputStream());
        CompletableFuture<byte[]> complaints = reading(process.getErrorStream());
        try {
            byte[] answer = out.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(1, TimeUnit.SECONDS) || process.exitValue() != 0) {
                String said =
                        CleanText.line(
                                new String(
                                                complaints.get(1, TimeUnit.SECONDS),
                                                StandardCharsets.UTF_8)
                                        .strip(),
                                CleanText.WORD);
                throw new ConsoleException(
                        "kube.exec",
                        "'"
                                + command
                                + "' failed"
                                + (said.isEmpty() ? "." : ": " + said)
                                + " Log in with it in a shell, then press r.");
            }
            return answer;
        } catch (TimeoutException | ExecutionException e) {
            throw new ConsoleException(
                    "kube.exec",
                    "'"
                            + command
                            + "' did not answer within "
                            + limit.toSeconds()
                            + " s; it may be waiting for a login. Run it in a shell, then press"
                            + " r.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConsoleException("kube.exec", "'" + command + "' was interrupted.");
        } finally {
            process.destroyForcibly();
        }
    }

    private static CompletableFuture<byte[]> reading(InputStream stream) {
        CompletableFuture<byte[]> result = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("exec-plugin")
                .start(
                        () -> {
                            try (stream) {
                                result.complete(stream.readNBytes(1 << 20));
                            } catch (IOException e) {
                                result.complete(new byte[0]);
                            }
                        });
        return result;
    }

    private static Identity answer(String command, byte[] json) throws ConsoleException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
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
