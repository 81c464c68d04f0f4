package dev.pilothouse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {
    @Test
    void fieldsKeepTheirOrderAndNestedOnesTheirText() {
        String line =
                "{\"msg\":\"a \\\"b\\\"\\n"
                        + "\\u0041\", \"n\": -1.5e3,\"in\":{\"x\":[1,\"}\"]},\"t\":true}";
        assertEquals(
                "{msg=a \"b\" A, n=-1.5e3, in={\"x\":[1,\"}\"]}, t=true}",
                FlatJson.fields(line).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}x",
                "plan: 3 steps",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":\"x}",
                "{\"a\":\"\\u00\"}",
                "{\"a\":[1}",
                "{a:1}",
                "[1]"
            })
    void whatIsNotAnObjectIsLeftAlone(String line) {
        assertEquals(Optional.empty(), FlatJson.fields(line));
    }

    @Test
    void noEscapeBringsBackAControlCharacter() {
        String shown = FlatJson.fields("{\"a\":\"\\u001b[2J\\u202e\"}").orElseThrow().get("a");
        assertEquals("\uFFFD[2J\uFFFD", shown);
    }

    @Test
    void anyInputEnds() {
        Random random = new Random(7);
        String alphabet = "{}[]\",:\\u0 a1";
        int objects = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder line = new StringBuilder("{");
            for (int length = random.nextInt(20); length > 0; length--) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            objects += FlatJson.fields(line.append('}').toString()).isPresent() ? 1 : 0;
        }
        assertEquals(true, objects < 50_000, "most random lines are no objects");
    }
}
