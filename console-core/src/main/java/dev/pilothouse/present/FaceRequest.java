package dev.pilothouse.present;

import java.util.function.Supplier;

/** What only a face can do. Delivered to the face of the view that asked. */
public sealed interface FaceRequest {
    /**
     * Put this text on the clipboard (OSC 52 over SSH). `what` names it for the confirmation:
     * `name`.
     */
    record Copy(String what, String text) implements FaceRequest {}

    /**
     * Write this to a file and say where with {@link Intent.Say}. `name` is a file name without a
     * folder; `content` is made when it is asked for, off the presenter's thread.
     */
    record Save(String name, Supplier<String> content) implements FaceRequest {}

    /** Another view beside this one: a new one, the next, the one before, or this one no more. */
    record Tab(Move move) implements FaceRequest {}

    /** What to do with the views beside each other. */
    enum Move {
        NEW,
        NEXT,
        PREVIOUS,
        CLOSE
    }

    /** Show the header in one line, or in full again. */
    record CompactHeader() implements FaceRequest {}

    /** Do what the face offered under this label with {@link View#offer}. */
    record Act(String label) implements FaceRequest {}

    /** Leave the program. */
    record Quit() implements FaceRequest {}

    /** Stop to the shell, as ctrl-z does. Nothing on the desktop. */
    record Suspend() implements FaceRequest {}

    /** Paint everything anew. */
    record Redraw() implements FaceRequest {}

    /** Scroll the columns of the table sideways by this many columns; negative is left. */
    record ScrollColumns(int columns) implements FaceRequest {}
}
