package dev.pilothouse.config;

import dev.pilothouse.error.ConsoleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the settings file while the program runs. The face calls {@link #check()} now and then
 * from a thread that may block. A file with a mistake changes nothing: what was in force stays.
 *
 * <p>Size, time and identity of the file are compared instead of watching its folder, since that
 * works for editors that replace the file, for links and on network drives alike.
 */
public final class LiveSettings {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    private final SettingsReader reader;
    private final Consumer<Change> listener;
    private Stamp stamp;
    private Loaded current;

    /** What became of a new file. */
    public sealed interface Change {
        /** The new settings hold. */
        record Taken(Loaded loaded, String sentence) implements Change {}

        /** The new file is wrong; the settings before it hold. */
        record Refused(List<Fault> faults, String sentence) implements Change {}
    }

    private record Stamp(long size, long modified, String identity) {
        static Stamp of(Path file) {
            try {
                BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(
                        seen.size(),
                        seen.lastModifiedTime().toMillis(),
                        String.valueOf(seen.fileKey()));
            } catch (IOException e) {
                return new Stamp(-1, 0, "");
            }
        }
    }

    /**
     * @param loaded what was read at start
     * @param listener called on the thread that checks
     */
    public LiveSettings(SettingsReader reader, Loaded loaded, Consumer<Change> listener) {
        this.reader = reader;
        this.listener = listener;
        current = loaded;
        stamp = Stamp.of(reader.file());
    }

    /** Looks at the file, and reads it when it changed. */
    public synchronized void check() {
        Stamp now = Stamp.of(reader.file());
        if (now.equals(stamp)) {
            return;
        }
        stamp = now;
        try {
            Loaded loaded = reader.read();
            if (!loaded.faults().isEmpty()) {
                listener.accept(new Change.Refused(loaded.faults(), refusal(loaded)));
            } else if (!sameValues(loaded)) {
                String what = changed(loaded);
                current = loaded;
                listener.accept(new Change.Taken(loaded, "Settings read anew: " + what + "."));
            }
        } catch (ConsoleException | RuntimeException e) {
            LOG.warn("settings: {}", e.getMessage());
        }
    }

    private static String refusal(Loaded loaded) {
        int more = loaded.faults().size() - 1;
        return loaded.faults().getFirst().brief(loaded.file())
                + (more > 0 ? " (and " + more + " more)" : "")
                + " The settings before it hold.";
    }

    private boolean sameValues(Loaded loaded) {
        return changedPaths(loaded).isEmpty();
    }

    private List<String> changedPaths(Loaded loaded) {
        return loaded.chosen().stream()
                .filter(
                        one ->
                                current.chosen().stream()
                                        .noneMatch(
                                                before ->
                                                        before.path().equals(one.path())
                                                                && YamlValue.of(before.value())
                                                                        .equals(
                                                                                YamlValue.of(
                                                                                        one
                                                                                                .value()))))
                .map(Loaded.Chosen::path)
                .toList();
    }

    private String changed(Loaded loaded) {
        List<String> paths = changedPaths(loaded);
        return paths.size() <= 3
                ? String.join(", ", paths)
                : paths.get(0) + ", " + paths.get(1) + " and " + (paths.size() - 2) + " more";
    }
}
