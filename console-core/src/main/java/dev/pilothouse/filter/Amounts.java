package dev.pilothouse.filter;

import dev.pilothouse.model.Value;
import dev.pilothouse.text.Formats;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Amounts as users write them, read by the kind of the column they are compared with. */
final class Amounts {
    private static final Map<String, Double> DECIMAL =
            Map.of("", 1.0, "k", 1e3, "m", 1e6, "g", 1e9, "t", 1e12, "p", 1e15);
    private static final Map<String, Double> BINARY =
            Map.of("ki", 0x1p10, "mi", 0x1p20, "gi", 0x1p30, "ti", 0x1p40, "pi", 0x1p50);

    private Amounts() {}

    /** The amount in the column's base unit; empty when the text is none. Not for ages. */
    static OptionalDouble parse(ColumnType type, String written) {
        String text = type == ColumnType.MONEY ? withoutCurrency(written) : written;
        int unit = numberEnd(text);
        OptionalDouble number = number(text.substring(0, unit));
        if (number.isEmpty()) {
            return number;
        }
        double factor = factor(type, text.substring(unit), number.getAsDouble());
        return Double.isNaN(factor)
                ? OptionalDouble.empty()
                : OptionalDouble.of(number.getAsDouble() * factor);
    }

    /** Whether two amounts are the same or read the same in a table: `512Mi` is 511.8 MiB too. */
    static boolean same(ColumnType type, double a, double b) {
        if (a == b) {
            return true;
        }
        if (Math.abs(a - b) > Math.abs(b) / 10) {
            return false;
        }
        return switch (type) {
            case BYTES -> Formats.bytes((long) a).equals(Formats.bytes((long) b));
            case CORES ->
                    Formats.cpu(Math.round(a * 1_000)).equals(Formats.cpu(Math.round(b * 1_000)));
            case COUNT -> b >= 1_000 && Formats.count(a).equals(Formats.count(b));
            case SHARE -> Math.round(a * 100) == Math.round(b * 100);
            case TEXT, STATE, FLAG, MONEY, AGE -> false;
        };
    }

    /** `none`, `unknown` and `not-collected`, or their signs in a table, are values of any kind. */
    static Optional<String> absence(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none", "-" -> Optional.of("none");
            case "unknown", "?" -> Optional.of("unknown");
            case "not-collected", "·" -> Optional.of("not-collected");
            default -> Optional.empty();
        };
    }

    static String word(Value.Why why) {
        return switch (why) {
            case NONE -> "none";
            case NOT_COLLECTED -> "not-collected";
            case UNKNOWN -> "unknown";
        };
    }

    private static double factor(ColumnType type, String unit, double number) {
        return switch (type) {
            case COUNT, MONEY -> multiple(unit, !unit.equals("m"));
            case BYTES -> multiple(byteUnit(unit), !unit.equals("m"));
            case CORES -> unit.isEmpty() ? 1 : unit.equals("m") ? 0.001 : Double.NaN;
            case SHARE -> unit.equals("%") ? 0.01 : unit.isEmpty() && number <= 1 ? 1 : Double.NaN;
            case TEXT, STATE, FLAG, AGE -> Double.NaN;
        };
    }

    /** A lower-case m alone could be thousandths, millions or minutes, so it is refused. */
    private static double multiple(String unit, boolean clear) {
        String folded = unit.toLowerCase(Locale.ROOT);
        Double factor = folded.endsWith("i") ? BINARY.get(folded) : DECIMAL.get(folded);
        return factor == null || !clear ? Double.NaN : factor;
    }

    /** `MB`, `MiB` and `B` are what people write for M, Mi and nothing. */
    private static String byteUnit(String unit) {
        return unit.endsWith("B") || unit.endsWith("b")
                ? unit.substring(0, unit.length() - 1)
                : unit;
    }

    private static String withoutCurrency(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return "$€£".indexOf(text.charAt(0)) >= 0
                ? text.substring(1)
                : "$€£".indexOf(text.charAt(text.length() - 1)) >= 0
                        ? text.substring(0, text.length() - 1)
                        : text;
    }

    static int numberEnd(String text) {
        int end = text.startsWith("-") ? 1 : 0;
        while (end < text.length()
                && ((text.charAt(end) >= '0' && text.charAt(end) <= '9')
                        || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    static OptionalDouble number(String digits) {
        if (!digits.matches("-?(\\d+(\\.\\d+)?|\\.\\d+)")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(digits));
    }
}
