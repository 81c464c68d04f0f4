package dev.pilothouse.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a comparison compares with, read by the kind of its column. */
sealed interface Operand {
    /** Words, in lower case. */
    record Word(String text) implements Operand {}

    /** An amount in the column's base unit. */
    record Amount(double amount) implements Operand {}

    /** An age. */
    record Age(Span span) implements Operand {}

    /** A point in time. */
    record Moment(Instant at) implements Operand {}

    /** A pattern between slashes. */
    record Matching(SafePattern pattern) implements Operand {}

    /** Empty when the text cannot be compared with such a column. */
    static Optional<Operand> parse(String text, ColumnType type, ZoneId zone) {
        if (!type.amount()) {
            return Optional.of(new Word(text.toLowerCase(Locale.ROOT)));
        }
        if (type == ColumnType.AGE) {
            Optional<Operand> span = Span.parse(text).map(Age::new);
            return span.isPresent() ? span : moment(text, zone).map(Moment::new);
        }
        OptionalDouble amount = Amounts.parse(type, text);
        return amount.isEmpty() ? Optional.empty() : Optional.of(new Amount(amount.getAsDouble()));
    }

    private static Optional<Instant> moment(String text, ZoneId zone) {
        try {
            if (text.length() == "2026-11-24".length()) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            boolean offset = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:\\d\\d");
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
