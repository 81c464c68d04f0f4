package dev.pilothouse.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and a certificate for 127.0.0.1 that live as long as the process: kubectl sends tokens over
 * https only. The JDK can read certificates and not write them, so this writes the DER of RFC 5280
 * for this one case.
 */
final class Certificate {
    private static final String ECDSA_SHA256 = "06082a8648ce3d040302";
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final X509Certificate certificate;
    private final SSLContext context;

    private Certificate(X509Certificate certificate, SSLContext context) {
        this.certificate = certificate;
        this.context = context;
    }

    /** A new key, valid from a day before to ten years after `now`. */
    static Certificate create(Instant now) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            byte[] body = body(keys, now);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(body);
            byte[] whole = sequence(body, sequence(hex(ECDSA_SHA256)), bits(signature.sign()));
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(whole));
            return new Certificate(certificate, context(keys, certificate));
        } catch (GeneralSecurityException e) {
            throw new IOException("No certificate could be made: " + e.getMessage(), e);
        }
    }

    private static SSLContext context(KeyPair keys, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        char[] none = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, none);
        store.setKeyEntry("demo", keys.getPrivate(), none, new X509Certificate[] {certificate});
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, none);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    SSLContext context() {
        return context;
    }

    /** The certificate as `certificate-authority-data` of a kubeconfig. */
    String authority() throws IOException {
        try {
            String pem =
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n";
            return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] body(KeyPair keys, Instant now) {
        byte[] name =
                sequence(tagged(0x31, sequence(hex("0603550403"), text(0x0c, "pilothouse demo"))));
        byte[] validity =
                sequence(
                        text(0x17, UTC.format(now.minusSeconds(86_400))),
                        text(0x17, UTC.format(now.plusSeconds(86_400L * 3_650))));
        byte[] addresses =
                sequence(text(0x82, "localhost"), tagged(0x87, new byte[] {127, 0, 0, 1}));
        byte[] extensions =
                sequence(
                        // basicConstraints: an authority; keyUsage: signs data and certificates
                        sequence(hex("0603551d13"), hex("0101ff"), tagged(4, hex("30030101ff"))),
                        sequence(hex("0603551d0f"), hex("0101ff"), tagged(4, hex("03020284"))),
                        sequence(hex("0603551d11"), tagged(4, addresses)));
        return sequence(
                tagged(0xa0, hex("020102")),
                tagged(2, BigInteger.valueOf(now.toEpochMilli()).toByteArray()),
                sequence(hex(ECDSA_SHA256)),
                name,
                validity,
                name,
                keys.getPublic().getEncoded(),
                tagged(0xa3, extensions));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] text(int tag, String text) {
        return tagged(tag, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bits(byte[] value) {
        byte[] padded = new byte[value.length + 1];
        System.arraycopy(value, 0, padded, 1, value.length);
        return tagged(3, padded);
    }

    private static byte[] sequence(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return tagged(0x30, all.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] value) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(tag);
        if (value.length >= 256) {
            all.write(0x82);
            all.write(value.length >> 8);
        } else if (value.length >= 128) {
            all.write(0x81);
        }
        all.write(value.length);
        all.writeBytes(value);
        return all.toByteArray();
    }
}
