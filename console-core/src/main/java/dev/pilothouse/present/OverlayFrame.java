package dev.pilothouse.present;

import java.util.List;

/** What lies over the body and takes the keys. */
public sealed interface OverlayFrame {

    /**
     * An input line at the foot or head of the body: filter or search. `caret` counts characters.
     */
    record PromptFrame(String label, String text, int caret, TableFrame.FilterError error)
            implements OverlayFrame {}

    /**
     * A list to choose from, narrowed by typing: the palette, sort, namespace, cluster and copy
     * pickers.
     */
    record PickerFrame(String title, String text, int caret, List<Item> items, int selected)
            implements OverlayFrame {
        public PickerFrame {
            items = List.copyOf(items);
        }
    }

    /**
     * The key sheet of this view. `first` asks for the row at its top where it is taller than the
     * screen; a painter stops at the end.
     */
    record HelpFrame(String title, String text, int caret, List<Section> sections, int first)
            implements OverlayFrame {
        public HelpFrame {
            sections = List.copyOf(sections);
        }

        public HelpFrame(String title, String text, int caret, List<Section> sections) {
            this(title, text, caret, sections, 0);
        }
    }

    /** One choice; greyed with its reason when it cannot be chosen. */
    record Item(String label, String detail, String key, boolean enabled, String reason) {}

    /** A heading with its lines of help; `quiet` ones tell what cannot be done yet. */
    record Section(String heading, List<FooterFrame.Hint> keys, boolean quiet) {
        public Section {
            keys = List.copyOf(keys);
        }

        public Section(String heading, List<FooterFrame.Hint> keys) {
            this(heading, keys, false);
        }
    }
}
