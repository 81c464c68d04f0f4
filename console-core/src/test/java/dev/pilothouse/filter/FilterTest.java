package dev.pilothouse.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Set<String> COLUMNS =
            Set.of("name", "status", "restarts", "age", "memory", "cpu", "gpu", "tokens");

    private static final Subject POD =
            new Subject() {
                private final Map<String, Value> values =
                        Map.of(
                                "name", new Value.Text("refund-planner-7f7cb"),
                                "status", new Value.State("crash loop", 5),
                                "restarts", new Value.Amount(9),
                                "age", new Value.Moment(NOW.minus(Duration.ofMinutes(90))),
                                "memory", new Value.Amount(600 * 1024 * 1024.0),
                                "cpu", new Value.Amount(0.75),
                                "gpu", Value.NONE,
                                "tokens", Value.NOT_COLLECTED);

                @Override
                public Value value(String column) {
                    return values.getOrDefault(column, Value.NONE);
                }

                @Override
                public List<String> texts() {
                    return List.of("refund-planner-7f7cb", "refund", "crash loop");
                }

                @Override
                public @Nullable String label(String key) {
                    return key.equals("team") ? "Refund" : null;
                }

                @Override
                public Instant now() {
                    return NOW;
                }
            };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "refund",
                "REFUND crash",
                "!billing",
                "\"crash loop\"",
                "~rfpl",
                "/plan.*7f/",
                "team=refund",
                "team=billing|refund",
                "team!=billing",
                "team~=fun",
                "status!=running",
                "status=\"crash loop\"",
                "restarts>5",
                "restarts>=9 restarts<=9",
                "restarts=9",
                "age<2h",
                "age>1h",
                "age<1h31m",
                "memory>512Mi",
                "cpu>500m",
                "cpu<1",
                "gpu=none",
                "tokens=not-collected",
                "!!refund"
            })
    void matches(String filter) throws FilterException {
        assertTrue(Filter.parse(filter, COLUMNS).matches(POD), filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "billing",
                "!refund",
                "\"loop crash\"",
                "~zz",
                "/^planner/",
                "team=billing",
                "owner=anybody",
                "restarts>9",
                "age>2h",
                "age<1h",
                "memory<512Mi",
                "cpu>1",
                "gpu>0",
                "tokens>10k",
                "refund billing"
            })
    void doesNotMatch(String filter) throws FilterException {
        assertFalse(Filter.parse(filter, COLUMNS).matches(POD), filter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "restarst>5;0;did you mean 'restarts'",
                "a restarts>x;11;'x' is not an amount",
                "age<;3;needs a value",
                "\"open;0;no closing quote",
                "x /open;2;no closing '/'",
                "/(/;2;Not a pattern",
                "x !;2;needs a term",
                ">5;0;needs a column"
            })
    void pointsAtTheMistake(String filter, int at, String words) {
        FilterException mistake =
                assertThrows(FilterException.class, () -> Filter.parse(filter, COLUMNS));
        assertEquals(at, mistake.at(), mistake.sentence());
        assertTrue(mistake.sentence().contains(words), mistake.sentence());
    }

    @Test
    void neverFailsInAnotherWayWhateverIsTyped() {
        Random random = new Random(42);
        String letters = "ab!\"~/=<>|().*+[]{}\\ 0123mMkGi%restarts age";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                Filter.parse(text.toString(), COLUMNS).matches(POD);
            } catch (FilterException e) {
                assertTrue(e.at() >= 0 && e.at() <= text.length(), text + ": " + e.at());
                assertFalse(e.sentence().isBlank());
            }
        }
    }

    @Test
    void aPatternThatBacktracksForEverIsCutShort() throws FilterException {
        Subject slow =
                new Subject() {
                    @Override
                    public Value value(String column) {
                        return Value.NONE;
                    }

                    @Override
                    public List<String> texts() {
                        return List.of("a".repeat(60) + "!");
                    }

                    @Override
                    public @Nullable String label(String key) {
                        return null;
                    }

                    @Override
                    public Instant now() {
                        return NOW;
                    }
                };
        assertFalse(Filter.parse("/(a+)+$/", COLUMNS).matches(slow));
    }
}
