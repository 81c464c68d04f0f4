package dev.pilothouse.config;

import dev.pilothouse.error.ConsoleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the settings file is, and how a first one is written. */
public final class SettingsFile {
    private static final String NAME = "config.yaml";

    private SettingsFile() {}

    /**
     * @param option what `--config` says; empty for none
     * @param folder our folder for settings
     */
    public static Path find(String option, Map<String, String> environment, Path folder) {
        String variable = environment.getOrDefault("PILOTHOUSE_CONFIG", "");
        if (!option.isEmpty()) {
            return Path.of(option);
        }
        return variable.isEmpty() ? folder.resolve(NAME) : Path.of(variable);
    }

    /**
     * Writes the example file, whole or not at all, and never over another one.
     *
     * @throws ConsoleException `config.exists` when there is a file, `config.write` when it cannot
     *     be written
     */
    public static void init(Path file) throws ConsoleException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder == null || Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".config", ".yaml");
            try {
                Files.writeString(draft, SettingsText.example(), StandardCharsets.UTF_8);
                publish(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException e) {
            throw new ConsoleException(
                    "config.exists", file + " exists and is kept. Edit it, or move it away first.");
        } catch (IOException e) {
            throw new ConsoleException(
                    "config.write",
                    file
                            + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + "). Check the folder and its rights.");
        }
    }

    /** A link fails where a move would replace; not every file system has links. */
    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file);
        }
    }

    /** Reads a file for its faults alone. */
    public static List<Fault> validate(Path file) throws ConsoleException {
        return new SettingsReader(file, Map.of(), Map.of()).read().faults();
    }
}
