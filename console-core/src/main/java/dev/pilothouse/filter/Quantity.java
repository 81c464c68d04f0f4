package dev.pilothouse.filter;

import java.util.Optional;

/**
 * An amount as a user writes it. `m` means thousandths in an amount (Kubernetes) and minutes in an
 * age, so both readings are kept and the column decides.
 *
 * @param plain as an amount in base units
 * @param seconds as a length of time
 * @param time true when the unit can only be one of time
 */
record Quantity(double plain, double seconds, boolean time) {
    static Optional<Quantity> parse(String text) {
        int unit = 0;
        while (unit < text.length()
                && (Character.isDigit(text.charAt(unit)) || text.charAt(unit) == '.')) {
            unit++;
        }
        Optional<Double> number = number(text.substring(0, unit));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        String suffix = text.substring(unit);
        double amount = number.get();
        if (suffix.length() > 1 && Character.isDigit(suffix.charAt(1))) {
            return compound(amount, suffix);
        }
        return of(amount, suffix);
    }

    /** `3h12m`. */
    private static Optional<Quantity> compound(double amount, String rest) {
        Optional<Quantity> first = of(amount, rest.substring(0, 1));
        Optional<Quantity> second = parse(rest.substring(1));
        if (first.isEmpty()
                || second.isEmpty()
                || Double.isNaN(first.get().seconds)
                || Double.isNaN(second.get().seconds)) {
            return Optional.empty();
        }
        double seconds = first.get().seconds + second.get().seconds;
        return Optional.of(new Quantity(seconds, seconds, true));
    }

    private static Optional<Quantity> of(double amount, String suffix) {
        return switch (suffix) {
            case "" -> Optional.of(new Quantity(amount, amount, false));
            case "s" -> Optional.of(time(amount));
            case "h" -> Optional.of(time(amount * 3_600));
            case "d" -> Optional.of(time(amount * 86_400));
            case "w" -> Optional.of(time(amount * 604_800));
            case "m" -> Optional.of(new Quantity(amount / 1_000, amount * 60, false));
            case "k" -> Optional.of(amount(amount * 1e3));
            case "M" -> Optional.of(amount(amount * 1e6));
            case "G" -> Optional.of(amount(amount * 1e9));
            case "T" -> Optional.of(amount(amount * 1e12));
            case "Ki" -> Optional.of(amount(amount * 1_024));
            case "Mi" -> Optional.of(amount(amount * 1_048_576));
            case "Gi" -> Optional.of(amount(amount * 1_073_741_824));
            case "Ti" -> Optional.of(amount(amount * 1_099_511_627_776.0));
            case "%" -> Optional.of(amount(amount / 100));
            default -> Optional.empty();
        };
    }

    private static Quantity time(double seconds) {
        return new Quantity(seconds, seconds, true);
    }

    private static Quantity amount(double amount) {
        return new Quantity(amount, Double.NaN, false);
    }

    private static Optional<Double> number(String digits) {
        if (digits.isEmpty()
                || digits.equals(".")
                || digits.indexOf('.') != digits.lastIndexOf('.')) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(digits));
    }
}
