package dev.pilothouse.source;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.ObjectKey;

/**
 * Detail on demand, one object at a time. Every call blocks its thread and is bounded in time by
 * the connector.
 */
public interface ObjectDetail {
    /**
     * The object as YAML, without the copy that kubectl keeps in an annotation; the values of a
     * Secret are masked. Cleaned of control characters.
     */
    String yaml(ObjectKey key) throws ConsoleException;

    /** What a person wants to know of the object, in lines, with its newest events at the end. */
    String describe(ObjectKey key) throws ConsoleException;

    /**
     * Streams log lines until the stream is closed or ends. The sink is called on the stream's own
     * thread.
     */
    LogStream logs(LogRequest request, LogSink sink) throws ConsoleException;
}
