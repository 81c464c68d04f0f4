package dev.pilothouse.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** As much of the Kubernetes API as a benchmark needs: pods' names, and one change to a pod. */
public final class Api implements AutoCloseable {
    private static final Pattern NAME =
            Pattern.compile("\"metadata\":\\{\"name\":\"([^\"]+)\"[^}]*?\"namespace\":\"load\"");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final URI server;
    private final String token;
    private final HttpClient client;

    Api(URI server, String token, Path authority) throws IOException {
        this.server = server;
        this.token = token;
        this.client =
                HttpClient.newBuilder()
                        .sslContext(trusting(authority))
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(LIMIT)
                        .build();
    }

    private static SSLContext trusting(Path authority) throws IOException {
        try (InputStream file = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "bed", CertificateFactory.getInstance("X.509").generateCertificate(file));
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the bed's certificate cannot be trusted", e);
        }
    }

    /** Names of some pods of the load's namespace, in the server's order. */
    public List<String> pods(int most) throws IOException, InterruptedException {
        HttpRequest request =
                request("/api/v1/namespaces/load/pods?limit=" + most)
                        .header(
                                "Accept",
                                "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1")
                        .GET()
                        .build();
        return NAME.matcher(send(request)).results().map(found -> found.group(1)).toList();
    }

    /** Says that the first container of a pod has restarted so often: every console shows that. */
    public void restarts(String pod, int count) throws IOException, InterruptedException {
        String body =
                "{\"status\":{\"containerStatuses\":[{\"name\":\"agent\",\"restartCount\":"
                        + count
                        + "}]}}";
        send(
                request("/api/v1/namespaces/load/pods/" + pod + "/status")
                        .header("Content-Type", "application/strategic-merge-patch+json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(request.uri() + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
