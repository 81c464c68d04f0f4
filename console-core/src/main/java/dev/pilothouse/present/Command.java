package dev.pilothouse.present;

import java.util.List;

/**
 * Everything that can be done with a key, with its name in the palette and its default keys. A key
 * is written as in `ctrl-d`, `enter`, `esc`, `pgdn`, `shift-tab`, `space`, `/`, `G`; `list:` or
 * `text:` before it limits it to tables or to texts. No command here changes the outside world.
 */
public enum Command {
    OPEN("open", "Open", Group.GO, "enter"),
    BACK("back", "Back, or clear the filter", Group.GO, "esc", "q"),
    UP("up", "Up", Group.MOVE, "k", "up"),
    DOWN("down", "Down", Group.MOVE, "j", "down"),
    LEFT("left", "Scroll columns left", Group.MOVE, "h", "left"),
    RIGHT("right", "Scroll columns right", Group.MOVE, "right"),
    PAGE_UP("page-up", "Page up", Group.MOVE, "pgup", "text:b"),
    PAGE_DOWN("page-down", "Page down", Group.MOVE, "ctrl-f", "pgdn"),
    HALF_UP("half-up", "Half a page up", Group.MOVE, "ctrl-u"),
    HALF_DOWN("half-down", "Half a page down", Group.MOVE, "ctrl-d"),
    TOP("top", "First row", Group.MOVE, "g", "home"),
    BOTTOM("bottom", "Last row", Group.MOVE, "G", "end"),
    NEXT_PANE("next-pane", "Next pane", Group.MOVE, "tab"),
    PREVIOUS_PANE("previous-pane", "Previous pane", Group.MOVE, "shift-tab"),
    FILTER("filter", "Filter, or search in text", Group.FIND, "/"),
    NEXT_MATCH("next-match", "Next match", Group.FIND, "text:n"),
    PREVIOUS_MATCH("previous-match", "Previous match", Group.FIND, "text:N"),
    PROBLEMS("problems", "Only problems", Group.FIND, "E"),
    PALETTE("palette", "Go to or run anything", Group.GO, ":"),
    HELP("help", "Keys of this view", Group.GO, "?"),
    EXPLAIN("explain", "Explain why it is unhealthy", Group.LOOK, "x"),
    LOGS("logs", "Logs", Group.LOOK, "list:l"),
    PREVIOUS_LOGS("previous-logs", "Logs of the previous run", Group.LOOK, "p"),
    DESCRIBE("describe", "Describe", Group.LOOK, "d"),
    YAML("yaml", "YAML", Group.LOOK, "y"),
    VERSIONS("versions", "Versions", Group.LOOK, "v"),
    OWNER("owner", "Go to the owner", Group.GO, "J"),
    NODE("node", "Go to the node", Group.GO, "o"),
    MARK("mark", "Mark the row", Group.MARK, "space"),
    MARK_RANGE("mark-range", "Mark up to here", Group.MARK, "V", "ctrl-space"),
    CLEAR_MARKS("clear-marks", "Clear marks", Group.MARK, "ctrl-\\"),
    SORT("sort", "Sort by ...", Group.SHOW, "S"),
    INVERT("invert", "Turn the order around", Group.SHOW, "I"),
    WIDE("wide", "Wide columns, or wrap lines", Group.SHOW, "w"),
    FOLLOW("follow", "Follow the end", Group.SHOW, "F"),
    TIMESTAMPS("timestamps", "Times in logs", Group.SHOW, "text:t"),
    NAMESPACES("namespaces", "Choose namespaces", Group.SHOW, "list:N"),
    CLUSTERS("clusters", "Choose clusters", Group.GO, "C"),
    COPY("copy", "Copy ...", Group.SHOW, "c"),
    JOURNAL("journal", "Journal", Group.GO, "H"),
    REFRESH("refresh", "Order rows and connect anew, now", Group.SHOW, "r", "ctrl-r"),
    REDRAW("redraw", "Draw the screen anew", Group.SHOW, "ctrl-l"),
    SUSPEND("suspend", "Suspend to the shell", Group.GO, "ctrl-z"),
    QUIT("quit", "Quit", Group.GO, "ctrl-c");

    /** Headings of the key sheet. */
    public enum Group {
        GO("Go"),
        MOVE("Move"),
        FIND("Find"),
        LOOK("Look"),
        MARK("Mark"),
        SHOW("Show");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final String id;
    private final String title;
    private final Group group;

    private final List<String> keys;

    Command(String id, String title, Group group, String... keys) {
        this.id = id;
        this.title = title;
        this.group = group;
        this.keys = List.of(keys);
    }

    /** Name in `keys:` of the settings, such as `page-down`. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Group group() {
        return group;
    }

    /** The keys when the user changed nothing. */
    public List<String> defaultKeys() {
        return keys;
    }
}
