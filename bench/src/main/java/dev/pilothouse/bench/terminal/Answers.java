package dev.pilothouse.bench.terminal;

import java.util.function.Consumer;

/** What a terminal like xterm answers to the questions of a program. */
final class Answers {
    private static final String ESC = "\u001b";
    private static final String STRING_END = ESC + "\\";

    private Answers() {}

    /** Colours: light text on a dark ground. */
    static void operatingSystem(String text, Consumer<String> say) {
        switch (text) {
            case "10;?", "12;?" ->
                    say.accept(
                            ESC + "]" + text.substring(0, 2) + ";rgb:e0e0/e0e0/e0e0" + STRING_END);
            case "11;?" -> say.accept(ESC + "]11;rgb:1e1e/1e1e/1e1e" + STRING_END);
            default -> {
                // titles, links and the clipboard need no answer
            }
        }
    }

    /** Returns whether this was a question. */
    static boolean control(Sequence asked, Screen screen, Consumer<String> say) {
        return switch (asked.end()) {
            case 'c' -> attributes(asked, say);
            case 'n' -> status(asked, screen, say);
            case 'q' -> asked.prefix().equals(">") && said(say, ESC + "P>|XTerm(390)" + STRING_END);
            case 't' ->
                    asked.at(0, 0) == 18
                            && said(
                                    say,
                                    ESC + "[8;" + screen.rows() + ";" + screen.columns() + "t");
            case 'p' ->
                    asked.intermediate().equals("$")
                            && said(say, ESC + "[" + asked.prefix() + asked.at(0, 0) + ";0$y");
            default -> false;
        };
    }

    private static boolean attributes(Sequence asked, Consumer<String> say) {
        return switch (asked.prefix()) {
            case "" -> said(say, ESC + "[?62;22c");
            case ">" -> said(say, ESC + "[>41;390;0c");
            default -> true;
        };
    }

    private static boolean status(Sequence asked, Screen screen, Consumer<String> say) {
        return switch (asked.at(0, 0)) {
            case 5 -> said(say, ESC + "[0n");
            case 6 ->
                    said(
                            say,
                            ESC
                                    + "["
                                    + asked.prefix()
                                    + (screen.cursorY() + 1)
                                    + ";"
                                    + (screen.cursorX() + 1)
                                    + "R");
            default -> true;
        };
    }

    private static boolean said(Consumer<String> say, String words) {
        say.accept(words);
        return true;
    }
}
