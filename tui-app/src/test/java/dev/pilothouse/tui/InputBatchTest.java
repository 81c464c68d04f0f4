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
import org.junit.jupiter.api.Test;

/** Bursts, pastes and the mouse, from bytes to what the face hands on. */
class InputBatchTest {
    private static final String ESC = "\u001b";

    private final InputBatch batch = new InputBatch();

    private List<Input> read(String raw) throws IOException {
        InputDecoder decoder = new InputDecoder(new StringReader(raw));
        decoder.addProfile(new DefaultKeyDecodingProfile());
        decoder.addProfile(new InputMarks());
        KeyStroke key = decoder.getNextCharacter(false);
        while (key != null && key.getKeyType() != KeyType.EOF) {
            batch.add(key);
            key = decoder.getNextCharacter(false);
        }
        return batch.take();
    }

    @Test
    void aBurstIsHandedOverOnce() throws IOException {
        String typed = "checkout-assistant-for-business";
        List<String> names = new ArrayList<>();
        typed.chars().forEach(c -> names.add(Character.toString(c)));
        assertEquals(List.of(new Input.Keys(names)), read(typed));
    }

    @Test
    void aPasteIsTextAndNeverKeys() throws IOException {
        assertEquals(
                List.of(
                        new Input.Keys(List.of("/")),
                        new Input.Paste("q D name=a b c"),
                        new Input.Keys(List.of("enter"))),
                read("/" + ESC + "[200~q D name=a\nb\tc" + ESC + "[201~\n"));
    }

    @Test
    void aPasteSplitBetweenReadsStaysText() throws IOException {
        assertEquals(List.of(), read(ESC + "[200~qq"));
        assertEquals(List.of(), read("qq"));
        assertEquals(List.of(new Input.Paste("qqqqDD")), read("DD" + ESC + "[201~"));
    }

    @Test
    void escapeEndsAPasteWhoseEndWasLost() throws IOException {
        read(ESC + "[200~abc");
        assertEquals(List.of(new Input.Paste("abc")), read(ESC));
        assertEquals(List.of(new Input.Keys(List.of("j"))), read("j"));
    }

    @Test
    void clicksAreCountedFromZeroAndReleasesDropped() throws IOException {
        assertEquals(List.of(new Input.Click(9, 4)), read(ESC + "[<0;10;5M" + ESC + "[<0;10;5m"));
    }

    @Test
    void clicksBeyondColumn223AreDecoded() throws IOException {
        assertEquals(List.of(new Input.Click(299, 79)), read(ESC + "[<0;300;80M"));
    }

    @Test
    void aTurnOfTheWheelIsOneMove() throws IOException {
        String down = ESC + "[<65;10;5M";
        String up = ESC + "[<64;10;5M";
        assertEquals(List.of(new Input.Wheel(2)), read(down + down + down + up));
    }

    @Test
    void keysAndMouseKeepTheirOrder() throws IOException {
        assertEquals(
                List.of(
                        new Input.Keys(List.of("j")),
                        new Input.Wheel(1),
                        new Input.Keys(List.of("k"))),
                read("j" + ESC + "[<65;1;1M" + "k"));
    }

    @Test
    void focusReportsAreDropped() throws IOException {
        assertEquals(List.of(new Input.Keys(List.of("j"))), read(ESC + "[I" + "j" + ESC + "[O"));
    }

    @Test
    void nonsenseFromTheMouseIsNotTakenForKeysOfCommands() throws IOException {
        assertEquals(List.of(new Input.Click(0, 0)), read(ESC + "[<0;1;1M" + ESC + "[<2;1;1M"));
    }
}
