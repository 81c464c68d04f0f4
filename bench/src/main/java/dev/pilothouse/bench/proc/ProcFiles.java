package dev.pilothouse.bench.proc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of /proc that may vanish while they are read. */
final class ProcFiles {
    static final Path PROC = Path.of("/proc");

    private ProcFiles() {}

    /** The text, or nothing where the process has gone. */
    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** The number in a line such as {@code VmRSS: 1234 kB}; 0 where there is no such line. */
    static long number(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .orElse(0L);
    }
}
