package dev.pilothouse.tui;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A terminal in memory: what is written to it can be counted and read. */
final class MemoryTerminal extends ANSITerminal implements DeltaScreen.Raw {
    private final ByteArrayOutputStream written;
    private final TerminalSize size;

    private MemoryTerminal(InputStream typed, ByteArrayOutputStream written, TerminalSize size) {
        super(typed, written, StandardCharsets.UTF_8);
        this.written = written;
        this.size = size;
    }

    static MemoryTerminal of(int columns, int rows) {
        return new MemoryTerminal(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new TerminalSize(columns, rows));
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return size;
    }

    @Override
    public void raw(byte[] bytes) throws IOException {
        writeToTerminal(bytes);
    }

    /** What was written since the last call. */
    String take() {
        String text = written.toString(StandardCharsets.UTF_8);
        written.reset();
        return text;
    }
}
