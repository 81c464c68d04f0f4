package dev.pilothouse.fx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.ScreenKind;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Draws every kind of screen, light and dark, into target/pictures, for eyes. */
class LookTest {
    private static final Path FOLDER = Path.of("target", "pictures");

    @Test
    void everyKindOfScreenHasAPicture() throws Exception {
        DesktopOptions options =
                new DesktopOptions(
                        (kind, filter) -> new FakeView(frame(kind)),
                        KeyMap.defaults(),
                        FOLDER,
                        DesktopOptions.Start.palette("light"),
                        "Pilothouse");
        Screenshots shots = Screenshots.with(Toolkit.fx(), options);
        for (ScreenKind kind :
                List.of(
                        ScreenKind.FLEET,
                        ScreenKind.AGENT,
                        ScreenKind.LOGS,
                        ScreenKind.SELF,
                        ScreenKind.NODES,
                        ScreenKind.EVENTS,
                        ScreenKind.JOURNAL)) {
            for (String palette : List.of("light", "dark")) {
                String file = kind.word() + "-" + palette;
                shots.write(
                        new Screenshots.Shot(
                                file,
                                palette,
                                new TabMemory(kind, ""),
                                List.of(),
                                Screenshots.Size.DESK),
                        FOLDER);
                assertTrue(colours(FOLDER.resolve(file + ".png")) > 50, file + " is blank");
            }
        }
    }

    private static Frame frame(ScreenKind kind) {
        return switch (kind) {
            case LOGS -> Samples.frame(1, kind, Samples.logs());
            case AGENT -> Samples.frame(1, kind, Samples.agent());
            case SELF -> Samples.frame(1, ScreenKind.FLEET, fleet(), SampleOverlays.palette());
            case NODES -> Samples.frame(1, ScreenKind.FLEET, fleet(), SampleOverlays.help());
            case EVENTS -> Samples.frame(1, ScreenKind.FLEET, Samples.wrong());
            case JOURNAL -> Samples.frame(1, ScreenKind.PODS, Samples.empty());
            default -> Samples.frame(1, kind, fleet());
        };
    }

    private static dev.pilothouse.present.TableFrame fleet() {
        return Samples.table(Samples.FLEET, Samples.fleet(), 1);
    }

    private static int colours(Path file) throws Exception {
        BufferedImage image = ImageIO.read(file.toFile());
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x++) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }
}
