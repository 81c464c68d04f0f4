package dev.pilothouse.connectors.kube;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens a connection to the API server over its route. */
final class Dialer {
    private static final int LIMIT = 10_000;

    private final Route route;

    Dialer(Route route) {
        this.route = route;
    }

    Socket dial() throws IOException {
        Route.Proxy proxy = route.proxy();
        if (proxy == null) {
            return connect(route.host(), route.port(), route.host() + ":" + route.port());
        }
        Socket socket = connect(proxy.host(), proxy.port(), "The proxy " + proxy.address());
        try {
            socket.setSoTimeout(LIMIT);
            Socket ready =
                    switch (proxy.scheme()) {
                        case HTTP -> through(socket, proxy);
                        case HTTPS -> through(encrypted(socket, proxy), proxy);
                        case SOCKS5 -> {
                            Socks5.open(socket, proxy, route.host(), route.port());
                            yield socket;
                        }
                    };
            ready.setSoTimeout(0);
            return ready;
        } catch (RouteException e) {
            socket.close();
            throw e;
        } catch (IOException e) {
            socket.close();
            throw new RouteException(
                    "kube.proxy",
                    "The proxy "
                            + proxy.address()
                            + " did not make the connection to "
                            + route.host()
                            + ". Check proxy-url or HTTPS_PROXY; trying again by itself.");
        }
    }

    private static Socket connect(String host, int port, String who) throws IOException {
        Socket socket = new Socket();
        try {
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new RouteException(
                        "kube.network",
                        who + " cannot be resolved. Check the network, VPN or DNS.");
            }
            socket.setTcpNoDelay(true);
            socket.connect(address, LIMIT);
            return socket;
        } catch (RouteException e) {
            socket.close();
            throw e;
        } catch (IOException e) {
            socket.close();
            throw new RouteException(
                    "kube.network",
                    who + " cannot be reached. Check the network or VPN; trying again by itself.");
        }
    }

    private static Socket encrypted(Socket plain, Route.Proxy proxy) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket =
                (SSLSocket) factory.createSocket(plain, proxy.host(), proxy.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private Socket through(Socket socket, Route.Proxy proxy) throws IOException {
        String host = route.host().contains(":") ? "[" + route.host() + "]" : route.host();
        String authority = host + ":" + route.port();
        StringBuilder request =
                new StringBuilder(
                        "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n");
        if (!proxy.user().isEmpty()) {
            String login = proxy.user() + ":" + proxy.password();
            request.append("Proxy-Authorization: Basic ")
                    .append(
                            Base64.getEncoder()
                                    .encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                    .append("\r\n");
        }
        OutputStream out = socket.getOutputStream();
        out.write(HttpHead.bytes(request.append("\r\n").toString()));
        out.flush();
        InputStream in = socket.getInputStream();
        int status = HttpHead.status(HttpHead.read(in));
        if (status / 100 == 2) {
            return socket;
        }
        throw new RouteException(
                "kube.proxy",
                "The proxy "
                        + proxy.address()
                        + (status == 407
                                ? " does not accept our login (407). Correct user and password in"
                                        + " proxy-url or HTTPS_PROXY."
                                : " refuses to connect to "
                                        + authority
                                        + " ("
                                        + status
                                        + "). Ask who runs it, or correct proxy-url."));
    }
}
