package dev.pilothouse.cli;

/** What the program tells a script. */
final class ExitCode {
    static final int OK = 0;

    /** It could not be done, or what was asked for does not exist. */
    static final int ERROR = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    /** Something that the machine lacks: a terminal, a display. */
    static final int UNAVAILABLE = 69;

    private ExitCode() {}
}
