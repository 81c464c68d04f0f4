package dev.pilothouse.connectors.kube;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.Problem;
import dev.pilothouse.text.CleanText;
import dev.pilothouse.time.Time;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/**
 * Requests to one API server. Connects when first asked; counts requests and bytes as they are on
 * the wire.
 */
final class KubeHttp implements AutoCloseable {
    /**
     * One odd object must not make a whole list unreadable, so nothing is too long or too deep for
     * the tokeniser; {@link Json} bounds what is kept.
     */
    static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(1_000_000)
                                    .maxStringLength(128 << 20)
                                    .maxNumberLength(1 << 20)
                                    .maxNameLength(1 << 20)
                                    .build())
                    .build();

    private static final int ERROR_BODY = 64 << 10;

    private final Credentials credentials;
    private final ServerAddress address;
    private final ClientFactory clients;
    private final List<String> impersonation;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    KubeHttp(
            Kubeconfig.Context context,
            Credentials credentials,
            Map<String, String> environment,
            Time time)
            throws ConsoleException {
        this.credentials = credentials;
        address = ServerAddress.of(context);
        impersonation = Impersonation.headers(context.user());
        Route route =
                Proxies.route(context.cluster().text("proxy-url"), address.server(), environment);
        clients = new ClientFactory(context, credentials, route, address.requests(), time);
    }

    /** The address without credentials. */
    String address() {
        return address.words();
    }

    Credentials credentials() {
        return credentials;
    }

    long requests() {
        return requests.get();
    }

    /** Bytes of bodies as they came, so compressed where they were. */
    long bytes() {
        return bytes.get();
    }

    /**
     * Sends a GET and returns the body of a 2xx answer as it arrives.
     *
     * @param headers limit for the answer's head; the body may take longer
     * @throws KubeException for any other answer
     */
    Body get(String path, Duration headers)
            throws IOException, ConsoleException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    /** A small JSON object, whole, within the limit; an answer that is no object reads as empty. */
    Json read(String path, Duration limit)
            throws IOException, ConsoleException, InterruptedException {
        return whole(get(path, limit), limit);
    }

    /** Sends a JSON body; used for reviews, which ask and change nothing. */
    Json review(String path, String json, Duration limit)
            throws IOException, ConsoleException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json));
        return whole(send(request, path, limit), limit);
    }

    private static Json whole(Body body, Duration limit) throws IOException {
        CompletableFuture<Void> deadline = endAfter(body, limit);
        try (body;
                JsonParser parser = JSON.createParser(body)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? Json.whole(parser) : Json.EMPTY;
        } finally {
            deadline.cancel(false);
        }
    }

    /** A body that trickles in is ended; its reader sees a broken stream. */
    private static CompletableFuture<Void> endAfter(Body body, Duration limit) {
        CompletableFuture<Void> timer = new CompletableFuture<>();
        var _ =
                timer.completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                        .thenRun(body::abort);
        return timer;
    }

    private Body send(HttpRequest.Builder request, String path, Duration headers)
            throws IOException, ConsoleException, InterruptedException {
        HttpResponse<InputStream> answer = once(request, path, headers);
        if (answer.statusCode() == 401 && credentials.renewed()) {
            answer.body().close();
            answer = once(request, path, headers);
        }
        InputStream counted = new Counted(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw refused(answer, unzipped(answer, counted), headers);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
            counted.close();
            throw new RouteException(
                    "kube.page",
                    address()
                            + " answered with a web page, not as Kubernetes: a login page or a"
                            + " proxy is in the way. Log in there, or correct server or"
                            + " proxy-url.");
        }
        return unzipped(answer, counted);
    }

    private static Body unzipped(HttpResponse<?> answer, InputStream raw) throws IOException {
        boolean zipped =
                answer.headers()
                        .firstValue("Content-Encoding")
                        .filter("gzip"::equalsIgnoreCase)
                        .isPresent();
        try {
            return new Body(raw, zipped ? new GZIPInputStream(raw, 1 << 16) : raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private HttpResponse<InputStream> once(
            HttpRequest.Builder request, String path, Duration headers)
            throws IOException, ConsoleException, InterruptedException {
        requests.incrementAndGet();
        request.uri(URI.create(address.requests() + path))
                .timeout(headers)
                .setHeader("Accept", "application/json")
                .setHeader("Accept-Encoding", "gzip")
                .setHeader("User-Agent", "pilothouse");
        String authorization = credentials.authorization();
        if (!authorization.isEmpty()) {
            request.setHeader("Authorization", authorization);
        }
        impersonate(request);
        var client = clients.client();
        String tunnel = clients.tunnelAuthorization();
        if (!tunnel.isEmpty()) {
            request.setHeader("Proxy-Authorization", tunnel);
        }
        try {
            HttpResponse<InputStream> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() == 401) {
                credentials.refused(authorization);
            }
            return answer;
        } catch (IOException e) {
            Problem broken = clients.broken();
            if (broken != null) {
                throw new RouteException(broken);
            }
            throw e;
        }
    }

    private void impersonate(HttpRequest.Builder request) {
        for (int i = 0; i < impersonation.size(); i += 2) {
            String name = impersonation.get(i);
            if (i > 0 && name.equals(impersonation.get(i - 2))) {
                request.header(name, impersonation.get(i + 1));
            } else {
                request.setHeader(name, impersonation.get(i + 1));
            }
        }
    }

    private KubeException refused(HttpResponse<?> answer, Body body, Duration limit) {
        int status = answer.statusCode();
        long retry = retryAfter(answer);
        if (status / 100 == 3) {
            String to = answer.headers().firstValue("Location").orElse("");
            return new KubeException(status, "Redirect", Problems.host(to), retry);
        }
        String message = "";
        String reason = "";
        CompletableFuture<Void> deadline = endAfter(body, limit);
        try (body;
                JsonParser parser = JSON.createParser(body.readNBytes(ERROR_BODY))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Json said = Json.pruned(parser);
                message = said.message("message");
                reason = said.text("reason");
            }
        } catch (IOException e) {
            message = "";
        } finally {
            deadline.cancel(false);
        }
        return new KubeException(status, reason, CleanText.line(message, CleanText.WORD), retry);
    }

    /** Seconds; 0 for none and for the form with a date, which API servers do not use. */
    private static long retryAfter(HttpResponse<?> answer) {
        String value = answer.headers().firstValue("Retry-After").orElse("");
        return value.matches("\\d{1,4}") ? Long.parseLong(value) : 0;
    }

    @Override
    public void close() {
        clients.close();
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
