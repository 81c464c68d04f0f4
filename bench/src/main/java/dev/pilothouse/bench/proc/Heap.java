package dev.pilothouse.bench.proc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The live heap of another JVM, asked through its attach interface (jcmd). */
public final class Heap {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Shell shell;
    private final String jcmd;

    /**
     * @param jdk folder of a JDK that has jcmd; the other JVM needs none
     */
    public Heap(Shell shell, Path jdk) {
        this.shell = shell;
        this.jcmd = jdk.resolve("bin/jcmd").toString();
    }

    /** Bytes in use after a full collection. It stops the program for as long as that takes. */
    public long live(long pid) throws IOException, InterruptedException {
        String process = Long.toString(pid);
        shell.run(LIMIT, jcmd, process, "GC.run");
        return used(shell.run(LIMIT, jcmd, process, "GC.heap_info"));
    }

    /** Adds up the generations; class data lie outside of the heap. */
    static long used(String info) {
        return info.lines()
                        .filter(line -> line.contains("generation") || line.contains("heap "))
                        .mapToLong(
                                line -> {
                                    Matcher used = USED.matcher(line);
                                    return used.find() ? Long.parseLong(used.group(1)) : 0;
                                })
                        .sum()
                * 1024;
    }
}
