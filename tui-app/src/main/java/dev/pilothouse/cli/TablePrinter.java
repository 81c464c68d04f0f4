package dev.pilothouse.cli;

import dev.pilothouse.model.Value;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.ColumnHead;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.text.CellWidth;
import java.io.PrintStream;
import java.util.List;

/** Prints a table for people and for scripts. */
final class TablePrinter {
    /** Output formats of `get`. */
    enum Format {
        TABLE,
        WIDE,
        JSON,
        CSV,
        NAME;

        static java.util.Optional<Format> of(String word) {
            for (Format format : values()) {
                if (format.name().equalsIgnoreCase(word)) {
                    return java.util.Optional.of(format);
                }
            }
            return java.util.Optional.empty();
        }
    }

    private final PrintStream out;

    TablePrinter(PrintStream out) {
        this.out = out;
    }

    void print(TableFrame table, Format format) {
        switch (format) {
            case TABLE, WIDE -> table(table);
            case JSON -> json(table);
            case CSV -> csv(table);
            case NAME -> names(table);
        }
    }

    private void table(TableFrame table) {
        List<ColumnHead> heads = table.columns();
        int[] widths = new int[heads.size()];
        for (int column = 0; column < heads.size(); column++) {
            widths[column] = CellWidth.of(heads.get(column).title());
            for (int row = 0; row < table.rows().count(); row++) {
                widths[column] = Math.max(widths[column], CellWidth.of(text(table, row, column)));
            }
        }
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < heads.size(); column++) {
            pad(
                    line,
                    heads.get(column).title(),
                    widths[column],
                    heads.get(column),
                    column == heads.size() - 1);
        }
        out.println(line.toString().stripTrailing());
        for (int row = 0; row < table.rows().count(); row++) {
            line.setLength(0);
            for (int column = 0; column < heads.size(); column++) {
                pad(
                        line,
                        text(table, row, column),
                        widths[column],
                        heads.get(column),
                        column == heads.size() - 1);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String text(TableFrame table, int row, int column) {
        Cell cell = table.rows().cell(row, column);
        return cell.text();
    }

    private static void pad(
            StringBuilder line, String text, int width, ColumnHead head, boolean last) {
        String gap = " ".repeat(Math.max(0, width - CellWidth.of(text)));
        line.append(head.layout().right() ? gap + text : text + gap).append(last ? "" : "  ");
    }

    private void json(TableFrame table) {
        out.print("{\"version\":1,\"items\":[");
        for (int row = 0; row < table.rows().count(); row++) {
            out.print(row == 0 ? "\n  {" : ",\n  {");
            for (int column = 0; column < table.columns().size(); column++) {
                out.print(
                        (column == 0 ? "" : ",")
                                + JsonText.quote(table.columns().get(column).id())
                                + ":"
                                + value(table, row, column));
            }
            out.print("}");
        }
        out.println(table.rows().count() == 0 ? "]}" : "\n]}");
    }

    private static String value(TableFrame table, int row, int column) {
        return switch (table.rows().value(row, column)) {
            case Value.Text(String text) -> JsonText.quote(text);
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

    private void csv(TableFrame table) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < table.columns().size(); column++) {
            line.append(column == 0 ? "" : ",").append(table.columns().get(column).id());
        }
        out.println(line);
        for (int row = 0; row < table.rows().count(); row++) {
            line.setLength(0);
            for (int column = 0; column < table.columns().size(); column++) {
                line.append(column == 0 ? "" : ",").append(csvCell(text(table, row, column)));
            }
            out.println(line);
        }
    }

    /**
     * Quoted as RFC 4180 says; a leading formula sign is defused, since the file will be opened in
     * a spreadsheet.
     */
    private static String csvCell(String text) {
        String safe = !text.isEmpty() && "=+@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quote = safe.contains(",") || safe.contains("\"") || safe.contains("\n");
        return quote ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private void names(TableFrame table) {
        int name = 0;
        for (int column = 0; column < table.columns().size(); column++) {
            if (table.columns().get(column).id().equals("name")
                    || table.columns().get(column).id().equals("agent")) {
                name = column;
                break;
            }
        }
        for (int row = 0; row < table.rows().count(); row++) {
            out.println(text(table, row, name));
        }
    }
}
