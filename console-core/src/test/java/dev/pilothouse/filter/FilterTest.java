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
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    private static final Samples.Row POD =
            new Samples.Row(
                    Map.of(
                            "name", new Value.Text("refund-planner-7f7cb"),
                            "status", new Value.State("crash loop", 5),
                            "restarts", new Value.Amount(9),
                            "age", new Value.Moment(Samples.NOW.minus(Duration.ofMinutes(90))),
                            "memory", new Value.Amount(600 * 1024 * 1024.0),
                            "cpu", new Value.Amount(0.75),
                            "gpu", Value.NONE,
                            "tokens", Value.NOT_COLLECTED,
                            "exposed", new Value.Flag(true),
                            "version", new Value.Text("1.4")),
                    List.of("refund-planner-7f7cb", "refund", "crash loop", "a \"b\" c\\d"),
                    Map.of("team", "Refund", "app.kubernetes.io/name", "refund"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "refund",
                "REFUND crash",
                "!billing",
                "\"crash loop\"",
                "crash\\ loop",
                "\"a \\\"b\\\" c\\\\d\"",
                "~rfpl",
                "/plan.*7f/",
                "/^REFUND$/i",
                "/plan[a-z]+r-\\d/",
                "team=refund",
                "team=billing|refund",
                "team!=billing",
                "team~=fun",
                "team=/^ref/",
                "app.kubernetes.io/name=refund",
                "@team",
                "@team=refund",
                "label:team=refund",
                "!@owner",
                "status!=running",
                "status=\"crash loop\"",
                "status>warn",
                "State=/loop$/",
                "restarts>5",
                "restarts>=9 restarts<=9",
                "restarts=9",
                "restarts=1|9",
                "!restarts<5",
                "age<2h",
                "age>1h",
                "age<1h31m",
                "age=90m",
                "age=1h",
                "age>2026-11-24T11:00",
                "age<2026-11-24",
                "memory>512Mi",
                "memory=600Mi|1Gi",
                "memory>500MB",
                "cpu>500m",
                "cpu<1",
                "cpu=750m",
                "gpu=none",
                "gpu=-",
                "tokens=not-collected",
                "exposed=yes",
                "exposed!=false",
                "version=1.4",
                "version<1.10",
                "!version=1.40",
                "!!refund"
            })
    void matches(String filter) throws FilterException {
        assertTrue(Samples.matches(filter, POD), filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "billing",
                "!refund",
                "\"loop crash\"",
                "refundcrash",
                "~zz",
                "~refundcrash7",
                "/^planner/",
                "/refund.crash/",
                "team=billing",
                "owner=anybody",
                "@owner",
                "restarts>9",
                "restarts!=9",
                "age>2h",
                "age<1h",
                "age=2h",
                "age>2026-11-24",
                "memory<512Mi",
                "memory=512Mi|1Gi",
                "cpu>1",
                "gpu>0",
                "tokens>10k",
                "version!=1.4",
                "version>1.10",
                "status<bad",
                "exposed=no",
                "refund billing"
            })
    void doesNotMatch(String filter) throws FilterException {
        assertFalse(Samples.matches(filter, POD), filter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "restarst>5;0;did you mean 'restarts'",
                "zzz>5;0;Columns: age, cost",
                "a restarts>x;11;'x' is not a number",
                "restarts=few;9;'few' is not a number",
                "memory>512m;7;'512m' is not bytes such as 512Mi",
                "age<30;4;'30' is not a length of time",
                "ready>50;6;'50' is not a share such as 50%",
                "cpu>1k;4;is not cores",
                "cost>cheap;5;is not an amount of money",
                "exposed=maybe;8;is not yes or no",
                "exposed>yes;8;is not yes or no",
                "status>running;7;is not a state word",
                "restarts~=1;8;'~=' looks into texts",
                "team>5;0;There is no column 'team'",
                "@team>5;0;Labels are texts",
                "@=5;0;A label's name belongs here",
                "restarts>1|2;10;'|' goes with = and != only",
                "team=a|;6;needs a value",
                "age<;3;needs a value",
                "\"open;0;not closed",
                "x name=\"open;7;not closed",
                "x /open;2;no closing '/'",
                "/(/;2;Not a pattern",
                "/a/x;3;only the flag i",
                "x !;2;needs a term",
                "restarts > 5;9;without spaces",
                ">5;0;A column belongs right before"
            })
    void pointsAtTheMistake(String filter, int at, String words) {
        FilterException mistake =
                assertThrows(
                        FilterException.class, () -> Filter.parse(filter, Samples.SCHEMA), filter);
        assertTrue(mistake.sentence().contains(words), mistake.sentence());
        assertEquals(at, mistake.at(), mistake.sentence());
    }

    @Test
    void aNameThatMayBeALabelIsToldWithWhatElseItCouldBe() throws FilterException {
        List<Filter.LabelUse> used = Filter.parse("a restarst=5", Samples.SCHEMA).labels();
        assertEquals("restarst", used.getFirst().name());
        assertEquals(2, used.getFirst().at());
        assertTrue(
                used.getFirst().suggestion().contains("did you mean 'restarts'?"),
                used.getFirst().suggestion());
        assertEquals(List.of(), Filter.parse("@restarst=5", Samples.SCHEMA).labels());
    }

    @Test
    void neverFailsInAnotherWayWhateverIsTyped() {
        Random random = new Random(42);
        String letters = "ab!\"~/=<>|().*+[]{}\\ 0123mMkGi%@:$restarts age memory=";
        for (int round = 0; round < 40_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                Samples.matches(text.toString(), POD);
            } catch (FilterException e) {
                assertTrue(e.at() >= 0 && e.at() <= text.length(), text + ": " + e.at());
                assertFalse(e.sentence().isBlank());
            }
        }
    }

    @Test
    @Timeout(10)
    void aPatternThatBacktracksForEverIsCutShortOverAllRowsTogether() throws FilterException {
        Samples.Row slow = new Samples.Row(Map.of(), List.of("a".repeat(60) + "!"), Map.of());
        Pass pass = Filter.parse("/(a+)+$/", Samples.SCHEMA).pass(Samples.NOW);
        for (int row = 0; row < 50_000; row++) {
            assertFalse(pass.matches(slow));
        }
        assertTrue(pass.problem().orElseThrow().contains("takes too long"));
    }

    @Test
    void aPatternThatNestsDeeplyIsGivenUpToo() throws FilterException {
        Samples.Row row = new Samples.Row(Map.of(), List.of("ab".repeat(2_000)), Map.of());
        Pass pass = Filter.parse("/(a|b)*c/", Samples.SCHEMA).pass(Samples.NOW);
        assertFalse(pass.matches(row));
    }

    @Test
    void aPatternFindsWhatJavaFindsInAnyOfTheTexts() throws FilterException {
        String[] patterns = {
            "plan",
            "a.c",
            "ab+c",
            "ab*c",
            "x{2}y",
            "[ab]c",
            "[^a]c",
            "a\\.c",
            "a\\d+",
            "^ab",
            "bc$",
            "(ab|cd)e",
            "a?bc",
            "[a-c]{2}x",
            "A.C",
            "a-b\\/c",
            "ab{0,1}c",
            "[[a]b]c"
        };
        Random random = new Random(3);
        String letters = "abcdexy.-/0123";
        for (int round = 0; round < 3_000; round++) {
            StringBuilder one = new StringBuilder();
            StringBuilder two = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                one.append(letters.charAt(random.nextInt(letters.length())));
                two.append(letters.charAt(random.nextInt(letters.length())));
            }
            Samples.Row row =
                    new Samples.Row(Map.of(), List.of(one.toString(), two.toString()), Map.of());
            for (String pattern : patterns) {
                Pattern plain = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
                boolean expected = plain.matcher(one).find() || plain.matcher(two).find();
                String filter = "/" + pattern + "/";
                assertEquals(
                        expected, Samples.matches(filter, row), filter + " in " + one + ", " + two);
            }
        }
    }

    @Test
    void saysWhenTimeAloneWillChangeAnAnswer() throws FilterException {
        Pass pass = Filter.parse("age<2h", Samples.SCHEMA).pass(Samples.NOW);
        assertTrue(pass.matches(POD));
        Instant due = pass.nextChange().orElseThrow();
        assertEquals(Samples.NOW.plus(Duration.ofMinutes(30)), due);
        assertFalse(Filter.parse("age<2h", Samples.SCHEMA).pass(due).matches(at(due)));
        Pass past = Filter.parse("age>1h", Samples.SCHEMA).pass(Samples.NOW);
        past.matches(POD);
        assertEquals(Optional.empty(), past.nextChange());
    }

    private static Subject at(Instant now) {
        return new Subject() {
            @Override
            public Value value(Schema.Field field) {
                return POD.value(field);
            }

            @Override
            public String text() {
                return POD.text();
            }

            @Override
            public @Nullable String label(String key) {
                return POD.label(key);
            }

            @Override
            public Instant now() {
                return now;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ref, refu, true",
        "ref, fund, false",
        "ref, ref crash, true",
        "!refund, !ref, true",
        "!ref, !refund, false",
        "~rf, ~rfp, true",
        "restarts>5, restarts>5 x, true",
        "restarts>5, restarts>50, false",
        "/a/, /ab/, false"
    })
    void knowsWhichFilterLetsThroughLess(String wider, String narrower, boolean certain)
            throws FilterException {
        Filter wide = Filter.parse(wider, Samples.SCHEMA);
        assertEquals(certain, Filter.parse(narrower, Samples.SCHEMA).narrows(wide));
        assertTrue(wide.narrows(Filter.ALL));
    }
}
