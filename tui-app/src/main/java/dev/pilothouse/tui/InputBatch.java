package dev.pilothouse.tui;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what was typed at once, so that a burst is applied once. A paste may come in several
 * reads: what is inside is text and never a command, even when the reads split it.
 */
final class InputBatch {
    private static final int LONGEST_PASTE = 16_384;

    private final List<Input> done = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final StringBuilder paste = new StringBuilder();
    private boolean pasting;

    void add(KeyStroke key) {
        if (key instanceof InputMarks.PasteMark mark) {
            mark(mark.start());
        } else if (pasting) {
            pasted(key);
        } else if (key instanceof InputMarks.MouseStroke mouse) {
            mouse(mouse);
        } else {
            KeyNames.of(key).ifPresent(keys::add);
        }
    }

    /** What is complete, in order. */
    List<Input> take() {
        flushKeys();
        List<Input> taken = List.copyOf(done);
        done.clear();
        return taken;
    }

    private void mark(boolean start) {
        flushKeys();
        if (!start && !paste.isEmpty()) {
            done.add(new Input.Paste(paste.toString()));
        }
        paste.setLength(0);
        pasting = start;
    }

    /** Terminals take escapes out of a paste, so one in here means that its end was lost. */
    private void pasted(KeyStroke key) {
        if (key.getKeyType() == KeyType.Escape) {
            mark(false);
        } else if (paste.length() < LONGEST_PASTE) {
            switch (key.getKeyType()) {
                case Character -> paste.append(key.isCtrlDown() ? ' ' : key.getCharacter());
                case Enter, Tab -> paste.append(' ');
                default -> {}
            }
        }
    }

    private void mouse(InputMarks.MouseStroke mouse) {
        flushKeys();
        switch (mouse.button()) {
            case 0 -> done.add(new Input.Click(mouse.column(), mouse.row()));
            case 64 -> wheel(-1);
            case 65 -> wheel(1);
            default -> {}
        }
    }

    /** A turn of the wheel comes as many reports; one move is painted once. */
    private void wheel(int step) {
        if (!done.isEmpty() && done.getLast() instanceof Input.Wheel(int steps)) {
            done.set(done.size() - 1, new Input.Wheel(steps + step));
        } else {
            done.add(new Input.Wheel(step));
        }
    }

    private void flushKeys() {
        if (!keys.isEmpty()) {
            done.add(new Input.Keys(keys));
            keys.clear();
        }
    }
}
