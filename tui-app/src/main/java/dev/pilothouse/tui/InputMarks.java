package dev.pilothouse.tui;

import com.googlecode.lanterna.input.BasicCharacterPattern;
import com.googlecode.lanterna.input.CharacterPattern;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Lanterna does not decode: the marks around a paste (mode 2004), the mouse in decimal (mode
 * 1006, as in the control sequences of xterm), and focus reports, which are taken and dropped.
 *
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">xterm control
 *     sequences</a>
 */
final class InputMarks implements KeyDecodingProfile {
    @Override
    public Collection<CharacterPattern> getPatterns() {
        return List.of(
                fixed(new PasteMark(true), "[200~"),
                fixed(new PasteMark(false), "[201~"),
                fixed(new KeyStroke(KeyType.Unknown), "[I"),
                fixed(new KeyStroke(KeyType.Unknown), "[O"),
                InputMarks::mouse);
    }

    private static CharacterPattern fixed(KeyStroke result, String tail) {
        return new BasicCharacterPattern(result, (ESC_CODE + tail).toCharArray());
    }

    /** The start or the end of a paste. */
    static final class PasteMark extends KeyStroke {
        private final boolean start;

        private PasteMark(boolean start) {
            super(KeyType.Unknown);
            this.start = start;
        }

        boolean start() {
            return start;
        }
    }

    /** A report of the mouse. `button` is as sent: 0 left, 64 wheel up, 65 wheel down. */
    static final class MouseStroke extends KeyStroke {
        private final int button;
        private final int column;
        private final int row;

        private MouseStroke(int[] numbers, boolean down) {
            super(KeyType.Unknown);
            button = down ? numbers[0] : -1;
            column = numbers[1] - 1;
            row = numbers[2] - 1;
        }

        int button() {
            return button;
        }

        int column() {
            return column;
        }

        int row() {
            return row;
        }
    }

    /** `ESC [ < button ; column ; row M`, with `m` at the end when the button went up. */
    private static CharacterPattern.@Nullable Matching mouse(List<Character> typed) {
        String head = "\u001b[<";
        for (int i = 0; i < Math.min(head.length(), typed.size()); i++) {
            if (typed.get(i) != head.charAt(i)) {
                return null;
            }
        }
        int[] numbers = new int[3];
        int field = 0;
        for (int i = head.length(); i < typed.size(); i++) {
            char c = typed.get(i);
            boolean last = i == typed.size() - 1;
            if (c >= '0' && c <= '9' && numbers[field] < 10_000) {
                numbers[field] = numbers[field] * 10 + c - '0';
            } else if (c == ';' && field < 2) {
                field++;
            } else if ((c == 'M' || c == 'm') && field == 2 && last) {
                return new CharacterPattern.Matching(new MouseStroke(numbers, c == 'M'));
            } else {
                return null;
            }
        }
        return CharacterPattern.Matching.NOT_YET;
    }
}
