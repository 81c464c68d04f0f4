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
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who we are on one cluster. Asks a plugin once per lifetime of its answer, one caller at a time,
 * so that ten watches that are refused at once start one login and not ten. A plugin that failed is
 * left alone for a while, since it may open a browser each time; the user's own retry asks at once.
 */
final class Credentials {
    private static final Duration EARLY = Duration.ofSeconds(60);

    /** How long a plugin's failure, or an answer that the server refused, stands. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Kubeconfig.Entry user;
    private final String userName;
    private final Time time;
    private final @Nullable ExecCredential plugin;
    private final ReentrantLock lock = new ReentrantLock();
    private ExecCredential.@Nullable Identity identity;
    private @Nullable ConsoleException failure;
    private Instant asked = Instant.MIN;
    private @Nullable String refused;

    Credentials(Kubeconfig.Context context, ExecCredential.Surroundings surroundings, Time time) {
        user = context.user();
        userName = context.userName();
        this.time = time;
        plugin =
                user.at("exec").fields().isEmpty()
                        ? null
                        : new ExecCredential(user.at("exec"), context.cluster(), surroundings);
    }

    /** The value of the Authorization header; empty when the client certificate is all there is. */
    String authorization() throws ConsoleException {
        if (plugin != null) {
            return header(identity());
        }
        String token = token();
        if (!token.isEmpty()) {
            return "Bearer " + token;
        }
        String name = user.text("username");
        if (!name.isEmpty()) {
            String pair = name + ":" + user.text("password");
            return "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        return user.has("auth-provider") ? LegacyLogin.authorization(user, userName, time) : "";
    }

    /** A token file is read each time: kubelets and clouds replace its content. */
    private String token() throws ConsoleException {
        Path file = user.path("tokenFile");
        if (file == null) {
            return user.text("token").strip();
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
            boolean young = time.now().isBefore(asked.plus(PATIENCE));
            if (known != null && !expired(known) && (young || !header(known).equals(refused))) {
                return known;
            }
            ConsoleException failed = failure;
            if (failed != null && young) {
                throw new ConsoleException(failed.problem(), failed);
            }
            return ask();
        } finally {
            lock.unlock();
        }
    }

    private ExecCredential.Identity ask() throws ConsoleException {
        try {
            ExecCredential.Identity fresh = Objects.requireNonNull(plugin).fetch();
            identity = fresh;
            failure = null;
            refused = null;
            return fresh;
        } catch (ConsoleException e) {
            failure = e;
            throw e;
        } finally {
            asked = time.now();
        }
    }

    private static String header(ExecCredential.Identity identity) {
        return identity.token().isEmpty() ? "" : "Bearer " + identity.token();
    }

    private boolean expired(ExecCredential.Identity known) {
        Instant expires = known.expires();
        return expires != null && expires.minus(EARLY).isBefore(time.now());
    }

    /** The server refused this Authorization; it is not sent again before it can be another. */
    void refused(String authorization) {
        lock.lock();
        try {
            refused = authorization;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is something that the server has not refused yet. Asks no server. */
    boolean renewed() {
        try {
            String now = authorization();
            lock.lock();
            try {
                return !now.equals(refused);
            } finally {
                lock.unlock();
            }
        } catch (ConsoleException e) {
            return false;
        }
    }

    /** The user wants to log in again: what is remembered is forgotten. */
    void login() {
        lock.lock();
        try {
            identity = null;
            failure = null;
            refused = null;
        } finally {
            lock.unlock();
        }
    }

    /** What the plugin said beside its answer when it was last asked; empty for nothing. */
    String pluginSaid() {
        return plugin == null ? "" : plugin.said();
    }

    /** Whether logging in again can give anything else than before. */
    boolean canLogin() {
        return plugin != null;
    }
}
