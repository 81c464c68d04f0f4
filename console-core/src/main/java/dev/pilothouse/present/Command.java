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
    TIMELINE("timeline", "Timeline: events, restarts, rollouts", Group.LOOK, "T"),
    VERSIONS("versions", "Versions", Group.LOOK, "v"),
    OWNER("owner", "Go to the owner", Group.GO, "J"),
    NODE("node", "Go to the node", Group.GO, "o"),
    HISTORY_BACK("history-back", "Earlier screen", Group.GO, "["),
    HISTORY_FORWARD("history-forward", "Later screen", Group.GO, "]"),
    LAST_VIEW("last-view", "Screen before this one", Group.GO, "-"),
    MARK("mark", "Mark the row", Group.MARK, "space"),
    MARK_RANGE("mark-range", "Mark up to here", Group.MARK, "V", "ctrl-space"),
    CLEAR_MARKS("clear-marks", "Clear marks", Group.MARK, "ctrl-\\"),
    SORT("sort", "Sort by ...", Group.SHOW, "list:S"),
    INVERT("invert", "Turn the order around", Group.SHOW, "list:I"),
    SORT_LEFT("sort-left", "Sort by the column to the left", Group.SHOW, "list:shift-left"),
    SORT_RIGHT("sort-right", "Sort by the column to the right", Group.SHOW, "list:shift-right"),
    WIDE("wide", "Wide columns, or wrap lines", Group.SHOW, "w"),
    FOLD("fold", "Show managed fields, or fold them", Group.SHOW, "text:M"),
    COMPACT("compact", "Header in one line", Group.SHOW, "z"),
    FAVOURITE("favourite", "Favourite namespaces, 0 all", Group.SHOW, digits("list:", 9)),
    NAMESPACES("namespaces", "Choose namespaces", Group.SHOW, "list:N"),
    CLUSTERS("clusters", "Choose clusters", Group.SHOW, "C"),
    COPY("copy", "Copy ...", Group.SHOW, "c"),
    EXPORT("export", "Save what is shown to a file", Group.SHOW, "X"),
    FOLLOW("follow", "Follow the end", Group.LOG, "text:F"),
    LOG_RANGE("log-range", "Tail, head, 1m 5m 15m 30m 1h", Group.LOG, digits("text:", 6)),
    NARROW("narrow", "Only lines with ...", Group.LOG, "text:&"),
    TIMESTAMPS("timestamps", "Times of lines", Group.LOG, "text:t"),
    READABLE("readable", "JSON lines readable or as sent", Group.LOG, "text:f"),
    CONTAINER("container", "Choose the container", Group.LOG, "text:S"),
    MARK_LINE("mark-line", "Draw a line here", Group.LOG, "text:m"),
    NEW_TAB("new-tab", "New tab", Group.GO, "ctrl-t"),
    NEXT_TAB("next-tab", "Next tab", Group.GO, "ctrl-n"),
    PREVIOUS_TAB("previous-tab", "Previous tab", Group.GO, "ctrl-p"),
    CLOSE_TAB("close-tab", "Close the tab", Group.GO, "ctrl-w"),
    JOURNAL("journal", "Journal", Group.GO, "H"),
    LOGIN("login", "Log in to the cluster anew", Group.GO, "list:L"),
    REFRESH("refresh", "Order rows and connect anew, now", Group.SHOW, "r", "ctrl-r"),
    REDRAW("redraw", "Draw the screen anew", Group.SHOW, "ctrl-l"),
    SUSPEND("suspend", "Suspend to the shell", Group.GO, "ctrl-z"),
    QUIT("quit", "Quit", Group.GO, "ctrl-c"),
    ACTIONS("actions", "Actions on the selection", Group.CHANGE, "a"),
    EDIT("edit", "Edit", Group.CHANGE, "e"),
    ROLL_BACK("roll-back", "Roll back", Group.CHANGE, "R"),
    QUOTA("quota", "Change the quota", Group.CHANGE, "Q"),
    BREAKER("breaker", "Trip or reset a breaker", Group.CHANGE, "B"),
    PAUSE("pause", "Pause or drain", Group.CHANGE, "P"),
    DELETE("delete", "Delete", Group.CHANGE, "D"),
    UNDO("undo", "Undo", Group.CHANGE, "U");

    /** Headings of the key sheet. */
    public enum Group {
        GO("Go"),
        MOVE("Move"),
        FIND("Find"),
        LOOK("Look"),
        MARK("Mark"),
        SHOW("Show"),
        LOG("Logs"),
        /** Keys that are kept for changes, so that nobody learns them for something else. */
        CHANGE("Change (not possible yet)");

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

    /** Keys `0` up; which of them was pressed is the command's choice. */
    private static String[] digits(String scope, int last) {
        String[] keys = new String[last + 1];
        for (int digit = 0; digit <= last; digit++) {
            keys[digit] = scope + digit;
        }
        return keys;
    }

    /** True for commands that only tell what will be possible. */
    public boolean reserved() {
        return group == Group.CHANGE;
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
