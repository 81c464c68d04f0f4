package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.paint.Clip;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.PanesFrame;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.Tone;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * All keys of a window, before any control sees them. First the keys that every desktop has (ctrl
 * or cmd with k, t, w, n, f, c, q), then the key map, which is the terminal's. While a text field
 * has the focus, it keeps what it can type.
 */
final class Keyboard {
    private final Shell shell;

    Keyboard(Shell shell) {
        this.shell = shell;
    }

    void handle(KeyEvent event) {
        if (shell.current().isEmpty()) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_PRESSED
                && (event.isShortcutDown() || event.isControlDown())
                && !event.isAltDown()
                && desktop(event)) {
            event.consume();
            return;
        }
        if (shell.scene().getFocusOwner() instanceof TextInputControl) {
            return;
        }
        KeyChords.of(event).filter(this::chord).ifPresent(chord -> event.consume());
    }

    private boolean chord(String chord) {
        if (chord.equals("ctrl-c")) {
            copy();
            return true;
        }
        Frame frame = shell.current().orElseThrow().view().frame();
        Optional<Command> command = shell.desk().seams().keys().command(chord, scope(frame));
        if (frame.overlay() == null && command.filter(c -> c == Command.FILTER).isPresent()) {
            shell.run(Command.FILTER);
        } else {
            shell.send(new Intent.Keys(List.of(chord)));
        }
        return true;
    }

    private static KeyMap.Scope scope(Frame frame) {
        boolean text =
                frame.body() instanceof TextFrame
                        || (frame.body() instanceof PanesFrame panes
                                && panes.focus() < panes.panes().size()
                                && panes.panes().get(panes.focus()).body() instanceof TextFrame);
        return text ? KeyMap.Scope.TEXT : KeyMap.Scope.LIST;
    }

    private boolean desktop(KeyEvent event) {
        boolean inField = shell.scene().getFocusOwner() instanceof TextInputControl;
        switch (event.getCode()) {
            case K -> shell.run(Command.PALETTE);
            case T -> shell.newTab();
            case W -> shell.closeTab();
            case N -> shell.newWindow();
            case F -> shell.run(Command.FILTER);
            case I -> shell.inspector();
            case P -> shell.picture();
            case Q -> shell.desk().quit();
            case PLUS, EQUALS, ADD -> size(1);
            case MINUS, SUBTRACT -> size(-1);
            case DIGIT0 -> shell.desk().look().size(13);
            case TAB -> shell.beside(event.isShiftDown() ? -1 : 1);
            case PAGE_DOWN -> shell.beside(1);
            case PAGE_UP -> shell.beside(-1);
            case C -> {
                if (inField) {
                    return false;
                }
                copy();
            }
            case A -> {
                return !inField && shell.current().filter(tab -> tab.body().markAll()).isPresent();
            }
            default -> {
                return digit(event.getCode());
            }
        }
        return true;
    }

    private boolean digit(KeyCode code) {
        if (!code.isDigitKey()) {
            return false;
        }
        int index = code.getName().charAt(code.getName().length() - 1) - '1';
        if (index >= 0 && index < shell.pane().getTabs().size()) {
            shell.pane().getSelectionModel().select(index);
        }
        return true;
    }

    /** What the mouse marked, or else the picker of what can be copied. */
    private void copy() {
        String marked = shell.current().map(tab -> tab.body().selectedText()).orElse("");
        if (marked.isEmpty()) {
            shell.run(Command.COPY);
        } else {
            Clip.copy(marked);
            long lines = marked.lines().count();
            shell.say("Copied " + lines + (lines == 1 ? " line." : " lines."), Tone.GOOD);
        }
    }

    private void size(int by) {
        shell.desk().look().size(shell.desk().look().size() + by);
    }
}
