package dev.pilothouse.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of this program: `pilothouse.log` in the state folder, and one older file when it grew
 * too large. A face paints the terminal, so nothing is ever logged to it. Logging never fails the
 * program: a full disk or a home that cannot be written loses lines and nothing else.
 *
 * <p>The file is opened for each record. Records are rare, two consoles may share the file, and a
 * folder that was deleted meanwhile is made again.
 */
public final class LogFile extends Handler {
    static final String NAME = "pilothouse.log";

    /** Bytes after which the file becomes the older one. */
    static final long LIMIT = 1 << 20;

    private final Path folder;

    LogFile(Path folder) {
        this.folder = folder;
        setLevel(Level.INFO);
    }

    /**
     * Sends what this process logs to the file, and nowhere else, uncaught exceptions of any thread
     * included.
     *
     * @param folder made, with its parents, when there is something to log
     */
    public static void install(Path folder) {
        LogFile file = new LogFile(folder);
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(file);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> file.publish(uncaught(thread, failure)));
    }

    private static LogRecord uncaught(Thread thread, Throwable failure) {
        LogRecord record = new LogRecord(Level.SEVERE, "thread " + thread.getName() + " ended");
        record.setLoggerName("uncaught");
        record.setThrown(failure);
        return record;
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        try {
            append(LogLine.of(record).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            // There is nowhere to say so: standard error belongs to the face.
        }
    }

    private void append(byte[] line) throws IOException {
        OwnerOnly.folder(folder);
        Path file = folder.resolve(NAME);
        long size;
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                                OwnerOnly.file(folder));
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(line);
            size = channel.size();
        }
        if (size > LIMIT) {
            Files.move(file, folder.resolve(NAME + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void flush() {
        // Each record is written whole.
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
