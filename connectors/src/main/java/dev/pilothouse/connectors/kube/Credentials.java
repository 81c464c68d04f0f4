package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who we are on one cluster. Asks a plugin once per lifetime of its answer, one caller at a time,
 * so that ten watches that are refused at once start one login and not ten.
 */
final class Credentials {
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final Kubeconfig.Entry user;
    private final Time time;
    private final @Nullable ExecCredential plugin;
    private final ReentrantLock lock = new ReentrantLock();
    private ExecCredential.@Nullable Identity identity;

    Credentials(Kubeconfig.Entry user, Map<String, String> environment, Time time, Duration limit) {
        this.user = user;
        this.time = time;
        plugin = user.has("exec") ? new ExecCredential(user.at("exec"), environment, limit) : null;
    }

    /** The value of the Authorization header; empty when the client certificate is all there is. */
    String authorization() throws ConsoleException {
        if (plugin != null) {
            String token = identity().token();
            return token.isEmpty() ? "" : "Bearer " + token;
        }
        String token = token();
        if (!token.isEmpty()) {
            return "Bearer " + token;
        }
        String name = user.text("username");
        if (name.isEmpty()) {
            return "";
        }
        String pair = name + ":" + user.text("password");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** A token file is read each time: kubelets and clouds replace its content. */
    private String token() throws ConsoleException {
        Path file = user.path("tokenFile");
        if (file == null) {
            return user.text("token");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConsoleException(
                    "kube.config",
                    "tokenFile names "
                            + file
                            + ", which cannot be read. Correct the path in the kubeconfig.");
        }
    }

    ExecCredential.@Nullable Identity identityOrNull() throws ConsoleException {
        return plugin == null ? null : identity();
    }

    private ExecCredential.Identity identity() throws ConsoleException {
        lock.lock();
        try {
            ExecCredential.Identity known = identity;
            if (known != null && !expired(known)) {
                return known;
            }
            ExecCredential.Identity fresh = java.util.Objects.requireNonNull(plugin).fetch();
            identity = fresh;
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    private boolean expired(ExecCredential.Identity known) {
        Instant expires = known.expires();
        return expires != null && expires.minus(EARLY).isBefore(time.now());
    }

    /**
     * The server refused us: the next request asks the plugin anew. Returns whether that can help.
     */
    boolean forget() {
        lock.lock();
        try {
            identity = null;
            return plugin != null || user.has("tokenFile");
        } finally {
            lock.unlock();
        }
    }
}
