package dev.pilothouse.connectors.kube;

import java.net.InetAddress;
import java.util.Optional;

/** Ranges of addresses as NO_PROXY has them, IPv4 and IPv6. Never asks a name server. */
final class Cidr {
    private Cidr() {}

    /** True when `host` is a literal address inside `range`, such as `10.0.0.0/8` or `fd00::/8`. */
    static boolean contains(String range, String host) {
        int slash = range.indexOf('/');
        if (slash < 0) {
            return false;
        }
        Optional<byte[]> base = address(range.substring(0, slash));
        Optional<byte[]> at = address(host);
        String digits = range.substring(slash + 1);
        if (base.isEmpty()
                || at.isEmpty()
                || base.get().length != at.get().length
                || digits.isEmpty()
                || digits.length() > 3
                || !digits.chars().allMatch(Character::isDigit)) {
            return false;
        }
        int bits = Integer.parseInt(digits);
        return bits <= base.get().length * 8 && samePrefix(base.get(), at.get(), bits);
    }

    private static boolean samePrefix(byte[] a, byte[] b, int bits) {
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((a[i / 8] & mask) != (b[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
