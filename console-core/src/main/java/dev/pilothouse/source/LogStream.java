package dev.pilothouse.source;

/** A running log stream. */
public interface LogStream extends AutoCloseable {
    @Override
    void close();
}
