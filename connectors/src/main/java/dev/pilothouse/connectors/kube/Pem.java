package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates and keys in PEM. The JDK reads PKCS#8 keys only, so the older forms that kubeconfigs
 * still hold are wrapped.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5958">RFC 5958</a>, RFC 8017 (PKCS#1) and RFC
 *     5915 (SEC1)
 */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final byte[] RSA_ALGORITHM = {
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };
    private static final byte[] EC_OID = {
        0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01
    };

    private Pem() {}

    static List<Certificate> certificates(String what, byte[] pem) throws ConsoleException {
        try {
            return List.copyOf(
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(pem)));
        } catch (CertificateException e) {
            throw new ConsoleException(
                    "kube.tls", what + " is not a PEM certificate. Check the kubeconfig.");
        }
    }

    static PrivateKey key(String what, byte[] pem) throws ConsoleException {
        String text = new String(pem, java.nio.charset.StandardCharsets.US_ASCII);
        if (text.contains("Proc-Type: 4,ENCRYPTED")) {
            throw encrypted(what);
        }
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            switch (block.group(1)) {
                case "PRIVATE KEY" -> {
                    return load(what, der);
                }
                case "RSA PRIVATE KEY" -> {
                    return load(what, pkcs8(RSA_ALGORITHM, der));
                }
                case "EC PRIVATE KEY" -> {
                    return load(what, pkcs8(ecAlgorithm(what, der), der));
                }
                case "ENCRYPTED PRIVATE KEY" -> throw encrypted(what);
                default -> {}
            }
        }
        throw new ConsoleException(
                "kube.tls", what + " is not a PEM private key. Check the kubeconfig.");
    }

    /** kubectl cannot ask for a passphrase either. */
    private static ConsoleException encrypted(String what) {
        return new ConsoleException(
                "kube.tls",
                what
                        + " is encrypted, and neither Pilothouse nor kubectl asks for a passphrase."
                        + " Decrypt it (openssl pkey -in KEY -out NEW) or use an exec plugin.");
    }

    private static PrivateKey load(String what, byte[] der) throws ConsoleException {
        for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException ignored) {
                // The next algorithm may fit; the last failure is reported below.
            }
        }
        throw new ConsoleException(
                "kube.tls",
                what + " is of a kind that Java cannot read (RSA, EC and Ed25519 work).");
    }

    private static byte[] pkcs8(byte[] algorithm, byte[] key) {
        byte[] version = {0x02, 0x01, 0x00};
        return tlv(0x30, concat(version, algorithm, tlv(0x04, key)));
    }

    /** SEC1 keeps the curve in context tag 0; PKCS#8 wants it beside the algorithm. */
    private static byte[] ecAlgorithm(String what, byte[] der) throws ConsoleException {
        for (int i = 0; i + 3 < der.length; i++) {
            if ((der[i] & 0xff) == 0xa0 && der[i + 2] == 0x06 && der[i + 1] == der[i + 3] + 2) {
                int length = der[i + 1] & 0xff;
                byte[] curve = java.util.Arrays.copyOfRange(der, i + 2, i + 2 + length);
                return tlv(0x30, concat(EC_OID, curve));
            }
        }
        throw new ConsoleException(
                "kube.tls",
                what + " names no curve. Convert it with: openssl pkcs8 -topk8 -nocrypt");
    }

    private static byte[] tlv(int tag, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (value.length < 128) {
            out.write(value.length);
        } else if (value.length < 256) {
            out.write(0x81);
            out.write(value.length);
        } else {
            out.write(0x82);
            out.write(value.length >> 8);
            out.write(value.length);
        }
        out.writeBytes(value);
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
