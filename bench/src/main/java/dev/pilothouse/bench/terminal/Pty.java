package dev.pilothouse.bench.terminal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The master side of a Linux pseudo terminal, through the C library (pts(4), ioctl_tty(2)). The
 * slave side is a path, which a child process opens as its terminal.
 *
 * <p>One thread may read while another writes.
 */
final class Pty implements AutoCloseable {
    private static final int READ_WRITE_NO_CONTROL_CLOSE_ON_EXEC = 02 | 0400 | 02000000;
    private static final long SET_WINDOW_SIZE = 0x5414;
    private static final int CHUNK = 1 << 16;
    private static final int NAME = 128;

    private final C c;
    private final int master;
    private final Path slave;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment input = arena.allocate(CHUNK);
    private final MemorySegment output = arena.allocate(CHUNK);
    private final AtomicBoolean closed = new AtomicBoolean();

    private Pty(C c, int master) throws IOException {
        this.c = c;
        this.master = master;
        check(c.number(c.grant, master), "grantpt");
        check(c.number(c.unlock, master), "unlockpt");
        check(c.number(c.name, master, output, (long) NAME), "ptsname_r");
        this.slave = Path.of(output.getString(0));
    }

    /** A new terminal of this size in character cells. */
    static Pty open(int columns, int rows) throws IOException {
        C c = new C();
        int master = c.number(c.open, READ_WRITE_NO_CONTROL_CLOSE_ON_EXEC);
        if (master < 0) {
            throw new IOException("no pseudo terminal could be opened");
        }
        Pty pty = new Pty(c, master);
        pty.resize(columns, rows);
        return pty;
    }

    Path slave() {
        return slave;
    }

    /** Changes the size; the kernel tells the foreground process group with SIGWINCH. */
    void resize(int columns, int rows) throws IOException {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment size = call.allocate(ValueLayout.JAVA_SHORT, 4);
            size.setAtIndex(ValueLayout.JAVA_SHORT, 0, (short) rows);
            size.setAtIndex(ValueLayout.JAVA_SHORT, 1, (short) columns);
            check(c.number(c.control, master, SET_WINDOW_SIZE, size), "ioctl");
        }
    }

    /** Waits for output; an empty array says that the program has closed its side. */
    byte[] read() {
        long count = c.count(c.read, master, input);
        return count <= 0 ? new byte[0] : input.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Types these bytes. */
    void write(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            int part = Math.min(CHUNK, bytes.length - from);
            MemorySegment.copy(bytes, from, output, ValueLayout.JAVA_BYTE, 0, part);
            long written = c.count(c.write, master, output.asSlice(0, part));
            if (written <= 0) {
                throw new IOException("the terminal takes no keys: the program has ended");
            }
            from += (int) written;
        }
    }

    /** Hangs up. The reader must have seen the end of the output before. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            c.number(c.close, master);
        }
    }

    private static void check(int result, String call) throws IOException {
        if (result != 0) {
            throw new IOException(call + " refused the pseudo terminal");
        }
    }

    /** The functions of the C library that make and use a pseudo terminal. */
    private static final class C {
        private final Linker linker = Linker.nativeLinker();
        final MethodHandle open = bind("posix_openpt", false, ValueLayout.JAVA_INT);
        final MethodHandle grant = bind("grantpt", false, ValueLayout.JAVA_INT);
        final MethodHandle unlock = bind("unlockpt", false, ValueLayout.JAVA_INT);
        final MethodHandle close = bind("close", false, ValueLayout.JAVA_INT);
        final MethodHandle name =
                bind(
                        "ptsname_r",
                        false,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG);
        final MethodHandle control =
                bind(
                        "ioctl",
                        false,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.ADDRESS);
        final MethodHandle read =
                bind(
                        "read",
                        true,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG);
        final MethodHandle write =
                bind(
                        "write",
                        true,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG);

        private MethodHandle bind(String name, boolean counts, MemoryLayout... arguments) {
            FunctionDescriptor shape =
                    FunctionDescriptor.of(
                            counts ? ValueLayout.JAVA_LONG : ValueLayout.JAVA_INT, arguments);
            Linker.Option[] options =
                    name.equals("ioctl")
                            ? new Linker.Option[] {Linker.Option.firstVariadicArg(2)}
                            : new Linker.Option[0];
            return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
        }

        int number(MethodHandle function, Object... arguments) {
            try {
                return (int) function.invokeWithArguments(arguments);
            } catch (Throwable e) {
                throw new IllegalStateException("the C library cannot be called", e);
            }
        }

        /** For read and write, which are called for every chunk. */
        long count(MethodHandle function, int descriptor, MemorySegment bytes) {
            try {
                return (long) function.invokeExact(descriptor, bytes, bytes.byteSize());
            } catch (Throwable e) {
                throw new IllegalStateException("the C library cannot be called", e);
            }
        }
    }
}
