package dev.pilothouse.present;

import java.util.ArrayList;
import java.util.List;

/** The few keys that matter now: of what is open over the body, else of the selected row. */
final class Hints {
    private final KeyMap keys;
    private final Allowed allowed;

    Hints(KeyMap keys, Allowed allowed) {
        this.keys = keys;
        this.allowed = allowed;
    }

    List<FooterFrame.Hint> of(ScreenSession screen, Overlay overlay) {
        return switch (overlay) {
            case Overlay.None ignored -> body(screen);
            case Overlay.Prompt ignored ->
                    fixed("enter", "keep", "esc", "clear", "ctrl-w", "word", "ctrl-u", "empty");
            case Overlay.Picker ignored ->
                    fixed(
                            "enter",
                            "choose",
                            "up down",
                            "move",
                            "esc",
                            "close",
                            "type",
                            "to narrow");
            case Overlay.Help ignored ->
                    fixed("esc", "close", "up down", "scroll", "type", "to search");
        };
    }

    private static List<FooterFrame.Hint> fixed(String... pairs) {
        List<FooterFrame.Hint> hints = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            hints.add(new FooterFrame.Hint(pairs[i], pairs[i + 1]));
        }
        return hints;
    }

    private List<FooterFrame.Hint> body(ScreenSession screen) {
        List<Command> useful = new ArrayList<>(useful(screen.kind));
        Selection selection = screen.selection();
        if (screen.kind != ScreenKind.LOGS && !Routes.hasLogs(selection)) {
            useful.remove(Command.LOGS);
            useful.remove(Command.PREVIOUS_LOGS);
        }
        if (selection.agent() == null) {
            useful.remove(Command.OWNER);
        }
        // Whoever stands on something broken wants to know why first.
        if (screen.severity() >= Column.severity(dev.pilothouse.model.Health.Level.WARN)
                && useful.remove(Command.EXPLAIN)) {
            useful.addFirst(Command.EXPLAIN);
        }
        return useful.stream()
                .map(c -> hint(c, selection))
                .filter(hint -> !hint.key().isEmpty())
                .toList();
    }

    private FooterFrame.Hint hint(Command command, Selection selection) {
        return new FooterFrame.Hint(
                first(KeySheet.shown(keys.keysOf(command))),
                label(command),
                allowed.whyNot(command, selection));
    }

    private static String first(String keys) {
        int space = keys.indexOf(' ');
        return space < 0 ? keys : keys.substring(0, space);
    }

    private static List<Command> useful(ScreenKind kind) {
        return switch (kind) {
            case FLEET ->
                    List.of(
                            Command.OPEN,
                            Command.EXPLAIN,
                            Command.LOGS,
                            Command.TIMELINE,
                            Command.VERSIONS,
                            Command.FILTER,
                            Command.PROBLEMS);
            case AGENT ->
                    List.of(
                            Command.EXPLAIN,
                            Command.LOGS,
                            Command.TIMELINE,
                            Command.NEXT_PANE,
                            Command.YAML,
                            Command.BACK);
            case PODS ->
                    List.of(
                            Command.EXPLAIN,
                            Command.LOGS,
                            Command.PREVIOUS_LOGS,
                            Command.DESCRIBE,
                            Command.OWNER,
                            Command.FILTER);
            case WORKLOADS, NODES, EVENTS, VERSIONS, TIMELINE ->
                    List.of(
                            Command.OPEN,
                            Command.EXPLAIN,
                            Command.DESCRIBE,
                            Command.YAML,
                            Command.FILTER,
                            Command.SORT);
            case CLUSTERS ->
                    List.of(
                            Command.OPEN,
                            Command.EXPLAIN,
                            Command.LOGIN,
                            Command.REFRESH,
                            Command.FILTER,
                            Command.PALETTE);
            case EXPLAIN ->
                    List.of(
                            Command.OPEN,
                            Command.LOGS,
                            Command.TIMELINE,
                            Command.DESCRIBE,
                            Command.YAML,
                            Command.BACK);
            case LOGS ->
                    List.of(
                            Command.FILTER,
                            Command.NARROW,
                            Command.FOLLOW,
                            Command.LOG_RANGE,
                            Command.TIMESTAMPS,
                            Command.PREVIOUS_LOGS,
                            Command.WIDE);
            case YAML, DESCRIBE, JOURNAL, SELF ->
                    List.of(
                            Command.FILTER,
                            Command.NEXT_MATCH,
                            Command.WIDE,
                            Command.COPY,
                            Command.EXPORT,
                            Command.BACK);
        };
    }

    private static String label(Command command) {
        return switch (command) {
            case OPEN -> "open";
            case BACK -> "back";
            case EXPLAIN -> "why";
            case LOGS -> "logs";
            case PREVIOUS_LOGS -> "previous";
            case TIMELINE -> "timeline";
            case VERSIONS -> "versions";
            case DESCRIBE -> "describe";
            case YAML -> "YAML";
            case OWNER -> "agent";
            case FILTER -> "find";
            case PROBLEMS -> "problems";
            case PALETTE -> "go to";
            case NEXT_PANE -> "pane";
            case NEXT_MATCH -> "next";
            case REFRESH -> "retry now";
            case LOGIN -> "log in";
            case SORT -> "sort";
            case WIDE -> "wide";
            case COPY -> "copy";
            case EXPORT -> "save";
            case FOLLOW -> "follow";
            case NARROW -> "only with";
            case LOG_RANGE -> "range";
            case TIMESTAMPS -> "times";
            default -> command.title();
        };
    }
}
