package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.Problem;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes the HTTP client of one context when first asked, and again when what it was made of has
 * changed: certificates on disk are replaced while a console runs, and a plugin may answer with a
 * new one.
 */
final class ClientFactory implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final List<String> FILES =
            List.of("certificate-authority", "client-certificate", "client-key");

    private final Kubeconfig.Context context;
    private final Credentials credentials;
    private final Route route;
    private final URI server;
    private final Time time;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable HttpClient client;
    private @Nullable Tunnel tunnel;
    private List<Object> madeOf = List.of();

    /**
     * @param server what requests are sent to; its host is `tls-server-name` where one is set
     */
    ClientFactory(
            Kubeconfig.Context context,
            Credentials credentials,
            Route route,
            URI server,
            Time time) {
        this.context = context;
        this.credentials = credentials;
        this.route = route;
        this.server = server;
        this.time = time;
    }

    HttpClient client() throws ConsoleException, IOException {
        ExecCredential.Identity identity = credentials.identityOrNull();
        List<Object> now = stamp(identity);
        lock.lock();
        try {
            HttpClient known = client;
            if (known != null && now.equals(madeOf)) {
                return known;
            }
            HttpClient made = make(identity);
            if (known != null) {
                known.shutdown(); // its streams may end by themselves
            }
            client = made;
            madeOf = now;
            return made;
        } finally {
            lock.unlock();
        }
    }

    private List<Object> stamp(ExecCredential.@Nullable Identity identity) {
        List<Object> stamp = new ArrayList<>();
        for (String name : FILES) {
            Path file = (name.startsWith("client") ? context.user() : context.cluster()).path(name);
            stamp.add(file == null ? "" : modified(file));
        }
        stamp.add(identity == null ? "" : identity.certificate());
        return stamp;
    }

    private static Object modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return ""; // reading it will say what is wrong
        }
    }

    private HttpClient make(ExecCredential.@Nullable Identity identity)
            throws ConsoleException, IOException {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECT);
        boolean encrypted = "https".equals(server.getScheme());
        if (encrypted) {
            builder.sslContext(KubeTls.context(context, identity, time.now()));
        } else {
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        Route.Proxy proxy = route.proxy();
        boolean renamed = !server.getHost().equals(uriHost(route.host()));
        if (encrypted && (proxy != null || renamed)) {
            Tunnel used = tunnel == null ? new Tunnel(route) : tunnel;
            tunnel = used;
            return builder.proxy(ProxySelector.of(used.address())).build();
        }
        return builder.proxy(proxy == null ? HttpClient.Builder.NO_PROXY : plain(proxy)).build();
    }

    /** Without TLS the JDK's own proxy support is all there is. */
    private static ProxySelector plain(Route.Proxy proxy) throws ConsoleException {
        if (proxy.scheme() != Route.Scheme.HTTP || !proxy.user().isEmpty()) {
            throw new ConsoleException(
                    "kube.proxy",
                    "A server without TLS (http://) can only be reached through an http proxy"
                            + " without a login. Use the server's https address.");
        }
        return ProxySelector.of(new java.net.InetSocketAddress(proxy.host(), proxy.port()));
    }

    private static String uriHost(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** What the tunnel wants to hear; empty without one. */
    String tunnelAuthorization() {
        lock.lock();
        try {
            return tunnel == null ? "" : tunnel.authorization();
        } finally {
            lock.unlock();
        }
    }

    /** Why the route is broken; null when it is not known to be. */
    @Nullable Problem broken() {
        lock.lock();
        try {
            return tunnel == null ? null : tunnel.failure();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (client != null) {
                client.shutdownNow();
            }
            if (tunnel != null) {
                tunnel.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
