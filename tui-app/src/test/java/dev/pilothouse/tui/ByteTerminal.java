package dev.pilothouse.tui;

import java.util.Arrays;

/**
 * What a terminal shows after the bytes that were written to it: the sequences that {@link
 * DeltaScreen} uses, and no others, so that a new one is noticed. Attributes are kept per cell as
 * the parameters that set them.
 */
final class ByteTerminal {
    private final char[][] cells;
    private final boolean[][] reversed;
    private int row;
    private int column;
    private int top;
    private int bottom;
    private boolean reverse;

    ByteTerminal(int columns, int rows) {
        cells = new char[rows][columns];
        reversed = new boolean[rows][columns];
        for (char[] line : cells) {
            Arrays.fill(line, ' ');
        }
        bottom = rows - 1;
    }

    String line(int y) {
        return new String(cells[y]);
    }

    boolean reversed(int x, int y) {
        return reversed[y][x];
    }

    void write(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\u001b') {
                i = escape(text, i + 1);
                continue;
            }
            switch (c) {
                case '\r' -> column = 0;
                case '\b' -> column--;
                case '\n' -> index();
                default -> {
                    cells[row][column] = c;
                    reversed[row][column++] = reverse;
                }
            }
            i++;
        }
    }

    private void index() {
        if (row == bottom) {
            shift(1);
        } else {
            row++;
        }
    }

    private void shift(int by) {
        for (int i = 0; i <= bottom - top; i++) {
            int to = by > 0 ? top + i : bottom - i;
            int from = to + by;
            boolean inside = from >= top && from <= bottom;
            cells[to] = inside ? cells[from].clone() : " ".repeat(cells[0].length).toCharArray();
            reversed[to] = inside ? reversed[from].clone() : new boolean[cells[0].length];
        }
    }

    private int escape(String text, int at) {
        if (text.charAt(at) == 'M') {
            if (row == top) {
                shift(-1);
            } else {
                row--;
            }
            return at + 1;
        }
        int end = at + 1;
        while ("0123456789;?".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        control(text.charAt(end), text.substring(at + 1, end));
        return end + 1;
    }

    private void control(char what, String parameters) {
        String[] all = parameters.split(";", -1);
        int first = parameters.isEmpty() || all[0].startsWith("?") ? 1 : Integer.parseInt(all[0]);
        switch (what) {
            case 'A' -> row -= first;
            case 'B' -> row += first;
            case 'C' -> column += first;
            case 'D' -> column -= first;
            case 'H' -> {
                row = first - 1;
                column = all.length > 1 ? Integer.parseInt(all[1]) - 1 : 0;
            }
            case 'J' -> {
                for (int y = 0; y < cells.length; y++) {
                    Arrays.fill(cells[y], ' ');
                    Arrays.fill(reversed[y], false);
                }
            }
            case 'K' -> {
                Arrays.fill(cells[row], column, cells[row].length, ' ');
                Arrays.fill(reversed[row], column, cells[row].length, false);
            }
            case 'm' -> style(all);
            case 'r' -> {
                top = parameters.isEmpty() ? 0 : first - 1;
                bottom = parameters.isEmpty() ? cells.length - 1 : Integer.parseInt(all[1]) - 1;
                row = 0;
                column = 0;
            }
            case 'h', 'l' -> {}
            default -> throw new IllegalStateException("sequence " + parameters + what);
        }
    }

    private void style(String[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case "0" -> reverse = false;
                case "7" -> reverse = true;
                case "38", "48" -> i += parameters[i + 1].equals("2") ? 4 : 2;
                default -> {}
            }
        }
    }
}
