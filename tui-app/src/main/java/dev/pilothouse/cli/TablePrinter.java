package dev.pilothouse.cli;

import dev.pilothouse.model.Value;
import dev.pilothouse.present.ColumnHead;
import dev.pilothouse.text.CellWidth;
import dev.pilothouse.text.JsonText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints a table for people and for scripts. */
final class TablePrinter {
    /** Output formats of `get`. */
    enum Format {
        TABLE,
        WIDE,
        JSON,
        CSV,
        NAME;

        static Optional<Format> of(String word) {
            for (Format format : values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }

        /** Whether all columns are wanted, not only the usual ones. */
        boolean wide() {
            return this == WIDE || this == JSON || this == CSV;
        }
    }

    /** What happened to a row since it was printed last, while watching. */
    enum Change {
        ADDED,
        MODIFIED,
        DELETED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String CHANGE_HEAD = "CHANGE";

    private final PrintStream out;
    private final Format format;
    private int[] widths = {};

    TablePrinter(PrintStream out, Format format) {
        this.out = out;
        this.format = format;
    }

    /** All rows at once. */
    void print(Sheet sheet) {
        switch (format) {
            case TABLE, WIDE -> {
                heads(sheet, "");
                sheet.lines().forEach(line -> out.println(row(sheet, line, "")));
            }
            case JSON -> json(sheet);
            case CSV -> {
                out.println(csvHead(sheet, false));
                sheet.lines().forEach(line -> out.println(csvLine(line, "")));
            }
            case NAME -> sheet.lines().forEach(line -> name(sheet, line));
        }
    }

    /** Begins a watch: the heads of the formats that have some. */
    void begin(Sheet sheet) {
        switch (format) {
            case TABLE, WIDE -> heads(sheet, CHANGE_HEAD);
            case CSV -> out.println(csvHead(sheet, true));
            case JSON, NAME -> {}
        }
    }

    /** One row of a watch, on one line. */
    void changed(Sheet sheet, Sheet.Line line, Change change) {
        switch (format) {
            case TABLE, WIDE -> out.println(row(sheet, line, change.word()));
            case JSON ->
                    out.println(
                            "{\"version\":1,\"change\":"
                                    + JsonText.quote(change.word())
                                    + ",\"item\":"
                                    + object(sheet, line)
                                    + "}");
            case CSV -> out.println(csvLine(line, change.word()));
            case NAME -> name(sheet, line);
        }
    }

    private void heads(Sheet sheet, String first) {
        List<ColumnHead> heads = sheet.columns();
        widths = new int[heads.size()];
        for (int column = 0; column < heads.size(); column++) {
            widths[column] = CellWidth.of(heads.get(column).title());
            for (Sheet.Line line : sheet.lines()) {
                widths[column] = Math.max(widths[column], CellWidth.of(line.texts().get(column)));
            }
        }
        List<String> titles = heads.stream().map(ColumnHead::title).toList();
        out.println(padded(heads, titles, first));
    }

    private String row(Sheet sheet, Sheet.Line line, String change) {
        return padded(sheet.columns(), line.texts(), change);
    }

    private String padded(List<ColumnHead> heads, List<String> texts, String first) {
        StringBuilder line = new StringBuilder();
        if (!first.isEmpty()) {
            line.append(first).append(" ".repeat(10 - first.length()));
        }
        for (int column = 0; column < heads.size(); column++) {
            String text = texts.get(column);
            String gap = " ".repeat(Math.max(0, widths[column] - CellWidth.of(text)));
            boolean right = heads.get(column).layout().right();
            line.append(right ? gap + text : text + gap).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private void json(Sheet sheet) {
        out.print("{\"version\":1,\"items\":[");
        for (int row = 0; row < sheet.lines().size(); row++) {
            out.print((row == 0 ? "\n  " : ",\n  ") + object(sheet, sheet.lines().get(row)));
        }
        out.println(sheet.lines().isEmpty() ? "]}" : "\n]}");
    }

    private static String object(Sheet sheet, Sheet.Line line) {
        List<String> fields = new ArrayList<>();
        for (int column = 0; column < sheet.columns().size(); column++) {
            fields.add(
                    JsonText.quote(sheet.columns().get(column).id())
                            + ":"
                            + json(line.values().get(column), line.texts().get(column)));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private static String json(Value value, String shown) {
        return switch (value) {
            case Value.Text(String text) -> JsonText.quote(text);
            case Value.Amount(double amount) ->
                    share(shown) ? JsonText.quote(shown) : number(amount);
            case Value.Moment moment -> JsonText.quote(moment.at().toString());
            case Value.State state -> JsonText.quote(state.word());
            case Value.Flag(boolean set) -> Boolean.toString(set);
            case Value.Absent ignored -> "null";
        };
    }

    /** `3/4`, ready of wanted: one number would lose the other. */
    private static boolean share(String shown) {
        int slash = shown.indexOf('/');
        return slash > 0
                && shown.chars().allMatch(c -> c == '/' || (c >= '0' && c <= '9') || c == '-');
    }

    private static String number(double amount) {
        if (!Double.isFinite(amount)) {
            return "null";
        }
        return amount == Math.rint(amount) && Math.abs(amount) < 1e15
                ? Long.toString((long) amount)
                : Double.toString(amount);
    }

    private static String csvHead(Sheet sheet, boolean watching) {
        List<String> heads = new ArrayList<>(watching ? List.of("change") : List.of());
        sheet.columns().forEach(column -> heads.add(column.id()));
        return String.join(",", heads);
    }

    private static String csvLine(Sheet.Line line, String change) {
        List<String> cells = new ArrayList<>(change.isEmpty() ? List.of() : List.of(change));
        for (int column = 0; column < line.values().size(); column++) {
            cells.add(csv(line.values().get(column), line.texts().get(column)));
        }
        return String.join(",", cells);
    }

    private static String csv(Value value, String shown) {
        return switch (value) {
            case Value.Text(String text) -> csvText(text);
            case Value.State state -> csvText(state.word());
            case Value.Absent ignored -> "";
            case Value.Amount(double amount) -> share(shown) ? shown : number(amount);
            case Value.Moment moment -> moment.at().toString();
            case Value.Flag(boolean set) -> Boolean.toString(set);
        };
    }

    /**
     * Quoted as RFC 4180 says. A text that a spreadsheet would take for a formula gets an
     * apostrophe before it, since the file will be opened in one.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
     */
    static String csvText(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private void name(Sheet sheet, Sheet.Line line) {
        out.println(line.texts().get(sheet.nameColumn()));
    }
}
