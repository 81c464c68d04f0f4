package dev.pilothouse.bench.proc;

import java.nio.file.Path;
import java.util.Locale;

/** The machine that a benchmark runs on, and how busy it is. */
public final class Machine {
    private Machine() {}

    /** Processor, cores, memory and kernel in one line. */
    public static String describe() {
        String cpu = ProcFiles.read(Path.of("/proc/cpuinfo"));
        String model =
                cpu.lines()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
        double memory =
                ProcFiles.number(ProcFiles.read(Path.of("/proc/meminfo")), "MemTotal")
                        / (1024.0 * 1024.0);
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.1f GiB, %s %s",
                cores(),
                model,
                memory,
                System.getProperty("os.name"),
                System.getProperty("os.version"));
    }

    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Load average of the last minute. */
    public static double load() {
        String text = ProcFiles.read(Path.of("/proc/loadavg"));
        return text.isEmpty() ? 0 : Double.parseDouble(text.substring(0, text.indexOf(' ')));
    }

    /** Processor time since the start of the machine, to be compared with a later one. */
    public static Ticks ticks() {
        String line = ProcFiles.read(Path.of("/proc/stat")).lines().findFirst().orElse("");
        String[] fields = line.split(" +");
        long all = 0;
        long idle = 0;
        for (int i = 1; i < Math.min(fields.length, 9); i++) {
            long value = Long.parseLong(fields[i]);
            all += value;
            if (i == 4 || i == 5) {
                idle += value;
            }
        }
        return new Ticks(all, idle);
    }

    /**
     * Processor time of all cores.
     *
     * @param all all of it
     * @param idle the part in which nothing ran
     */
    public record Ticks(long all, long idle) {
        /** The share of the machine that was busy since, 0 to 1. */
        public double busySince(Ticks before) {
            long span = all - before.all;
            return span <= 0 ? 0 : 1 - (double) (idle - before.idle) / span;
        }
    }
}
