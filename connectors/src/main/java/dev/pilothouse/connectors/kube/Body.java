package dev.pilothouse.connectors.kube;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An answer's body, decompressed. One thread reads and closes it; any thread may abort it, which
 * must not touch the decompressor that the reader is using.
 */
final class Body extends FilterInputStream {
    private final InputStream raw;

    Body(InputStream raw, InputStream decoded) {
        super(decoded);
        this.raw = raw;
    }

    /** Ends the stream; its reader sees that it broke. */
    void abort() {
        try {
            raw.close();
        } catch (IOException e) {
            // It was dead already.
        }
    }
}
