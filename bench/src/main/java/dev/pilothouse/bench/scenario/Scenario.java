package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.terminal.NotSeen;
import java.io.IOException;

/** One question to the programs. */
public interface Scenario {
    /** As {@code --only} names it. */
    String name();

    /** Measures, and puts figures into the lab's results. A program that fails is noted there. */
    void run() throws IOException, NotSeen, InterruptedException;
}
