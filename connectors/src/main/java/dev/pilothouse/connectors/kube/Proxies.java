package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that kubectl would use: the cluster's `proxy-url`, which always applies, else
 * HTTPS_PROXY or HTTP_PROXY unless NO_PROXY names the server.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/net/http/httpproxy">the rules of the variables</a>
 */
final class Proxies {
    private Proxies() {}

    /**
     * @throws ConsoleException `kube.proxy` for a proxy that cannot be understood
     */
    static Route route(String proxyUrl, URI server, Map<String, String> environment)
            throws ConsoleException {
        String host = bare(server.getHost());
        int port = Route.port(server);
        if (!proxyUrl.isBlank()) {
            return new Route(host, port, proxy("proxy-url of the kubeconfig", proxyUrl.strip()));
        }
        String name = "https".equals(server.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
        String url = either(environment, name).strip();
        boolean direct =
                url.isEmpty() || NoProxy.covers(either(environment, "NO_PROXY"), host, port);
        return new Route(host, port, direct ? null : proxy(name, url));
    }

    private static String either(Map<String, String> environment, String name) {
        String upper = environment.getOrDefault(name, "");
        return upper.isEmpty()
                ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "")
                : upper;
    }

    /** By hand, as passwords with an `@` are common and no valid URI. */
    private static Route.Proxy proxy(String source, String url) throws ConsoleException {
        int scheme = url.indexOf("://");
        Route.Scheme kind = scheme(source, scheme < 0 ? "http" : url.substring(0, scheme));
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        int slash = rest.indexOf('/', Math.max(0, rest.lastIndexOf('@')));
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        int at = authority.lastIndexOf('@');
        String login = at < 0 ? "" : authority.substring(0, at);
        int colon = login.indexOf(':');
        String user = colon < 0 ? login : login.substring(0, colon);
        URI address = address(authority.substring(at + 1));
        if (address == null || address.getHost() == null) {
            throw new ConsoleException(
                    "kube.proxy",
                    "The proxy in " + source + " has no host; write it as http://host:port.");
        }
        return new Route.Proxy(
                kind,
                bare(address.getHost()),
                address.getPort() < 0 ? kind.defaultPort() : address.getPort(),
                decoded(user),
                colon < 0 ? "" : decoded(login.substring(colon + 1)));
    }

    private static Route.Scheme scheme(String source, String word) throws ConsoleException {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "http" -> Route.Scheme.HTTP;
            case "https" -> Route.Scheme.HTTPS;
            case "socks5", "socks5h" -> Route.Scheme.SOCKS5;
            default ->
                    throw new ConsoleException(
                            "kube.proxy",
                            "The proxy in "
                                    + source
                                    + " is of the kind '"
                                    + word
                                    + "'; use http, https or socks5.");
        };
    }

    private static @Nullable URI address(String authority) {
        try {
            return URI.create("//" + authority);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign that encodes nothing
        }
    }

    /** An IPv6 address without its brackets. */
    private static String bare(@Nullable String host) {
        return host == null
                ? ""
                : host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
