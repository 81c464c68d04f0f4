package dev.pilothouse.launch;

import dev.pilothouse.time.Time;
import java.nio.file.Path;
import java.util.Map;

/**
 * The machine and the user that a program runs for.
 *
 * @param environment the variables of the process
 * @param home the user's home folder
 * @param system the operating system as Java names it, such as `Linux`, `Mac OS X`, `Windows 11`
 */
public record Host(Map<String, String> environment, Path home, String system, Time time) {
    public Host {
        environment = Map.copyOf(environment);
    }

    /** This process on this machine. */
    public static Host here() {
        return new Host(
                System.getenv(),
                Path.of(System.getProperty("user.home", "")),
                System.getProperty("os.name", ""),
                Time.system());
    }

    /** Our folders on this machine; none is made. */
    public Directories directories() {
        return Directories.of(this);
    }
}
