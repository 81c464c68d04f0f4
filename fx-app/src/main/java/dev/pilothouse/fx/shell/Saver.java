package dev.pilothouse.fx.shell;

import dev.pilothouse.present.FaceRequest;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.SavedFile;
import dev.pilothouse.present.Tone;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Asks where to save something, writes it off the FX thread and says how it went. */
public final class Saver {
    private final Stage stage;
    private final Consumer<Intent> send;

    Saver(Stage stage, Consumer<Intent> send) {
        this.stage = stage;
        this.send = send;
    }

    /** What is shown, as text. */
    void text(FaceRequest.Save save) {
        File file = choose(save.name());
        if (file != null) {
            FaceRequest.Save chosen = new FaceRequest.Save(file.getName(), save.content());
            Path folder = file.toPath().resolveSibling("");
            background(() -> replace(file, () -> SavedFile.write(folder, chosen)));
        }
    }

    /** The window as it is now, as PNG. */
    void picture(String name) {
        BufferedImage image = image(stage.getScene());
        File file = choose(name);
        if (file != null) {
            background(() -> write(image, file));
        }
    }

    private @Nullable File choose(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        return chooser.showSaveDialog(stage);
    }

    private void background(Supplier<Intent> work) {
        Thread.ofVirtual().name("save").start(() -> send.accept(work.get()));
    }

    /** The dialog has asked already whether a file may be replaced. */
    private static Intent replace(File file, Supplier<Intent> work) {
        try {
            Files.deleteIfExists(file.toPath());
            return work.get();
        } catch (IOException e) {
            return new Intent.Say("Cannot replace " + file + ".", Tone.BAD);
        }
    }

    private static Intent write(BufferedImage image, File file) {
        try {
            if (!ImageIO.write(image, "png", file)) {
                return new Intent.Say("Cannot write a PNG here.", Tone.BAD);
            }
            return new Intent.Say("Saved to " + file + ".", Tone.GOOD);
        } catch (IOException e) {
            return new Intent.Say("Cannot write " + file + ".", Tone.BAD);
        }
    }

    /** The picture of a scene; on the FX thread. */
    public static BufferedImage image(Scene scene) {
        WritableImage shot = scene.snapshot(null);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = shot.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return image;
    }
}
