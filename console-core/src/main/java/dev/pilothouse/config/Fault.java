package dev.pilothouse.config;

import java.nio.file.Path;

/**
 * Something wrong in the settings.
 *
 * @param place where it is in the file; {@link Place#NOWHERE} when it is not of a place
 * @param sentence what is wrong and what to do, with a small letter at its start
 */
public record Fault(Place place, String sentence) {
    /** Line and column, from 1. */
    public record Place(int line, int column) {
        /** For what has no place: a file that cannot be read, an environment variable. */
        public static final Place NOWHERE = new Place(0, 0);
    }

    /** As compilers write it, so that editors can jump: `config.yaml:7:3: there is no ...`. */
    public String words(Path file) {
        return place.line() == 0
                ? file + ": " + sentence
                : file + ":" + place.line() + ":" + place.column() + ": " + sentence;
    }

    /** For the screen: `config.yaml line 7: there is no ...`. */
    public String brief(Path file) {
        Path name = file.getFileName();
        String line = place.line() == 0 ? "" : " line " + place.line();
        return (name == null ? file : name) + line + ": " + sentence;
    }
}
