package dev.pilothouse.present;

/** One line of text being written; `caret` counts characters from 0. */
record LineEdit(String text, int caret) {
    static final LineEdit EMPTY = new LineEdit("", 0);

    static LineEdit of(String text) {
        return new LineEdit(text, text.length());
    }

    LineEdit type(String more) {
        String clean = dev.pilothouse.text.CleanText.line(more, 1_000);
        return new LineEdit(
                text.substring(0, caret) + clean + text.substring(caret), caret + clean.length());
    }

    LineEdit edit(Intent.EditKey key) {
        return switch (key) {
            case BACKSPACE ->
                    caret == 0
                            ? this
                            : new LineEdit(
                                    text.substring(0, caret - 1) + text.substring(caret),
                                    caret - 1);
            case DELETE ->
                    caret == text.length()
                            ? this
                            : new LineEdit(
                                    text.substring(0, caret) + text.substring(caret + 1), caret);
            case DELETE_WORD -> {
                int start = caret;
                while (start > 0 && text.charAt(start - 1) == ' ') {
                    start--;
                }
                while (start > 0 && text.charAt(start - 1) != ' ') {
                    start--;
                }
                yield new LineEdit(text.substring(0, start) + text.substring(caret), start);
            }
            case CLEAR -> EMPTY;
            case LEFT -> new LineEdit(text, Math.max(0, caret - 1));
            case RIGHT -> new LineEdit(text, Math.min(text.length(), caret + 1));
            case HOME -> new LineEdit(text, 0);
            case END -> of(text);
        };
    }
}
