package dev.pilothouse.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Our folders. An XDG variable wins on every system, since who sets it means it; a relative one is
 * ignored, as the specification asks.
 *
 * @param config what the user writes
 * @param state what we remember: windows, the log
 * @param cache what may be deleted at any time
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base
 *     directories</a>
 */
public record Directories(Path config, Path state, Path cache) {
    private static final String NAME = "pilothouse";

    static Directories of(Host host) {
        Defaults defaults = defaults(host);
        return new Directories(
                folder(host, "XDG_CONFIG_HOME", defaults.config()),
                folder(host, "XDG_STATE_HOME", defaults.state()),
                folder(host, "XDG_CACHE_HOME", defaults.cache()));
    }

    private record Defaults(Path config, Path state, Path cache) {}

    private static Defaults defaults(Host host) {
        Path home = host.home();
        String system = host.system().toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            Path local = variable(host, "LOCALAPPDATA", home.resolve("AppData/Local"));
            Path ours = local.resolve(NAME);
            Path roaming = variable(host, "APPDATA", home.resolve("AppData/Roaming"));
            return new Defaults(
                    roaming.resolve(NAME), ours.resolve("state"), ours.resolve("cache"));
        }
        if (system.startsWith("mac")) {
            Path library = home.resolve("Library");
            Path support = library.resolve("Application Support").resolve(NAME);
            return new Defaults(
                    support, support.resolve("state"), library.resolve("Caches").resolve(NAME));
        }
        return new Defaults(
                home.resolve(".config").resolve(NAME),
                home.resolve(".local/state").resolve(NAME),
                home.resolve(".cache").resolve(NAME));
    }

    private static Path folder(Host host, String variable, Path otherwise) {
        Path none = Path.of("");
        Path base = variable(host, variable, none);
        return base.equals(none) ? otherwise : base.resolve(NAME);
    }

    private static Path variable(Host host, String name, Path otherwise) {
        Map<String, String> environment = host.environment();
        try {
            Path path = Path.of(environment.getOrDefault(name, ""));
            return path.isAbsolute() ? path : otherwise;
        } catch (InvalidPathException e) {
            return otherwise;
        }
    }
}
