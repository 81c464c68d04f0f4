package dev.pilothouse.connectors.kube;

import dev.pilothouse.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries the bytes of the JDK's HTTP client over routes which that client does not know: SOCKS5,
 * proxies behind TLS or with a password (it refuses to send one through a tunnel), and servers
 * whose certificate bears another name than their address. The client takes this for an HTTP proxy
 * on loopback; TLS runs from the client to the API server, so nothing here can read it. Only who
 * knows the secret is let through, and only to the one server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#CONNECT">CONNECT</a>
 */
final class Tunnel implements AutoCloseable {
    private static final int BACKLOG = 64;
    private static final int BUFFER = 1 << 15;

    private final Dialer dialer;
    private final ServerSocket listener;
    private final String secret;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Problem failure;

    Tunnel(Route route) throws IOException {
        dialer = new Dialer(route);
        listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        secret = "Bearer " + Base64.getUrlEncoder().encodeToString(random);
        Thread.ofVirtual().name("kube-tunnel").start(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** The value of Proxy-Authorization that this tunnel asks for. */
    String authorization() {
        return secret;
    }

    /** Why the last connection could not be made; null when it could. */
    @Nullable Problem failure() {
        return failure;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().name("kube-tunnel-up").start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            String head = HttpHead.read(in);
            if (!head.startsWith("CONNECT ")
                    || !secret.equals(HttpHead.field(head, "Proxy-Authorization"))) {
                answer(client, "403 Forbidden");
                return;
            }
            try (Socket server = dialer.dial()) {
                failure = null;
                open.add(server);
                answer(client, "200 Connection established");
                Thread down =
                        Thread.ofVirtual()
                                .name("kube-tunnel-down")
                                .start(() -> pump(server, client));
                pump(client, server);
                down.join();
            } finally {
                open.removeIf(Socket::isClosed);
            }
        } catch (RouteException e) {
            failure = e.problem();
            refuse(client);
        } catch (IOException e) {
            refuse(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void refuse(Socket client) {
        try (client) {
            answer(client, "502 Bad Gateway");
        } catch (IOException e) {
            // The client has gone; it learns no less.
        }
    }

    /** One end's silence is passed on; an end that broke takes the other with it. */
    private static void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was dead already.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            // It was closed already.
        }
        open.forEach(Tunnel::closeQuietly);
    }
}
