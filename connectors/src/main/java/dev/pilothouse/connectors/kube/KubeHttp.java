package dev.pilothouse.connectors.kube;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.text.CleanText;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one API server. Connects when first asked; counts requests and bytes as they are on
 * the wire.
 */
final class KubeHttp implements AutoCloseable {
    static final JsonFactory JSON = new JsonFactory();
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Kubeconfig.Context context;
    private final Credentials credentials;
    private final Map<String, String> environment;
    private final URI server;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable HttpClient client;

    KubeHttp(Kubeconfig.Context context, Credentials credentials, Map<String, String> environment)
            throws ConsoleException {
        this.context = context;
        this.credentials = credentials;
        this.environment = environment;
        String address = context.cluster().text("server");
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
        if (server.getHost() == null || server.getScheme() == null) {
            throw new ConsoleException(
                    "kube.config",
                    "The server of context '"
                            + context.name()
                            + "' needs a scheme and a host, such as https://10.0.0.1:6443.");
        }
    }

    /** The address without credentials. */
    String address() {
        return server.getScheme()
                + "://"
                + server.getHost()
                + (server.getPort() < 0 ? "" : ":" + server.getPort());
    }

    long requests() {
        return requests.get();
    }

    long bytes() {
        return bytes.get();
    }

    private HttpClient client() throws ConsoleException {
        lock.lock();
        try {
            HttpClient known = client;
            if (known != null) {
                return known;
            }
            HttpClient.Builder builder =
                    HttpClient.newBuilder()
                            .connectTimeout(CONNECT)
                            .proxy(
                                    Proxies.of(
                                            context.cluster().text("proxy-url"),
                                            server,
                                            environment));
            if ("https".equals(server.getScheme())) {
                builder.sslContext(KubeTls.context(context, credentials.identityOrNull()));
            } else {
                builder.version(HttpClient.Version.HTTP_1_1);
            }
            HttpClient made = builder.build();
            client = made;
            return made;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends a GET and returns the body of a 2xx answer as it arrives.
     *
     * @param headers limit for the answer's head; the body may take longer
     * @throws KubeException for any other answer
     */
    InputStream get(String path, Duration headers)
            throws IOException, ConsoleException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    /** Sends a JSON body; used for reviews, which ask and change nothing. */
    InputStream post(String path, String json, Duration headers)
            throws IOException, ConsoleException, InterruptedException {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                path,
                headers);
    }

    private InputStream send(HttpRequest.Builder request, String path, Duration headers)
            throws IOException, ConsoleException, InterruptedException {
        HttpResponse<InputStream> answer = once(request, path, headers);
        if (answer.statusCode() == 401 && credentials.forget()) {
            answer.body().close();
            answer = once(request, path, headers);
        }
        InputStream counted = new Counted(answer.body());
        boolean zipped =
                answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        InputStream body = zipped ? new GZIPInputStream(counted, 1 << 16) : counted;
        if (answer.statusCode() / 100 != 2) {
            throw refused(answer, body);
        }
        return body;
    }

    private HttpResponse<InputStream> once(
            HttpRequest.Builder request, String path, Duration headers)
            throws IOException, ConsoleException, InterruptedException {
        requests.incrementAndGet();
        request.uri(URI.create(server + path))
                .timeout(headers)
                .setHeader("Accept", "application/json")
                .setHeader("Accept-Encoding", "gzip")
                .setHeader("User-Agent", "pilothouse");
        String authorization = credentials.authorization();
        if (!authorization.isEmpty()) {
            request.setHeader("Authorization", authorization);
        }
        return client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static KubeException refused(HttpResponse<?> answer, InputStream body) {
        String message = "";
        String reason = "";
        try (body;
                JsonParser parser = JSON.createParser(body.readNBytes(64 << 10))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Json status = Json.pruned(parser);
                message = status.message("message");
                reason = status.text("reason");
            }
        } catch (IOException e) {
            message = "";
        }
        long retry = answer.headers().firstValueAsLong("Retry-After").orElse(0);
        return new KubeException(
                answer.statusCode(), reason, CleanText.line(message, CleanText.WORD), retry);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (client != null) {
                client.shutdownNow();
            }
        } finally {
            lock.unlock();
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes.addAndGet(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
