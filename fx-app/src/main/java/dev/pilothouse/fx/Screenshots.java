package dev.pilothouse.fx;

import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.fx.memory.WindowMemory;
import dev.pilothouse.fx.shell.Desk;
import dev.pilothouse.fx.shell.Saver;
import dev.pilothouse.present.Intent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/** Pictures of the desktop for documents, from any views, without a display. */
public final class Screenshots {
    private static final Desk.Keeper NOBODY =
            new Desk.Keeper() {
                @Override
                public void save(DeskMemory memory) {}

                @Override
                public void ended() {}
            };

    private final FxExecutor fx;
    private final DesktopOptions options;

    /**
     * One picture.
     *
     * @param file name without its ending
     * @param keys what is asked of the view before the picture is taken
     */
    public record Shot(String file, String palette, TabMemory tab, List<Intent> keys, Size size) {
        public Shot {
            keys = List.copyOf(keys);
        }
    }

    /** Pixels of the window. */
    public record Size(double width, double height) {
        public static final Size DESK = new Size(1440, 900);
    }

    private Screenshots(FxExecutor fx, DesktopOptions options) {
        this.fx = fx;
        this.options = options;
    }

    /** Starts the toolkit; set `glass.platform=Headless` and `prism.order=sw` first. */
    public static Screenshots start(DesktopOptions options) {
        return new Screenshots(FxExecutor.start(), options);
    }

    /** Shares a toolkit that runs already. */
    static Screenshots with(FxExecutor fx, DesktopOptions options) {
        return new Screenshots(fx, options);
    }

    /** Takes one picture as PNG. Blocks; not for the FX thread. */
    public void write(Shot shot, Path folder) throws IOException {
        CompletableFuture<BufferedImage> image = new CompletableFuture<>();
        fx.execute(() -> open(shot, image));
        try {
            Files.createDirectories(folder);
            ImageIO.write(
                    image.get(30, TimeUnit.SECONDS),
                    "png",
                    folder.resolve(shot.file() + ".png").toFile());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no picture of " + shot.file(), e);
        }
    }

    /** Ends the toolkit. */
    public void stop() {
        fx.stop();
    }

    private void open(Shot shot, CompletableFuture<BufferedImage> image) {
        try {
            WindowMemory window =
                    new WindowMemory(
                            0,
                            0,
                            shot.size().width(),
                            shot.size().height(),
                            List.of(shot.tab()),
                            0);
            DeskMemory memory = DeskMemory.fresh(shot.palette());
            Desk desk =
                    new Desk(
                            new Desk.Seams(
                                    options.title(),
                                    options.openView(),
                                    options.keys(),
                                    fx,
                                    NOBODY),
                            memory);
            desk.open(List.of(window), "");
            shot.keys().forEach(intent -> desk.shells().getFirst().send(intent));
            PauseTransition settle = new PauseTransition(Duration.millis(600));
            settle.setOnFinished(
                    event -> {
                        image.complete(Saver.image(desk.shells().getFirst().scene()));
                        desk.quit();
                    });
            settle.play();
        } catch (RuntimeException e) {
            image.completeExceptionally(e);
        }
    }
}
