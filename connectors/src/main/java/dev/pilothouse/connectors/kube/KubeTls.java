package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the TLS side of a context: whom to trust and who we are. */
final class KubeTls {
    private static final char[] NO_PASSWORD = {};

    private KubeTls() {}

    static SSLContext context(
            Kubeconfig.Context context, ExecCredential.@Nullable Identity plugin, Instant now)
            throws ConsoleException {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys(context, plugin, now), trust(context.cluster()), null);
            return tls;
        } catch (GeneralSecurityException | IOException e) {
            throw new ConsoleException(
                    "kube.tls",
                    "The certificates of context '"
                            + context.name()
                            + "' cannot be used: "
                            + e.getMessage()
                            + ".");
        }
    }

    /** The system's own trust when the kubeconfig names no authority. */
    private static TrustManager @Nullable [] trust(Kubeconfig.Entry cluster)
            throws ConsoleException, GeneralSecurityException, IOException {
        if (cluster.flag("insecure-skip-tls-verify")) {
            return new TrustManager[] {new TrustAll()};
        }
        byte[] pem = bytes(cluster, "certificate-authority");
        if (pem == null) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        for (Certificate certificate : Pem.certificates("certificate-authority", pem)) {
            store.setCertificateEntry("ca" + count++, certificate);
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        TrustManager[] managers = factory.getTrustManagers();
        for (int i = 0; i < managers.length; i++) {
            if (managers[i] instanceof X509ExtendedTrustManager trust) {
                managers[i] = new DatedTrust(trust);
            }
        }
        return managers;
    }

    private static KeyManager @Nullable [] keys(
            Kubeconfig.Context context, ExecCredential.@Nullable Identity plugin, Instant now)
            throws ConsoleException, GeneralSecurityException, IOException {
        byte[] certificate =
                plugin != null && !plugin.certificate().isEmpty()
                        ? plugin.certificate().getBytes(StandardCharsets.US_ASCII)
                        : bytes(context.user(), "client-certificate");
        byte[] key =
                plugin != null && !plugin.key().isEmpty()
                        ? plugin.key().getBytes(StandardCharsets.US_ASCII)
                        : bytes(context.user(), "client-key");
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw new ConsoleException(
                    "kube.config",
                    "User '"
                            + context.userName()
                            + "' has a client-"
                            + (certificate == null
                                    ? "key but no client-certificate"
                                    : "certificate but no client-key")
                            + ". Add the other to the kubeconfig.");
        }
        List<Certificate> chain =
                Pem.certificates(
                        "client-certificate of user '" + context.userName() + "'", certificate);
        checkExpired(chain, context.userName(), now);
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry(
                "client",
                Pem.key("client-key of user '" + context.userName() + "'", key),
                NO_PASSWORD,
                chain.toArray(Certificate[]::new));
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    /** The server would only say 401. */
    private static void checkExpired(List<Certificate> chain, String user, Instant now)
            throws ConsoleException {
        if (!chain.isEmpty()
                && chain.getFirst() instanceof X509Certificate own
                && own.getNotAfter().toInstant().isBefore(now)) {
            throw new ConsoleException(
                    "kube.expired",
                    "The client certificate of user '"
                            + user
                            + "' expired on "
                            + own.getNotAfter().toInstant().toString().substring(0, 10)
                            + ". Get a new one from who runs the cluster, or log in anew.");
        }
    }

    private static byte @Nullable [] bytes(Kubeconfig.Entry entry, String name)
            throws ConsoleException {
        String data = entry.text(name + "-data");
        if (!data.isEmpty()) {
            try {
                return Base64.getMimeDecoder().decode(data);
            } catch (IllegalArgumentException e) {
                throw new ConsoleException(
                        "kube.config", name + "-data in the kubeconfig is not base64.");
            }
        }
        Path file = entry.path(name);
        if (file == null) {
            return null;
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ConsoleException(
                    "kube.config",
                    name
                            + " names "
                            + file
                            + ", which cannot be read. Correct the path in the kubeconfig.");
        }
    }

    /** For `insecure-skip-tls-verify`; the header of every face says so. */
    private static final class TrustAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
