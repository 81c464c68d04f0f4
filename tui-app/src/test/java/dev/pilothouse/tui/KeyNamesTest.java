package dev.pilothouse.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.googlecode.lanterna.input.DefaultKeyDecodingProfile;
import com.googlecode.lanterna.input.InputDecoder;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes as terminals send them, and the names that the key map knows them by. */
class KeyNamesTest {
    /** `^[` stands for escape, `^X` for control characters, `SP` for a space. */
    @ParameterizedTest
    @CsvSource({
        "a, a",
        "G, G",
        "SP, space",
        "/, /",
        "ü, ü",
        "^[, esc",
        "^C, ctrl-c",
        "^D, ctrl-d",
        "^F, ctrl-f",
        "^L, ctrl-l",
        "^R, ctrl-r",
        "^U, ctrl-u",
        "^W, ctrl-w",
        "^Z, ctrl-z",
        "^@, ctrl-space",
        "^\\, ctrl-\\",
        "^J, enter",
        "^I, tab",
        "^[[Z, shift-tab",
        "^?, backspace",
        "^H, backspace",
        "^[[3~, delete",
        "^[[A, up",
        "^[OB, down",
        "^[[C, right",
        "^[OD, left",
        "^[[5~, pgup",
        "^[[6~, pgdn",
        "^[[H, home",
        "^[[1~, home",
        "^[OF, end",
        "^[[4~, end",
        "^[OP, ?",
        "jjk, j j k"
    })
    void sequencesHaveTheNamesOfTheKeyMap(String sequence, String names) throws IOException {
        assertEquals(names, String.join(" ", decode(bytes(sequence))));
    }

    private static String bytes(String shown) {
        StringBuilder raw = new StringBuilder();
        String text = shown.equals("SP") ? " " : shown;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '^' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                raw.append(next == '?' ? '\u007f' : (char) (next & 0x1f));
            } else {
                raw.append(c);
            }
        }
        return raw.toString();
    }

    private static List<String> decode(String raw) throws IOException {
        InputDecoder decoder = new InputDecoder(new StringReader(raw));
        decoder.addProfile(new DefaultKeyDecodingProfile());
        List<String> names = new ArrayList<>();
        KeyStroke key = decoder.getNextCharacter(false);
        while (key != null && key.getKeyType() != KeyType.EOF) {
            KeyNames.of(key).ifPresent(names::add);
            key = decoder.getNextCharacter(false);
        }
        return names;
    }
}
