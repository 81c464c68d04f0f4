package dev.pilothouse.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.filter.Filter;
import dev.pilothouse.filter.FilterException;
import dev.pilothouse.store.KeyedStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TableModelTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private record Row(String id, String word, int number, int severity, Instant at) {}

    private static final TableSpec<String, Row> SPEC =
            new TableSpec<>(
                    "ROWS",
                    List.of(
                            Column.name("name", "NAME", 10, Row::id),
                            Column.text("word", "WORD", 10, Row::word),
                            Column.count("number", "NUMBER", 5, Row::number),
                            Column.age("age", "AGE", Row::at)),
                    Comparator.comparingInt((Row row) -> -row.severity()).thenComparing(Row::id),
                    Row::id,
                    row -> List.of(row.id(), row.word()),
                    (row, label) -> label.equals("team") && row.number() > 90 ? "top" : null,
                    new TableSpec.About<>() {
                        @Override
                        public String cluster(Row row) {
                            return "one";
                        }

                        @Override
                        public String namespace(Row row) {
                            return row.word();
                        }

                        @Override
                        public int severity(Row row) {
                            return row.severity();
                        }
                    });

    private final KeyedStore<String, Row> store = new KeyedStore<>("rows", 10_000);
    private final TableModel<String, Row> model =
            new TableModel<>(SPEC, RowFeed.of(store, () -> {}));
    private Instant now = NOON;

    private static TableModel.Narrow<Row> narrow(String filter, String sort, boolean down) {
        try {
            return new TableModel.Narrow<>(
                    Filter.parse(filter, SPEC.schema(ZoneOffset.UTC)),
                    new TableModel.Scoped<>(Scope.ALL, row -> true),
                    false,
                    sort.isEmpty() ? null : sort,
                    down);
        } catch (FilterException e) {
            throw new AssertionError(filter, e);
        }
    }

    private List<String> shown() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < model.count(); i++) {
            Row row = model.row(i);
            ids.add(row == null ? "none" : row.id());
        }
        return ids;
    }

    /** What a user may choose, and what it means said the plain way. */
    private record Choice(String filter, Predicate<Row> means) {}

    private List<Choice> choices() {
        return List.of(
                new Choice("", row -> true),
                new Choice("a", row -> row.id().contains("a") || row.word().contains("a")),
                new Choice("al", row -> row.word().contains("al")),
                new Choice("alp", row -> row.word().contains("alp")),
                new Choice("!alpha", row -> !row.word().equals("alpha")),
                new Choice("number>50", row -> row.number() > 50),
                new Choice("number>50 al", row -> row.number() > 50 && row.word().contains("al")),
                new Choice("/^be.a$/", row -> row.word().equals("beta")),
                new Choice("@team", row -> row.number() > 90),
                new Choice("age<30m", row -> row.at().isAfter(now.minus(Duration.ofMinutes(30)))),
                new Choice(
                        "age<30m a",
                        row ->
                                row.at().isAfter(now.minus(Duration.ofMinutes(30)))
                                        && (row.id().contains("a") || row.word().contains("a"))));
    }

    @Test
    void whateverHappensTheTableIsWhatAFreshOneWouldBe() {
        String[] words = {"alpha", "beta", "gamma", "alps"};
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Map<String, Row> truth = new HashMap<>();
            store.retain(key -> true, java.util.Set.of());
            Choice choice = choices().getFirst();
            String sort = "";
            boolean down = false;
            model.narrow(narrow("", sort, down), now);
            for (int step = 0; step < 120; step++) {
                int changes = random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(4);
                for (int i = 0; i < changes; i++) {
                    String id = "r" + random.nextInt(300);
                    if (random.nextInt(5) == 0) {
                        truth.remove(id);
                        store.remove(id);
                    } else {
                        Row row =
                                new Row(
                                        id,
                                        words[random.nextInt(words.length)],
                                        random.nextInt(100),
                                        random.nextInt(6),
                                        now.minusSeconds(random.nextInt(7_200)));
                        truth.put(id, row);
                        store.put(id, row);
                    }
                }
                now = now.plusSeconds(random.nextInt(120));
                boolean hold = random.nextInt(4) == 0;
                model.refresh(now, hold);
                if (random.nextInt(3) == 0) {
                    choice = choices().get(random.nextInt(choices().size()));
                    sort = random.nextInt(4) == 0 ? "number" : random.nextInt(6) == 0 ? "" : sort;
                    down = random.nextInt(8) == 0 ? !down : down;
                    model.narrow(narrow(choice.filter(), sort, down), now);
                }
                if (!hold || random.nextBoolean()) {
                    model.refresh(now, false);
                    compare(seed + "/" + step, truth, choice, order(sort, down));
                }
            }
        }
    }

    private static Comparator<Row> order(String sort, boolean down) {
        if (sort.isEmpty()) {
            return down ? SPEC.order().reversed() : SPEC.order();
        }
        Comparator<Row> byNumber = Comparator.comparingInt(Row::number);
        return (down ? byNumber.reversed() : byNumber).thenComparing(SPEC.order());
    }

    private void compare(
            String where, Map<String, Row> truth, Choice choice, Comparator<Row> order) {
        List<Row> expected = truth.values().stream().filter(choice.means()).sorted(order).toList();
        assertEquals(
                expected.stream().map(Row::id).toList(), shown(), where + " " + choice.filter());
        assertEquals(truth.size(), model.total(), where);
        int[] severities = new int[6];
        expected.forEach(row -> severities[row.severity()]++);
        assertEquals(
                java.util.Arrays.toString(severities),
                java.util.Arrays.toString(model.severities()),
                where);
        for (int i = 0; i < expected.size(); i += 7) {
            assertEquals(i, model.indexOf(expected.get(i).id(), 3), where);
        }
    }

    private void put(String id, int number, Instant at) {
        store.put(id, new Row(id, "alpha", number, 0, at));
    }

    @Test
    void rowsLeaveAndEnterAsTimePassesWithoutAnyData() {
        put("old", 1, NOON.minusSeconds(3_600));
        put("young", 2, NOON.minusSeconds(60));
        model.refresh(NOON, false);
        model.narrow(narrow("age<30m", "", false), NOON);
        assertEquals(List.of("young"), shown());
        assertFalse(model.refresh(NOON.plusSeconds(60), false), "nothing is due yet");
        Instant due = model.filterDue().orElseThrow();
        assertEquals(NOON.plusSeconds(29 * 60), due);
        assertTrue(model.refresh(due, false));
        assertEquals(List.of(), shown());
        model.narrow(narrow("age>=30m", "", false), due);
        assertEquals(List.of("old", "young"), shown());
    }

    @Test
    void rowsKeepTheirPlacesWhileTheCursorIsInUse() {
        put("a", 1, NOON);
        put("b", 2, NOON);
        put("c", 3, NOON);
        model.refresh(NOON, false);
        model.narrow(narrow("", "number", false), NOON);
        put("a", 9, NOON);
        put("d", 0, NOON);
        model.refresh(NOON, true);
        assertEquals(List.of("a", "b", "c", "d"), shown());
        assertTrue(model.refresh(NOON, false));
        assertEquals(List.of("d", "b", "c", "a"), shown());
    }

    @Test
    void whatARowWasBeforeIsLetGoOnceItsMarkHasFaded() {
        put("a", 1, NOON);
        model.refresh(NOON, false);
        put("a", 2, NOON);
        model.refresh(NOON, false);
        assertEquals(NOON.plusSeconds(2), model.marksDue().orElseThrow());
        assertTrue(model.rows(NOON.plusSeconds(1), false).changed(0, 2));
        model.refresh(NOON.plusSeconds(2), false);
        assertTrue(model.marksDue().isEmpty());
        assertFalse(model.rows(NOON.plusSeconds(1), false).changed(0, 2));
    }
}
