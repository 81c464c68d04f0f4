package dev.pilothouse.present;

import dev.pilothouse.filter.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What lies over the body and takes the keys. */
sealed interface Overlay {

    LineEdit line();

    /** False for {@link None} alone. */
    default boolean open() {
        return true;
    }

    /** Nothing lies over the body. */
    record None() implements Overlay {
        @Override
        public LineEdit line() {
            return LineEdit.EMPTY;
        }

        @Override
        public Overlay line(LineEdit changed) {
            return this;
        }

        @Override
        public boolean open() {
            return false;
        }
    }

    Overlay line(LineEdit changed);

    /**
     * One line of text that takes effect while it is typed.
     *
     * @param label `filter`, `search`, `only lines with`
     */
    record Prompt(LineEdit line, String label, Consumer<String> into) implements Overlay {
        @Override
        public Overlay line(LineEdit changed) {
            return new Prompt(changed, label, into);
        }
    }

    /** A list to choose from. The choices were made when it was opened. */
    record Picker(String title, LineEdit line, List<Choice> all, int selected) implements Overlay {
        private static final int SHOWN = 200;

        @Override
        public Overlay line(LineEdit changed) {
            return new Picker(title, changed, all, 0);
        }

        Picker select(int index) {
            return new Picker(title, line, all, index);
        }

        /**
         * The choices that match what was typed, best first; equally good ones keep their order.
         * One pass and no sort, since there may be 50,000.
         */
        List<Choice> matching() {
            String typed = line.text().strip();
            int space = typed.indexOf(' ');
            String word = space < 0 ? typed : typed.substring(0, space);
            if (word.isEmpty()) {
                return all.subList(0, Math.min(SHOWN, all.size()));
            }
            List<List<Choice>> ranks = new ArrayList<>();
            for (int rank = 0; rank < Choice.NO_MATCH; rank++) {
                ranks.add(new ArrayList<>());
            }
            for (Choice choice : all) {
                int rank = choice.rank(word);
                if (rank < Choice.NO_MATCH && ranks.get(rank).size() < SHOWN) {
                    ranks.get(rank).add(choice);
                }
            }
            return ranks.stream().flatMap(List::stream).limit(SHOWN).toList();
        }

        /** What was typed after the first word. */
        String rest() {
            String typed = line.text().strip();
            int space = typed.indexOf(' ');
            return space < 0 ? "" : typed.substring(space + 1).strip();
        }
    }

    /** The key sheet; `first` is the line at its top when it is taller than the screen. */
    record Help(LineEdit line, int first) implements Overlay {
        @Override
        public Overlay line(LineEdit changed) {
            return new Help(changed, 0);
        }

        Help scroll(int top) {
            return new Help(line, top);
        }
    }

    /** One line of a picker and what choosing it does; `id` is what a user types for it. */
    record Choice(String id, OverlayFrame.Item item, Action action) {
        /** One more than the worst rank. */
        static final int NO_MATCH = 5;

        /** 0 for the name itself, then its start, its parts, the detail, its letters in order. */
        int rank(String word) {
            if (id.regionMatches(true, 0, word, 0, word.length())) {
                return id.length() == word.length() ? 0 : 1;
            }
            if (Texts.contains(item.label(), word)) {
                return 2;
            }
            return Texts.contains(item.detail(), word) ? 3 : Texts.fuzzy(id, word) ? 4 : NO_MATCH;
        }
    }

    /** Runs on the presenter's thread with what was typed after the first word. */
    interface Action {
        void run(String rest);
    }
}
