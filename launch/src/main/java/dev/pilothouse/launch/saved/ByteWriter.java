package dev.pilothouse.launch.saved;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as bytes. Numbers take as few bytes as they need (LEB128); equal texts and equal
 * shared values are written once, and afterwards as their number.
 */
final class ByteWriter {
    private byte[] bytes = new byte[1 << 16];
    private int size;
    private final Map<Object, Integer> known = new HashMap<>();

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void flag(boolean value) {
        append(value ? 1 : 0);
    }

    /** Any number; small ones, of either sign, are short. */
    void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            append((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        append((int) rest);
    }

    void text(@Nullable String text) {
        shared(text, this::utf8);
    }

    private void utf8(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    /**
     * A value that many rows share: 0 for none, 1 for one that follows and gets the next number,
     * and from 2 the number of one that came before.
     */
    <T> void shared(@Nullable T value, Consumer<T> write) {
        if (value == null) {
            number(0);
            return;
        }
        Integer before = known.get(value);
        if (before != null) {
            number(before + 2);
            return;
        }
        number(1);
        write.accept(value);
        known.put(value, known.size());
    }

    void instant(@Nullable Instant instant) {
        flag(instant != null);
        if (instant != null) {
            number(instant.getEpochSecond());
            number(instant.getNano());
        }
    }

    /** By its place: a changed order is a changed shape, which needs a new version of the file. */
    @SuppressWarnings("EnumOrdinal")
    void choice(Enum<?> value) {
        number(value.ordinal());
    }

    <T> void list(List<T> values, Consumer<T> write) {
        number(values.size());
        for (T value : values) {
            write.accept(value);
        }
    }

    void texts(List<String> values) {
        list(values, this::text);
    }

    <V> void map(Map<String, V> values, BiConsumer<ByteWriter, V> write) {
        number(values.size());
        // Sorted, so that equal contents are equal bytes: maps of the model have no order.
        for (String key : sorted(values)) {
            V value = values.get(key);
            if (value != null) {
                text(key);
                write.accept(this, value);
            }
        }
    }

    private static <V> List<String> sorted(Map<String, V> values) {
        List<String> keys = new ArrayList<>(values.keySet());
        keys.sort(null);
        return keys;
    }

    void map(Map<String, String> values) {
        map(values, ByteWriter::text);
    }

    private void append(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
