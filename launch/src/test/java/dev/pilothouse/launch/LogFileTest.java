package dev.pilothouse.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogFileTest {
    @TempDir Path home;

    private Path folder() {
        return home.resolve("state/pilothouse");
    }

    private String text() throws IOException {
        return Files.readString(folder().resolve(LogFile.NAME));
    }

    private static LogRecord record(Level level, String message) {
        LogRecord record = new LogRecord(level, message);
        record.setLoggerName("dev.pilothouse.present.Console");
        return record;
    }

    @Test
    void whatAnyRoomLogsGoesToTheFileAndToNoTerminal() throws IOException {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream both = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            LogFile.install(folder());
            LoggerFactory.getLogger("dev.pilothouse.test")
                    .warn("the {} broke", "pump", new IllegalStateException("no water"));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals("", terminal.toString(StandardCharsets.UTF_8));
        assertTrue(text().contains(" WARNING test: the pump broke\n"), text());
        assertTrue(text().contains("IllegalStateException: no water"), text());
    }

    @Test
    void anExceptionThatNobodyCaughtIsLogged() throws Exception {
        LogFile.install(folder());
        Thread thread =
                Thread.ofPlatform()
                        .name("pump")
                        .start(
                                () -> {
                                    throw new IllegalStateException("no water");
                                });
        thread.join();
        assertTrue(text().contains("SEVERE uncaught: thread pump ended\n"), text());
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        new LogFile(folder()).publish(record(Level.WARNING, "x"));
        assertEquals("rwx------", permissions(folder()));
        assertEquals("rw-------", permissions(folder().resolve(LogFile.NAME)));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void itNeverGrowsWithoutBound() throws IOException {
        LogFile log = new LogFile(folder());
        String message = "m".repeat(1_900);
        for (int i = 0; i < 700; i++) {
            log.publish(record(Level.WARNING, message));
        }
        try (var files = Files.list(folder())) {
            List<Path> all = files.sorted().toList();
            assertEquals(
                    List.of(LogFile.NAME, LogFile.NAME + ".1"),
                    all.stream().map(file -> file.getFileName().toString()).toList());
            for (Path file : all) {
                assertTrue(Files.size(file) < LogFile.LIMIT + 4_096, file.toString());
            }
        }
        assertEquals("rw-------", permissions(folder().resolve(LogFile.NAME)));
    }

    @Test
    void credentialsAndControlCharactersAreMasked() throws IOException {
        LogFile log = new LogFile(folder());
        for (String message :
                List.of(
                        "Authorization: Bearer abc123secret",
                        "token=abc123secret",
                        "\"password\": abc123secret",
                        "https://user:abc123secret@proxy:3128/",
                        "eyJhbGciOiJSUzI1NiJ9.abc123secret.c2ln",
                        "-----BEGIN EC PRIVATE KEY-----\nabc123secret\n-----END EC PRIVATE KEY")) {
            log.publish(record(Level.WARNING, message));
        }
        log.publish(record(Level.WARNING, "title \u001b]0;owned\u0007"));
        assertFalse(text().contains("abc123secret"), text());
        assertFalse(text().contains("\u001b"), text());
        assertEquals(7, text().lines().count(), text());
    }

    @Test
    void aFolderThatCannotBeMadeLosesLinesAndNothingElse() throws IOException {
        Files.writeString(home.resolve("state"), "a file where a folder should be");
        LogFile log = new LogFile(folder());
        log.publish(record(Level.SEVERE, "lost"));
        assertFalse(Files.exists(folder()));
        Files.delete(home.resolve("state"));
        log.publish(record(Level.SEVERE, "kept"));
        assertTrue(text().contains("kept"), text());
    }

    @Test
    void detailForDevelopersIsNotKept() {
        new LogFile(folder()).publish(record(Level.FINE, "detail"));
        assertFalse(Files.exists(folder()));
    }
}
