package dev.pilothouse.bench.terminal;

/**
 * What one read gave.
 *
 * @param nanos when it was read, monotonic
 * @param bytes empty at the end of the output
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and made for every read
record Chunk(long nanos, byte[] bytes) {
    boolean isEnd() {
        return bytes.length == 0;
    }
}
