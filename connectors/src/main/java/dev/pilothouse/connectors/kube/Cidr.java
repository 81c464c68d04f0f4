package dev.pilothouse.connectors.kube;

/** IPv4 ranges as NO_PROXY has them. */
final class Cidr {
    private Cidr() {}

    /** True when `host` is a literal IPv4 address inside `range`, such as `10.0.0.0/8`. */
    static boolean contains(String range, String host) {
        int slash = range.indexOf('/');
        if (slash < 0) {
            return false;
        }
        long base = address(range.substring(0, slash));
        long at = address(host);
        int bits;
        try {
            bits = Integer.parseInt(range.substring(slash + 1));
        } catch (NumberFormatException e) {
            return false;
        }
        if (base < 0 || at < 0 || bits < 0 || bits > 32) {
            return false;
        }
        long mask = bits == 0 ? 0 : (0xffffffffL << (32 - bits)) & 0xffffffffL;
        return (base & mask) == (at & mask);
    }

    private static long address(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return -1;
        }
        long value = 0;
        for (String part : parts) {
            if (part.isEmpty()
                    || part.length() > 3
                    || !part.chars().allMatch(Character::isDigit)
                    || Integer.parseInt(part) > 255) {
                return -1;
            }
            value = (value << 8) | Integer.parseInt(part);
        }
        return value;
    }
}
