package dev.pilothouse.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.KeySheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of keys says what is bound; `pilothouse keys --markdown` writes it anew. */
class KeySheetTest {
    private static final Path PAGE = Path.of("..", "docs", "keys.md");

    @Test
    void thePageIsTrue() throws IOException {
        String bound = KeySheet.markdown(KeyMap.defaults());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, bound);
        }
        assertEquals(Files.readString(PAGE), bound);
    }
}
