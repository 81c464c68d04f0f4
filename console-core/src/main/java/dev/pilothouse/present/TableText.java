package dev.pilothouse.present;

import dev.pilothouse.model.Value;
import dev.pilothouse.text.CellWidth;
import dev.pilothouse.text.JsonText;
import java.util.List;
import java.util.function.Consumer;

/** A table as text: for people, for spreadsheets and for scripts. Each call hands over lines. */
public final class TableText {
    private TableText() {}

    /** Columns side by side, two blanks apart. */
    public static void aligned(TableFrame table, Consumer<String> line) {
        List<ColumnHead> heads = table.columns();
        int[] widths = new int[heads.size()];
        for (int column = 0; column < heads.size(); column++) {
            widths[column] = CellWidth.of(heads.get(column).title());
            for (int row = 0; row < table.rows().count(); row++) {
                widths[column] = Math.max(widths[column], CellWidth.of(text(table, row, column)));
            }
        }
        for (int row = -1; row < table.rows().count(); row++) {
            StringBuilder out = new StringBuilder();
            for (int column = 0; column < heads.size(); column++) {
                ColumnHead head = heads.get(column);
                String text = row < 0 ? head.title() : text(table, row, column);
                String gap = " ".repeat(Math.max(0, widths[column] - CellWidth.of(text)));
                out.append(head.layout().right() ? gap + text : text + gap).append("  ");
            }
            line.accept(out.toString().stripTrailing());
        }
    }

    private static String text(TableFrame table, int row, int column) {
        return table.rows().cell(row, column).text();
    }

    /** `{"version":1,"items":[...]}`: typed values by column id. */
    public static void json(TableFrame table, Consumer<String> line) {
        int rows = table.rows().count();
        if (rows == 0) {
            line.accept("{\"version\":1,\"items\":[]}");
            return;
        }
        line.accept("{\"version\":1,\"items\":[");
        for (int row = 0; row < rows; row++) {
            line.accept("  " + jsonRow(table, row) + (row + 1 < rows ? "," : ""));
        }
        line.accept("]}");
    }

    /** One row as an object. */
    public static String jsonRow(TableFrame table, int row) {
        StringBuilder out = new StringBuilder("{");
        for (int column = 0; column < table.columns().size(); column++) {
            out.append(column == 0 ? "" : ",")
                    .append(JsonText.quote(table.columns().get(column).id()))
                    .append(':')
                    .append(value(table, row, column));
        }
        return out.append('}').toString();
    }

    private static String value(TableFrame table, int row, int column) {
        String shown = text(table, row, column);
        return switch (table.rows().value(row, column)) {
            case Value.Text(String text) -> JsonText.quote(text);
            // `3/4`, ready of wanted: one number would lose the other.
            case Value.Amount ignored when shown.indexOf('/') > 0 -> JsonText.quote(shown);
            case Value.Amount(double amount) ->
                    amount == Math.rint(amount)
                            ? Long.toString((long) amount)
                            : Double.toString(amount);
            case Value.Moment moment -> JsonText.quote(moment.at().toString());
            case Value.State state -> JsonText.quote(state.word());
            case Value.Flag(boolean set) -> Boolean.toString(set);
            case Value.Absent ignored -> "null";
        };
    }

    /** RFC 4180, with column ids as the first line. */
    public static void csv(TableFrame table, Consumer<String> line) {
        line.accept(String.join(",", table.columns().stream().map(ColumnHead::id).toList()));
        for (int row = 0; row < table.rows().count(); row++) {
            StringBuilder out = new StringBuilder();
            for (int column = 0; column < table.columns().size(); column++) {
                out.append(column == 0 ? "" : ",").append(csvCell(text(table, row, column)));
            }
            line.accept(out.toString());
        }
    }

    /** A leading formula sign is defused, since the file will be opened in a spreadsheet. */
    private static String csvCell(String text) {
        String safe = !text.isEmpty() && "=+@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quote = safe.contains(",") || safe.contains("\"") || safe.contains("\n");
        return quote ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
