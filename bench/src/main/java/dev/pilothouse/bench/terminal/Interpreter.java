package dev.pilothouse.bench.terminal;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Understands what full-screen programs send (ECMA-48 and the usual xterm sequences) and answers
 * what they ask: a program that asks for colours or attributes and gets no answer sits in a
 * time-out that no user would see. Unknown sequences are skipped whole.
 */
final class Interpreter {
    private enum State {
        GROUND,
        ESCAPE,
        INTERMEDIATE,
        CONTROL,
        OPERATING_SYSTEM,
        STRING
    }

    private static final int MOST = 4096;

    private final Screen screen;
    private final Consumer<byte[]> answer;
    private final StringBuilder sequence = new StringBuilder();
    private State state = State.GROUND;
    private boolean escapeInString;
    private int codePoint;
    private int pending;

    /**
     * @param answer takes what the terminal types in answer to a question
     */
    Interpreter(Screen screen, Consumer<byte[]> answer) {
        this.screen = screen;
        this.answer = answer;
    }

    void feed(byte[] bytes) {
        for (byte one : bytes) {
            feed(one & 0xff);
        }
    }

    private void feed(int b) {
        switch (state) {
            case GROUND -> ground(b);
            case ESCAPE -> escape(b);
            case INTERMEDIATE -> {
                if (b >= 0x30) {
                    state = State.GROUND;
                }
            }
            case CONTROL -> control(b);
            case OPERATING_SYSTEM, STRING -> string(b);
        }
    }

    private void ground(int b) {
        if (pending > 0 && (b & 0xc0) == 0x80) {
            codePoint = (codePoint << 6) | (b & 0x3f);
            if (--pending == 0) {
                screen.put(codePoint);
            }
        } else if (b >= 0xc0) {
            pending = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
            codePoint = b & (0x3f >> pending);
        } else if (b >= 0x20 && b != 0x7f) {
            pending = 0;
            screen.put(b < 0x80 ? b : 0xfffd);
        } else {
            single(b);
        }
    }

    private void single(int b) {
        switch (b) {
            case 0x1b -> {
                state = State.ESCAPE;
                sequence.setLength(0);
            }
            case '\r' -> screen.carriageReturn();
            case '\n', 0x0b, 0x0c -> screen.lineFeed();
            case '\b' -> screen.moveBy(-1, 0);
            case '\t' -> screen.tab();
            default -> {
                // bell and other controls leave the text alone
            }
        }
    }

    private void escape(int b) {
        state = State.GROUND;
        switch (b) {
            case '[' -> state = State.CONTROL;
            case ']' -> state = State.OPERATING_SYSTEM;
            case 'P', 'X', '^', '_' -> state = State.STRING;
            case '7' -> screen.save();
            case '8' -> screen.restore();
            case 'D' -> screen.lineFeed();
            case 'E' -> {
                screen.carriageReturn();
                screen.lineFeed();
            }
            case 'M' -> screen.reverseLineFeed();
            case 'c' -> screen.reset();
            default -> {
                if (b >= 0x20 && b < 0x30) {
                    state = State.INTERMEDIATE;
                }
            }
        }
    }

    private void string(int b) {
        boolean terminated = b == 0x07 || (escapeInString && b == '\\');
        if (escapeInString && !terminated) {
            // Another sequence begins: the string is given up, as terminals do.
            escapeInString = false;
            sequence.setLength(0);
            escape(b);
            return;
        }
        if (terminated) {
            if (state == State.OPERATING_SYSTEM) {
                Answers.operatingSystem(sequence.toString(), this::say);
            }
            state = State.GROUND;
        } else if (b != 0x1b && sequence.length() < MOST) {
            sequence.append((char) b);
        }
        escapeInString = !terminated && b == 0x1b;
    }

    private void control(int b) {
        if (b >= 0x40 && b <= 0x7e) {
            state = State.GROUND;
            Sequence read = Sequence.of(sequence.toString(), (char) b);
            if (!Answers.control(read, screen, this::say)) {
                apply(read);
            }
        } else if (b == 0x1b) {
            state = State.ESCAPE;
            sequence.setLength(0);
        } else if (b < 0x20) {
            single(b);
        } else if (sequence.length() < MOST) {
            sequence.append((char) b);
        }
    }

    private void apply(Sequence read) {
        if (read.isPrivate()) {
            alternate(read);
        } else if (!read.hasIntermediate()) {
            move(read);
        }
    }

    /** The alternate screen starts empty, and so does the one that is come back to. */
    private void alternate(Sequence read) {
        boolean sets = read.end() == 'h' || read.end() == 'l';
        if (sets && (read.has(47) || read.has(1047) || read.has(1049))) {
            screen.reset();
        }
    }

    private void move(Sequence read) {
        int n = Math.max(1, read.at(0, 1));
        switch (read.end()) {
            case 'A' -> screen.moveBy(0, -n);
            case 'B', 'e' -> screen.moveBy(0, n);
            case 'C', 'a' -> screen.moveBy(n, 0);
            case 'D' -> screen.moveBy(-n, 0);
            case 'E' -> screen.moveTo(0, screen.cursorY() + n);
            case 'F' -> screen.moveTo(0, screen.cursorY() - n);
            case 'G', '`' -> screen.moveTo(n - 1, screen.cursorY());
            case 'd' -> screen.moveTo(screen.cursorX(), n - 1);
            case 'H', 'f' -> screen.moveTo(Math.max(1, read.at(1, 1)) - 1, n - 1);
            case 'r' -> {
                screen.margins(n - 1, read.at(1, screen.rows()) - 1);
                screen.moveTo(0, 0);
            }
            case 's' -> screen.save();
            case 'u' -> screen.restore();
            default -> edit(read, n);
        }
    }

    private void edit(Sequence read, int n) {
        switch (read.end()) {
            case 'J' -> screen.eraseScreen(read.at(0, 0));
            case 'K' -> screen.eraseLine(read.at(0, 0));
            case 'X' -> screen.eraseCells(n);
            case '@' -> screen.insertCells(n);
            case 'P' -> screen.deleteCells(n);
            case 'L' -> screen.insertLines(n);
            case 'M' -> screen.deleteLines(n);
            case 'S' -> screen.scrollUp(n);
            case 'T' -> screen.scrollDown(n);
            case 'b' -> screen.repeat(n);
            default -> {
                // colours and modes leave the text alone
            }
        }
    }

    private void say(String words) {
        answer.accept(words.getBytes(StandardCharsets.ISO_8859_1));
    }
}
