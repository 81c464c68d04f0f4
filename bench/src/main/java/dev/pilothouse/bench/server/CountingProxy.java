package dev.pilothouse.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passes connections on to another port of this machine and counts what crosses it: the bytes that
 * a network would carry, TLS and all.
 */
public final class CountingProxy implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ServerSocket listener;
    private final int target;
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private CountingProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    public static CountingProxy start(int target) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        CountingProxy proxy = new CountingProxy(listener, target);
        Thread.ofVirtual().name("proxy").start(proxy::accept);
        return proxy;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Bytes in both directions so far. */
    public long bytes() {
        return up.get() + down.get();
    }

    public long connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                connections.incrementAndGet();
                pass(client, server, up);
                pass(server, client, down);
            } catch (IOException e) {
                // closed, or the server is away: the client sees its connection end
            }
        }
    }

    private void pass(Socket from, Socket to, AtomicLong counter) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (from;
                                    to;
                                    InputStream in = from.getInputStream();
                                    OutputStream out = to.getOutputStream()) {
                                byte[] buffer = new byte[BUFFER];
                                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                                    counter.addAndGet(n);
                                    out.write(buffer, 0, n);
                                }
                            } catch (IOException e) {
                                // one side hung up
                            }
                        });
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
