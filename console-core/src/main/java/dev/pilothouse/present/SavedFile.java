package dev.pilothouse.present;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes what a view wants saved. Blocks; call off the threads of presenter and face. */
public final class SavedFile {
    private SavedFile() {}

    /**
     * Writes a new file in a folder, which is made when it is missing; a file of that name is never
     * overwritten.
     *
     * @return what to tell the user: where it is, or why it is not
     */
    public static Intent.Say write(Path folder, FaceRequest.Save save) {
        Path file = folder.resolve(save.name());
        try {
            Files.createDirectories(folder);
            try (Writer writer =
                    Files.newBufferedWriter(
                            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
                writer.write(save.content().get());
            }
            return new Intent.Say("Saved to " + file + ".", Tone.GOOD);
        } catch (IOException e) {
            return new Intent.Say(
                    "Cannot write " + file + " (" + e.getClass().getSimpleName() + ").", Tone.BAD);
        }
    }
}
