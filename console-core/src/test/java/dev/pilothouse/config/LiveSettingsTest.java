package dev.pilothouse.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.present.Palette;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSettingsTest {
    @TempDir Path folder;

    private final List<LiveSettings.Change> changes = new ArrayList<>();
    private long clock = 1_000_000;

    private void write(Path file, String text) throws Exception {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(clock += 10_000));
    }

    private LiveSettings live(Path file) throws Exception {
        SettingsReader reader = new SettingsReader(file, Map.of(), Map.of());
        return new LiveSettings(reader, reader.read(), changes::add);
    }

    @Test
    void aGoodFileIsTakenAndABadOneKeepsWhatWas() throws Exception {
        Path file = folder.resolve("config.yaml");
        LiveSettings live = live(file);
        live.check();
        assertEquals(List.of(), changes, "there is no file yet");
        write(file, "palette: light\n");
        live.check();
        var taken = assertInstanceOf(LiveSettings.Change.Taken.class, changes.getFirst());
        assertEquals("Settings read anew: palette.", taken.sentence());
        assertEquals(Optional.of(Palette.LIGHT), taken.loaded().settings().look().palette());
        write(file, "palette: light\nmouse: sometimes\n");
        live.check();
        var refused = assertInstanceOf(LiveSettings.Change.Refused.class, changes.get(1));
        assertTrue(
                refused.sentence().startsWith("config.yaml line 2: 'mouse' is true or false"),
                refused.sentence());
        write(file, "palette: light\nmouse: true\n");
        live.check();
        assertEquals(2, changes.size(), "the same values are no news");
        Files.delete(file);
        live.check();
        assertEquals(3, changes.size(), "without a file the defaults hold");
    }

    @Test
    void aFileThatNobodyTouchedIsNotRead() throws Exception {
        Path file = folder.resolve("config.yaml");
        write(file, "palette: light\n");
        LiveSettings live = live(file);
        live.check();
        live.check();
        assertEquals(List.of(), changes);
    }
}
