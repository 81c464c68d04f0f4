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
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The real terminal. Lanterna's own writes one system call per character, asks the terminal for its
 * size and waits 5 s for an answer that some never give, and forks stty five times; measured, a
 * full frame took 50,259 writes where this takes 18.
 */
final class TerminalDevice extends UnixTerminal implements DeltaScreen.Raw {
    // Not initialised here: the base class sets up its resize handler before this class is made.
    private volatile @Nullable TerminalSize known;
    private final Lock writing = new ReentrantLock();
    private boolean mouse;
    private boolean hidden;
    private volatile boolean entered;

    private TerminalDevice(Charset charset) throws IOException {
        super(
                new FileInputStream(FileDescriptor.in),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                charset,
                UnixLikeTerminal.CtrlCBehaviour.TRAP);
        getInputDecoder().addProfile(new InputMarks());
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

    /** Each question is a fork of stty, so it is asked again only when the size has changed. */
    @Override
    protected void registerTerminalResizeListener(Runnable onResize) throws IOException {
        super.registerTerminalResizeListener(
                () -> {
                    known = null;
                    onResize.run();
                });
    }

    @Override
    protected TerminalSize findTerminalSize() throws IOException {
        TerminalSize size = known;
        if (size == null) {
            size = askedSize();
            known = size;
        }
        return size;
    }

    private TerminalSize askedSize() throws IOException {
        String[] size = runSTTYCommand("size").strip().split(" ");
        if (size.length == 2) {
            try {
                int rows = Integer.parseInt(size[0]);
                int columns = Integer.parseInt(size[1]);
                if (rows > 0 && columns > 0) {
                    return new TerminalSize(columns, rows);
                }
            } catch (NumberFormatException e) {
                // Fall through.
            }
        }
        return new TerminalSize(80, 24);
    }

    @Override
    public void enterPrivateMode() throws IOException {
        writing.lock();
        try {
            super.enterPrivateMode();
            entered = true;
            send("\u001b[?2004h");
        } finally {
            writing.unlock();
        }
    }

    /**
     * Takes back all that was asked for, whoever ends the program first: the base class has a
     * shutdown hook of its own that comes here too. Only the first does something.
     */
    @Override
    public void exitPrivateMode() throws IOException {
        writing.lock();
        try {
            if (entered) {
                mouse(false);
                entered = false;
                send("\u001b[0m\u001b[?2004l");
                super.exitPrivateMode();
            }
        } finally {
            writing.unlock();
        }
    }

    /** Held while a frame is written, so that a signal never restores the terminal in its midst. */
    Lock writing() {
        return writing;
    }

    /** A screen hides the cursor after each frame; said once is enough, and idle costs nothing. */
    @Override
    public void setCursorVisible(boolean visible) throws IOException {
        if (visible || !hidden) {
            hidden = !visible;
            super.setCursorVisible(visible);
        }
    }

    /** Whether the terminal is ours now; ask with {@link #writing} held. */
    boolean entered() {
        return entered;
    }

    /** Clicks and wheel, in decimal; while on, the terminal's own selection needs shift. */
    void mouse(boolean on) throws IOException {
        if (entered && on != mouse) {
            mouse = on;
            send(on ? "\u001b[?1000h\u001b[?1006h" : "\u001b[?1006l\u001b[?1000l");
        }
    }

    /** The line discipline as the shell had it. */
    void cooked() throws IOException {
        restoreTerminalSettings();
    }

    /** Keys as they are pressed, after the shell had the terminal. */
    void raw() throws IOException {
        known = null;
        canonicalMode(false);
    }

    @Override
    public void raw(byte[] bytes) throws IOException {
        writeToTerminal(bytes);
    }

    private void send(String sequence) throws IOException {
        writeToTerminal(sequence.getBytes(StandardCharsets.US_ASCII));
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
