package dev.pilothouse.tui;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.UnixLikeTerminal;
import com.googlecode.lanterna.terminal.ansi.UnixTerminal;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The real terminal. Lanterna's own writes one system call per character, asks the terminal for its
 * size and waits 5 s for an answer that some never give, and forks stty five times; measured, a
 * full frame took 50,259 writes where this takes 18.
 */
final class TerminalDevice extends UnixTerminal {
    private TerminalDevice(Charset charset) throws IOException {
        super(
                new FileInputStream(FileDescriptor.in),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                charset,
                UnixLikeTerminal.CtrlCBehaviour.TRAP);
    }

    static TerminalDevice open(Charset charset) throws IOException {
        return new TerminalDevice(charset);
    }

    /** One stty for all that the three switches of the base class would fork separately for. */
    @Override
    protected void canonicalMode(boolean enabled) throws IOException {
        if (enabled) {
            runSTTYCommand("sane");
        } else {
            runSTTYCommand("-icanon", "-echo", "-isig", "-ixon", "icrnl", "min", "1");
        }
    }

    @Override
    protected void keyEchoEnabled(boolean enabled) {
        // canonicalMode() has done it.
    }

    @Override
    protected void keyStrokeSignalsEnabled(boolean enabled) {
        // canonicalMode() has done it.
    }

    @Override
    protected TerminalSize findTerminalSize() throws IOException {
        String[] size = runSTTYCommand("size").strip().split(" ");
        if (size.length == 2) {
            try {
                TerminalSize found =
                        new TerminalSize(Integer.parseInt(size[1]), Integer.parseInt(size[0]));
                return found.getColumns() == 0 || found.getRows() == 0
                        ? new TerminalSize(80, 24)
                        : found;
            } catch (NumberFormatException e) {
                // Fall through.
            }
        }
        return new TerminalSize(80, 24);
    }

    /** The clipboard of the terminal, also over SSH. */
    void clipboard(String text, boolean tmux) throws IOException {
        ByteArrayOutputStream sequence = new ByteArrayOutputStream();
        String encoded =
                java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        String osc = "\u001b]52;c;" + encoded + "\u0007";
        // tmux hands a sequence on only when it is wrapped and its escapes are doubled.
        String wrapped =
                tmux ? "\u001bPtmux;" + osc.replace("\u001b", "\u001b\u001b") + "\u001b\\" : osc;
        sequence.writeBytes(wrapped.getBytes(StandardCharsets.US_ASCII));
        writeToTerminal(sequence.toByteArray());
        flush();
    }
}
