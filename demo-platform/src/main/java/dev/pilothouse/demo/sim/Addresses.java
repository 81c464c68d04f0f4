package dev.pilothouse.demo.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Addresses and hashes that follow from names, so that they need not be kept. */
final class Addresses {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private Addresses() {}

    static String host(String node) {
        int hash = Math.floorMod(node.hashCode(), 60_000);
        return "10.0." + (hash / 250) + "." + (1 + hash % 250);
    }

    static String pod(String node, int number) {
        return "10."
                + (64 + Math.floorMod(node.hashCode(), 180))
                + "."
                + (number / 250)
                + "."
                + (2 + number % 250);
    }

    /** 64 hexadecimal digits. */
    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** `registry/name@sha256:...`, as a node reports what it pulled. */
    static String digest(String image) {
        int tag = image.lastIndexOf(':');
        return (tag > image.lastIndexOf('/') ? image.substring(0, tag) : image)
                + "@sha256:"
                + hash(image);
    }

    /** The hash of a pod template as Kubernetes spells it: ten letters of a safe alphabet. */
    static String templateHash(String template) {
        long hash = 1125899906842597L;
        for (int i = 0; i < template.length(); i++) {
            hash = 31 * hash + template.charAt(i);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            text.append(LETTERS.charAt((int) Long.remainderUnsigned(hash, LETTERS.length())));
            hash = Long.divideUnsigned(hash, LETTERS.length());
        }
        return text.toString();
    }

    /** Five letters as Kubernetes appends them to generated names. */
    static String suffix(java.util.SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
