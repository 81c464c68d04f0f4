package dev.pilothouse.connectors.kube;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Asks a SOCKS5 proxy for a connection. Names are resolved by the proxy, as clusters behind one
 * often have names that only it knows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1928">RFC 1928</a> and <a
 *     href="https://www.rfc-editor.org/rfc/rfc1929">RFC 1929</a> for the login
 */
final class Socks5 {
    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int PASSWORD = 2;

    private Socks5() {}

    static void open(Socket socket, Route.Proxy proxy, String host, int port) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        boolean login = !proxy.user().isEmpty();
        out.write(
                login
                        ? new byte[] {VERSION, 2, NO_LOGIN, PASSWORD}
                        : new byte[] {VERSION, 1, NO_LOGIN});
        if (in.readUnsignedByte() != VERSION) {
            throw refused(proxy, "does not speak SOCKS5. Correct proxy-url or HTTPS_PROXY.");
        }
        int method = in.readUnsignedByte();
        if (method == PASSWORD && login) {
            login(in, out, proxy);
        } else if (method != NO_LOGIN) {
            throw refused(proxy, "wants a login. Add user:password@ to proxy-url or HTTPS_PROXY.");
        }
        request(out, host, port);
        in.readUnsignedByte();
        int reply = in.readUnsignedByte();
        if (reply != 0) {
            throw refused(proxy, "did not connect to " + host + ": " + words(reply) + ".");
        }
        in.readUnsignedByte();
        int kind = in.readUnsignedByte();
        in.skipNBytes((kind == 1 ? 4 : kind == 4 ? 16 : in.readUnsignedByte()) + 2L);
    }

    private static void login(DataInputStream in, OutputStream out, Route.Proxy proxy)
            throws IOException {
        byte[] user = part(proxy.user());
        byte[] password = part(proxy.password());
        byte[] message = new byte[3 + user.length + password.length];
        message[0] = 1;
        message[1] = (byte) user.length;
        System.arraycopy(user, 0, message, 2, user.length);
        message[2 + user.length] = (byte) password.length;
        System.arraycopy(password, 0, message, 3 + user.length, password.length);
        out.write(message);
        in.readUnsignedByte();
        if (in.readUnsignedByte() != 0) {
            throw refused(
                    proxy,
                    "does not accept our login. Correct user and password in proxy-url or"
                            + " HTTPS_PROXY.");
        }
    }

    private static byte[] part(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length > 255 ? Arrays.copyOf(bytes, 255) : bytes;
    }

    private static void request(OutputStream out, String host, int port) throws IOException {
        byte[] address = literal(host);
        byte[] target = address.length == 0 ? part(host) : address;
        int head = address.length == 0 ? 5 : 4;
        byte[] message = new byte[head + target.length + 2];
        message[0] = VERSION;
        message[1] = 1; // CONNECT
        message[3] = (byte) (address.length == 4 ? 1 : address.length == 16 ? 4 : 3);
        if (address.length == 0) {
            message[4] = (byte) target.length;
        }
        System.arraycopy(target, 0, message, head, target.length);
        message[head + target.length] = (byte) (port >> 8);
        message[head + target.length + 1] = (byte) port;
        out.write(message);
    }

    private static byte[] literal(String host) {
        try {
            return InetAddress.ofLiteral(host).getAddress();
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String words(int reply) {
        return switch (reply) {
            case 2 -> "its rules forbid it";
            case 3 -> "the network is unreachable";
            case 4 -> "the host is unreachable";
            case 5 -> "the connection is refused";
            case 6 -> "it took too long";
            default -> "failure " + reply;
        };
    }

    private static RouteException refused(Route.Proxy proxy, String what) {
        return new RouteException("kube.proxy", "The proxy " + proxy.address() + " " + what);
    }
}
