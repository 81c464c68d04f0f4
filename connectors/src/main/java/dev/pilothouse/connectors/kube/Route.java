package dev.pilothouse.connectors.kube;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes reach an API server.
 *
 * @param host where the connection ends; with `tls-server-name` not the name in the certificate
 * @param proxy null for a direct connection
 */
record Route(String host, int port, @Nullable Proxy proxy) {

    /** What a proxy speaks to us. */
    enum Scheme {
        HTTP(80),
        HTTPS(443),
        SOCKS5(1080);

        private final int defaultPort;

        Scheme(int defaultPort) {
            this.defaultPort = defaultPort;
        }

        int defaultPort() {
            return defaultPort;
        }
    }

    /** A proxy; user and password are empty when it wants none. */
    record Proxy(Scheme scheme, String host, int port, String user, String password) {
        /** The proxy without its password, for messages. */
        String address() {
            return scheme.name().toLowerCase(java.util.Locale.ROOT) + "://" + host + ":" + port;
        }

        @Override
        public String toString() {
            return address();
        }
    }

    static int port(URI server) {
        return server.getPort() >= 0
                ? server.getPort()
                : "https".equals(server.getScheme()) ? 443 : 80;
    }
}
