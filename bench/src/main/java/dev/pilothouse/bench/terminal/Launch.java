package dev.pilothouse.bench.terminal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a program.
 *
 * @param command the program and its arguments
 * @param environment its whole environment but TERM, which is added
 * @param folder its working directory
 * @param columns width of its terminal in cells
 * @param rows height of its terminal in cells
 */
public record Launch(
        List<String> command, Map<String, String> environment, Path folder, int columns, int rows) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
