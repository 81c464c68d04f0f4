package dev.pilothouse.connectors.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Self-signed certificates made by the JDK's keytool for the length of a test. */
final class TestCertificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private TestCertificates() {}

    /** Writes `base`.p12, .crt (its own authority) and .key (PKCS#8). */
    static void make(Path base, String names, String start, int days) throws Exception {
        generate(base, "EC", "secp256r1", names, start, days);
    }

    private static void generate(
            Path base, String algorithm, String size, String names, String start, int days)
            throws Exception {
        Path store = Path.of(base + ".p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                algorithm,
                                algorithm.equals("EC") ? "-groupname" : "-keysize",
                                size,
                                "-dname",
                                "CN=" + base.getFileName(),
                                "-ext",
                                "san=" + names,
                                "-ext",
                                "bc=ca:true",
                                "-startdate",
                                start,
                                "-validity",
                                Integer.toString(days),
                                "-keystore",
                                store.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertEquals(0, keytool.waitFor());
        KeyStore keys = load(store);
        pem(base + ".crt", "CERTIFICATE", keys.getCertificate("a").getEncoded());
        pem(base + ".key", "PRIVATE KEY", keys.getKey("a", PASSWORD).getEncoded());
    }

    private static KeyStore load(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static void pem(String file, String label, byte[] der) throws Exception {
        String body =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        Files.writeString(
                Path.of(file),
                "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }

    static SSLContext server(Path base) throws Exception {
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(load(Path.of(base + ".p12")), PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        return tls;
    }

    /** The forms that openssl writes: `good.sec1` (RFC 5915) and `rsa.pkcs1` (RFC 8017). */
    static void keys(Path folder) throws Exception {
        if (Files.exists(folder.resolve("rsa.pkcs1"))) {
            return;
        }
        generate(folder.resolve("rsa"), "RSA", "2048", "dns:me", "-1d", 30);
        openssl(
                "rsa",
                "-traditional",
                "-in",
                folder.resolve("rsa.key"),
                folder.resolve("rsa.pkcs1"));
        openssl("ec", "-no_public", "-in", folder.resolve("good.key"), folder.resolve("good.sec1"));
    }

    private static void openssl(String kind, String how, String in, Path from, Path to)
            throws Exception {
        List<String> line =
                how.equals("-no_public")
                        ? List.of("openssl", kind, in, from.toString(), "-out", to.toString())
                        : List.of("openssl", kind, how, in, from.toString(), "-out", to.toString());
        Process process =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertEquals(0, process.waitFor(), () -> line.toString());
    }
}
