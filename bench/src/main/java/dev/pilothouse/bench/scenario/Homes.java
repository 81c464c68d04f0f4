package dev.pilothouse.bench.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Homes for programs under test: empty but for settings that keep the peers from asking the network
 * for newer releases and from showing a logo, so that nobody's own settings change a figure.
 */
final class Homes {
    private static final String K9S =
            """
            k9s:
              skipLatestRevCheck: true
              refreshRate: 2
              ui: {splashless: true, logoless: true}
            """;

    private final Path root;

    Homes(Path root) {
        this.root = root;
    }

    /** A home for a run: new, or the one that the program's last run left. */
    Path home(Program program) throws IOException {
        Path home = root.resolve(program.name().replaceAll("[^a-z0-9]+", "-"));
        if (!program.keepsHome()) {
            wipe(home);
        }
        Files.createDirectories(home.resolve("config/k9s"));
        Files.createDirectories(home.resolve("config/sofka"));
        Files.writeString(home.resolve("config/k9s/config.yaml"), K9S);
        Files.writeString(home.resolve("config/sofka/config.toml"), "update_check = false\n");
        return home;
    }

    static Map<String, String> environment(Path home, Map<String, String> own) {
        Map<String, String> all = new HashMap<>();
        for (String kept : new String[] {"PATH", "JAVA_HOME", "PILOTHOUSE_JDK"}) {
            if (own.containsKey(kept)) {
                all.put(kept, own.get(kept));
            }
        }
        all.put("HOME", home.toString());
        all.put("LANG", "C.UTF-8");
        all.put("COLORTERM", "truecolor");
        for (String kind : new String[] {"config", "state", "data", "cache"}) {
            all.put(
                    "XDG_" + kind.toUpperCase(java.util.Locale.ROOT) + "_HOME",
                    home.resolve(kind).toString());
        }
        return all;
    }

    private static void wipe(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
