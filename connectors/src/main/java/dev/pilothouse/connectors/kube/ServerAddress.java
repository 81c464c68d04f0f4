package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import java.net.URI;

/** The `server` of a context, checked, and the name that its certificate must bear. */
record ServerAddress(URI server, URI requests) {

    static ServerAddress of(Kubeconfig.Context context) throws ConsoleException {
        URI server = parse(context);
        String name = context.cluster().text("tls-server-name").strip();
        if (name.isEmpty() || !"https".equals(server.getScheme())) {
            return new ServerAddress(server, server);
        }
        URI requests = URI.create("https://invalid");
        try {
            requests =
                    URI.create(
                            "https://"
                                    + name
                                    + ":"
                                    + Route.port(server)
                                    + text(server.getRawPath()));
        } catch (IllegalArgumentException e) {
            // Said below, like a name that parses to no host.
        }
        if (!name.equals(requests.getHost())) {
            throw new ConsoleException(
                    "kube.config",
                    "tls-server-name of context '"
                            + context.name()
                            + "' is not a host name. Correct it in the kubeconfig.");
        }
        return new ServerAddress(server, requests);
    }

    private static String text(@org.jspecify.annotations.Nullable String path) {
        return path == null ? "" : path;
    }

    private static URI parse(Kubeconfig.Context context) throws ConsoleException {
        String address = context.cluster().text("server").strip();
        URI server;
        try {
            server =
                    URI.create(
                            address.endsWith("/")
                                    ? address.substring(0, address.length() - 1)
                                    : address);
        } catch (IllegalArgumentException e) {
            throw new ConsoleException(
                    "kube.config",
                    "The server of context '"
                            + context.name()
                            + "' is not an address. Correct it in the kubeconfig.");
        }
        boolean web = "https".equals(server.getScheme()) || "http".equals(server.getScheme());
        if (server.getHost() == null || !web) {
            throw new ConsoleException(
                    "kube.config",
                    "The server of context '"
                            + context.name()
                            + "' needs a scheme and a host, such as https://10.0.0.1:6443.");
        }
        return new ServerAddress(server, server).server();
    }

    /** Scheme, host and port, without path or credentials. */
    String words() {
        return server.getScheme()
                + "://"
                + server.getHost()
                + (server.getPort() < 0 ? "" : ":" + server.getPort());
    }
}
