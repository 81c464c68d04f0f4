package dev.pilothouse.launch.saved;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote. Anything else is an IOException, never a wrong value. */
final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int at;
    private final List<Object> known = new ArrayList<>();

    ByteReader(byte[] bytes, int from) {
        this.bytes = bytes;
        at = from;
        end = bytes.length;
    }

    /** Reads one value. */
    interface Read<T> {
        T read() throws IOException;
    }

    boolean flag() throws IOException {
        return next() != 0;
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = next();
            value |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("a number has no end");
    }

    int count() throws IOException {
        long value = number();
        if (value < 0 || value > end) {
            throw new IOException("a count is out of range");
        }
        return (int) value;
    }

    String text() throws IOException {
        String text = textOrNull();
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }

    @Nullable String textOrNull() throws IOException {
        return shared(String.class, this::utf8);
    }

    private String utf8() throws IOException {
        int length = count();
        if (length > end - at) {
            throw new IOException("a text is cut off");
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    <T> @Nullable T shared(Class<T> type, Read<T> read) throws IOException {
        long number = number();
        if (number == 0) {
            return null;
        }
        if (number == 1) {
            T value = read.read();
            known.add(value);
            return value;
        }
        if (number - 2 >= known.size() || !type.isInstance(known.get((int) number - 2))) {
            throw new IOException("a shared value is not there");
        }
        return type.cast(known.get((int) number - 2));
    }

    <T> T sharedOr(Class<T> type, Read<T> read) throws IOException {
        T value = shared(type, read);
        if (value == null) {
            throw new IOException("a " + type.getSimpleName() + " is missing");
        }
        return value;
    }

    @Nullable Instant instantOrNull() throws IOException {
        return flag() ? Instant.ofEpochSecond(number(), number()) : null;
    }

    Instant instant() throws IOException {
        Instant instant = instantOrNull();
        if (instant == null) {
            throw new IOException("a time is missing");
        }
        return instant;
    }

    <E> E choice(E[] values) throws IOException {
        int ordinal = count();
        if (ordinal >= values.length) {
            throw new IOException("a choice is out of range");
        }
        return values[ordinal];
    }

    <T> List<T> list(Read<T> read) throws IOException {
        int count = count();
        List<T> values = new ArrayList<>(Math.min(count, 1 << 16));
        for (int i = 0; i < count; i++) {
            values.add(read.read());
        }
        return values;
    }

    List<String> texts() throws IOException {
        return list(this::text);
    }

    <V> Map<String, V> map(Read<V> read) throws IOException {
        int count = count();
        Map<String, V> values = HashMap.newHashMap(Math.min(count, 1 << 16));
        for (int i = 0; i < count; i++) {
            values.put(text(), read.read());
        }
        return values;
    }

    Map<String, String> map() throws IOException {
        return map(this::text);
    }

    private int next() throws IOException {
        if (at >= end) {
            throw new IOException("the end is missing");
        }
        return bytes[at++] & 0xFF;
    }
}
