package dev.pilothouse.fx.memory;

import dev.pilothouse.error.ConsoleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file `desktop.json`. A new version replaces the old one in one step, so that a crash leaves
 * one or the other. A file that cannot be read is kept aside as `desktop.json.damaged` and reported
 * once.
 */
public final class DeskFile {
    private static final long LARGEST = 1_000_000;

    private final Path folder;

    public DeskFile(Path folder) {
        this.folder = folder;
    }

    /**
     * What was remembered, or what a first start has when nothing was.
     *
     * @throws ConsoleException `desktop.memory` when the file was damaged; it is out of the way
     *     then
     */
    public DeskMemory load(String theme) throws ConsoleException {
        Path file = file();
        if (!Files.exists(file)) {
            return DeskMemory.fresh(theme);
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new JsonException("the file is larger than a megabyte", 0);
            }
            return DeskJson.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | JsonException e) {
            Path aside = folder.resolve("desktop.json.damaged");
            moveAside(file, aside);
            throw new ConsoleException(
                    "desktop.memory",
                    "The windows of the last run could not be restored ("
                            + e.getMessage()
                            + "). The file was kept as "
                            + aside
                            + ".");
        }
    }

    /** Writes what to remember. Blocks; not for the FX thread. */
    public synchronized void save(DeskMemory memory) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "desktop", ".tmp");
        try {
            Files.writeString(fresh, DeskJson.write(memory), StandardCharsets.UTF_8);
            Files.move(
                    fresh,
                    file(),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path file() {
        return folder.resolve("desktop.json");
    }

    private static void moveAside(Path file, Path aside) {
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The next save replaces the damaged file; there is nothing better to do.
            return;
        }
    }
}
