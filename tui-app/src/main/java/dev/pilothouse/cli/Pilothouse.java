package dev.pilothouse.cli;

import dev.pilothouse.launch.Host;
import dev.pilothouse.launch.LogFile;
import dev.pilothouse.time.Time;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Where the program starts. What needs no library is answered before one is loaded. */
public final class Pilothouse {
    private Pilothouse() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        if (args.length == 1
                && (args[0].equals("--version")
                        || args[0].equals("version")
                        || args[0].equals("-V"))) {
            out.println(Version.line());
            out.flush();
            return;
        }
        Surroundings world =
                new Surroundings(
                        out,
                        err,
                        System.getenv(),
                        Path.of(System.getProperty("user.home")),
                        Time.system());
        LogFile.install(world.host().directories().state());
        int code;
        try {
            code = run(args, world);
        } catch (RuntimeException | Error e) {
            // The log takes what nobody caught; the user must not be left with a silent exit.
            LoggerFactory.getLogger(Pilothouse.class).error("the program ended", e);
            err.println("pilothouse: ended by a fault of its own (" + e + "); see pilothouse.log");
            code = ExitCode.ERROR;
        }
        out.flush();
        // Daemon threads of connectors must not delay the way out, and 0 needs no hook but the
        // terminal's own.
        System.exit(code);
    }

    /** What a command sees of the world. */
    record Surroundings(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Path home,
            Time time) {
        /** The same world by another clock: a simulated platform has its own. */
        Surroundings at(Time clock) {
            return new Surroundings(out, err, environment, home, clock);
        }

        Host host() {
            return new Host(environment, home, System.getProperty("os.name", ""), time);
        }
    }

    static int run(String[] args, Surroundings world) {
        return Commands.line(world).execute(args);
    }
}
