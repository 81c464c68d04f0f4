package dev.pilothouse.connectors.kube;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small forward proxy on loopback that speaks CONNECT or SOCKS5, with or without a login. */
final class TestProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final String login;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    private TestProxy(String login, boolean socks) throws IOException {
        this.login = login;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (!listener.isClosed()) {
                                try {
                                    Socket client = listener.accept();
                                    Thread.ofVirtual().start(() -> serve(client, socks));
                                } catch (IOException e) {
                                    return;
                                }
                            }
                        });
    }

    static TestProxy http(String login) throws IOException {
        return new TestProxy(login, false);
    }

    static TestProxy socks(String login) throws IOException {
        return new TestProxy(login, true);
    }

    /** A name that only this proxy knows. */
    TestProxy resolving(String name, String address) {
        names.put(name, address);
        return this;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The targets of the connections made, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve(Socket client, boolean socks) {
        try (client) {
            String target = socks ? socksTarget(client) : httpTarget(client);
            if (target.isEmpty()) {
                return;
            }
            asked.add(target);
            int colon = target.lastIndexOf(':');
            String host = target.substring(0, colon);
            try (Socket server =
                    new Socket(
                            names.getOrDefault(host, host),
                            Integer.parseInt(target.substring(colon + 1)))) {
                client.getOutputStream()
                        .write(
                                socks
                                        ? new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0}
                                        : HttpHead.bytes("HTTP/1.1 200 OK\r\nX: y\r\n\r\n"));
                Thread down = Thread.ofVirtual().start(() -> copy(server, client));
                copy(client, server);
                down.join();
            }
        } catch (IOException | InterruptedException e) {
            // The test has ended.
        }
    }

    private String httpTarget(Socket client) throws IOException {
        String head = HttpHead.read(client.getInputStream());
        String wanted =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(login.getBytes(StandardCharsets.UTF_8));
        if (!login.isEmpty() && !wanted.equals(HttpHead.field(head, "Proxy-Authorization"))) {
            client.getOutputStream()
                    .write(
                            HttpHead.bytes(
                                    String.join(
                                            "\r\n",
                                            "HTTP/1.1 407 Proxy Authentication Required",
                                            "Proxy-Authenticate: Basic realm=test",
                                            "Content-Length: 0",
                                            "",
                                            "")));
            return "";
        }
        return head.split(" ", 3)[1];
    }

    private String socksTarget(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        in.readUnsignedByte();
        in.skipNBytes(in.readUnsignedByte());
        out.write(new byte[] {5, (byte) (login.isEmpty() ? 0 : 2)});
        if (!login.isEmpty()) {
            in.readUnsignedByte();
            String user = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
            String word = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
            boolean right = login.equals(user + ":" + word);
            out.write(new byte[] {1, (byte) (right ? 0 : 1)});
            if (!right) {
                return "";
            }
        }
        in.skipNBytes(3);
        String host =
                switch (in.readUnsignedByte()) {
                    case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
                    case 3 ->
                            new String(
                                    in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
                    default -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
                };
        return host + ":" + in.readUnsignedShort();
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One side has gone.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
