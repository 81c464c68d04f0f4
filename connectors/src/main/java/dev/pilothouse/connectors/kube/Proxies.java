package dev.pilothouse.connectors.kube;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The proxy that kubectl would use: the cluster's `proxy-url`, else HTTPS_PROXY or HTTP_PROXY
 * unless NO_PROXY names the host.
 */
final class Proxies extends ProxySelector {
    private final Proxy proxy;
    private final List<String> direct;

    private Proxies(Proxy proxy, List<String> direct) {
        this.proxy = proxy;
        this.direct = direct;
    }

    static ProxySelector of(String proxyUrl, URI server, Map<String, String> environment) {
        if (!proxyUrl.isEmpty()) {
            return new Proxies(proxy(proxyUrl), List.of());
        }
        String name = "https".equals(server.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
        String url =
                environment.getOrDefault(
                        name, environment.getOrDefault(name.toLowerCase(Locale.ROOT), ""));
        String not = environment.getOrDefault("NO_PROXY", environment.getOrDefault("no_proxy", ""));
        return new Proxies(
                url.isEmpty() ? Proxy.NO_PROXY : proxy(url), List.of(not.split("\\s*,\\s*")));
    }

    private static Proxy proxy(String url) {
        try {
            URI uri = URI.create(url.contains("://") ? url : "http://" + url);
            int port = uri.getPort() < 0 ? 80 : uri.getPort();
            return uri.getHost() == null
                    ? Proxy.NO_PROXY
                    : new Proxy(
                            Proxy.Type.HTTP,
                            InetSocketAddress.createUnresolved(uri.getHost(), port));
        } catch (IllegalArgumentException e) {
            return Proxy.NO_PROXY;
        }
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost();
        return List.of(proxy.equals(Proxy.NO_PROXY) || isDirect(host) ? Proxy.NO_PROXY : proxy);
    }

    private boolean isDirect(String host) {
        if (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]")) {
            return true;
        }
        for (String rule : direct) {
            String suffix = rule.startsWith("*.") ? rule.substring(1) : rule;
            boolean named =
                    !suffix.isEmpty()
                            && (host.equals(suffix)
                                    || host.endsWith(
                                            suffix.startsWith(".") ? suffix : "." + suffix));
            if (rule.equals("*") || named || Cidr.contains(rule, host)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The request fails with the same cause and says so itself.
    }
}
