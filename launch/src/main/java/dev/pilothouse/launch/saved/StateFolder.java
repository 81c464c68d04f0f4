package dev.pilothouse.launch.saved;

import dev.pilothouse.launch.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of saved states: a file a cluster, readable by its owner only, the oldest dropped. */
final class StateFolder {
    /** A larger file is neither written nor read; 50,000 pods take about 12 MB. */
    static final int LARGEST = 32 << 20;

    static final int FILES = 32;
    private static final String ENDING = ".rows";

    private final Path folder;

    StateFolder(Path folder) {
        this.folder = folder;
    }

    /** Readable and safe as a file name; who really owns the file stands inside it. */
    Path file(String name, String owner) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String brief = safe.length() > 80 ? safe.substring(0, 80) : safe;
        return folder.resolve(brief + "-" + Integer.toHexString(owner.hashCode()) + ENDING);
    }

    byte[] read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is too large");
        }
        return Files.readAllBytes(file);
    }

    /** The old file stays whole until the new one is. */
    void write(Path file, byte[] bytes) throws IOException {
        if (bytes.length > LARGEST) {
            throw new IOException("it would be too large");
        }
        OwnerOnly.folder(folder);
        Path made = Files.createTempFile(folder, "saving", ".tmp", OwnerOnly.file(folder));
        try {
            Files.write(made, bytes);
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
        }
        dropOldest();
    }

    private void dropOldest() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
        if (files.size() > FILES) {
            List<Path> oldestFirst =
                    files.stream().sorted(Comparator.comparingLong(StateFolder::age)).toList();
            for (Path file : oldestFirst.subList(0, files.size() - FILES)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long age(Path file) {
        return file.toFile().lastModified();
    }
}
