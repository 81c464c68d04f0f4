package dev.pilothouse.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of docs/filter.md do what the page says. */
class FilterDocTest {
    private static final Path PAGE = Path.of("..", "docs", "filter.md");

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        List<List<String>> tables = cells("## Examples");
        List<String> heads = tables.getFirst();
        List<Samples.Row> rows = new ArrayList<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (List<String> line : tables.subList(1, tables.size())) {
            if (line.size() == heads.size()) {
                rows.add(row(heads, line));
            } else if (line.getFirst().startsWith("`")) {
                String filter = line.getFirst().substring(1, line.getFirst().length() - 1);
                tests.add(
                        DynamicTest.dynamicTest(
                                filter, () -> assertEquals(line.get(1), shown(filter, rows))));
            }
        }
        assertTrue(rows.size() == 4 && tests.size() > 30, "the page was not understood");
        return tests.stream();
    }

    @Test
    void everyFormOfTheFirstTableIsUnderstood() throws IOException {
        int understood = 0;
        for (List<String> line : cells("# The filter language")) {
            if (line.getFirst().startsWith("`") && line.size() == 2) {
                for (String form : line.getFirst().split("`, `")) {
                    String filter = form.replace("`", "");
                    if (!filter.equals("!term") && !filter.startsWith("image")) {
                        try {
                            Filter.parse(filter, Samples.SCHEMA);
                        } catch (FilterException e) {
                            throw new AssertionError(filter + ": " + e.sentence(), e);
                        }
                    }
                    understood++;
                }
            }
        }
        assertTrue(understood >= 10, "forms: " + understood);
    }

    private static String shown(String filter, List<Samples.Row> rows) throws FilterException {
        List<String> names = new ArrayList<>();
        for (Samples.Row row : rows) {
            if (Samples.matches(filter, row)) {
                names.add(row.texts().getFirst());
            }
        }
        return String.join(", ", names);
    }

    /** The cells of the tables that follow a heading, up to the next one. */
    private static List<List<String>> cells(String heading) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("#")) {
                inside = line.equals(heading);
            } else if (inside && line.startsWith("|") && !line.startsWith("|---")) {
                String cells = line.substring(2).replace("\\|", "\u0000");
                lines.add(
                        Stream.of(cells.split("\\|"))
                                .map(cell -> cell.strip().replace('\u0000', '|'))
                                .toList());
            }
        }
        return lines;
    }

    private static Samples.Row row(List<String> heads, List<String> line) {
        Map<String, Value> values = new HashMap<>();
        for (int i = 0; i < heads.size() - 1; i++) {
            values.put(heads.get(i), value(heads.get(i), line.get(i)));
        }
        String team = line.getLast();
        return new Samples.Row(
                values,
                List.of(line.get(0), line.get(1)),
                team.isEmpty() ? Map.of() : Map.of("team", team));
    }

    private static Value value(String column, String text) {
        switch (text) {
            case "-" -> {
                return Value.NONE;
            }
            case "·" -> {
                return Value.NOT_COLLECTED;
            }
            case "?" -> {
                return Value.UNKNOWN;
            }
            default -> {}
        }
        return switch (column) {
            case "status" -> new Value.State(text, text.equals("running") ? 0 : 5);
            case "restarts", "cpu", "tokens", "cost" -> new Value.Amount(Double.parseDouble(text));
            case "memory" -> new Value.Amount(Amounts.parse(ColumnType.BYTES, text).orElseThrow());
            case "ready" ->
                    new Value.Amount(
                            Double.parseDouble(text.substring(0, text.indexOf('/')))
                                    / Double.parseDouble(text.substring(text.indexOf('/') + 1)));
            case "age" ->
                    new Value.Moment(
                            Samples.NOW.minusMillis(
                                    (long) Span.parse(text).orElseThrow().millis()));
            default -> new Value.Text(text);
        };
    }
}
