package dev.pilothouse.tui;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares a screen with the one on file. `-Dgolden.update=true` writes the file instead; read the
 * diff before you commit it.
 */
final class Golden {
    private static final Path HOME = Path.of("src", "test", "resources", "golden", "screens");

    private Golden() {}

    static void check(String name, String actual) throws IOException {
        Path file = HOME.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(HOME);
            Files.writeString(file, actual);
            return;
        }
        if (!Files.exists(file)) {
            fail("No golden screen " + file + "; run with -Dgolden.update=true and look at it.");
        }
        String expected = Files.readString(file).replace("\r\n", "\n");
        if (!expected.equals(actual)) {
            fail("The screen differs from " + file + "\n" + difference(expected, actual));
        }
    }

    private static String difference(String expected, String actual) {
        List<String> before = expected.lines().toList();
        List<String> after = actual.lines().toList();
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < Math.max(before.size(), after.size()); row++) {
            String old = row < before.size() ? before.get(row) : "";
            String now = row < after.size() ? after.get(row) : "";
            if (!old.equals(now)) {
                all.append("row ").append(row).append("\n- ").append(old);
                all.append("\n+ ").append(now).append('\n');
            }
        }
        return all.toString();
    }
}
