package dev.pilothouse.present;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a frame together from the screen that is on top. */
final class FrameBuilder {
    private final ConsoleContext context;
    private final Headers headers;

    FrameBuilder(ConsoleContext context) {
        this.context = context;
        headers = new Headers(context);
    }

    /** What a frame is made of. */
    record Input(
            long number,
            Instant now,
            List<ScreenSession> stack,
            Scope scope,
            Overlay overlay,
            String message,
            Tone tone,
            long seen) {}

    Frame build(Input in) {
        ScreenSession top = in.stack().getLast();
        return new Frame(
                in.number(),
                in.now(),
                new Frame.ScreenId(top.kind, top.subject.name(), in.stack().size()),
                headers.header(in.stack(), in.scope(), in.now()),
                body(top, in.now()),
                new FooterFrame(hints(top), in.message(), in.tone()),
                overlay(in.overlay(), top),
                in.seen());
    }

    private static BodyFrame body(ScreenSession screen, Instant now) {
        if (screen.panes.size() == 1) {
            return screen.panes.getFirst().body(screen.states.getFirst(), now);
        }
        List<PanesFrame.Pane> panes = new ArrayList<>();
        for (int i = 0; i < screen.panes.size(); i++) {
            panes.add(
                    new PanesFrame.Pane(
                            screen.titles.get(i),
                            screen.weights.get(i),
                            screen.panes.get(i).body(screen.states.get(i), now)));
        }
        return new PanesFrame(screen.crumb, panes, screen.focus);
    }

    private List<FooterFrame.Hint> hints(ScreenSession screen) {
        List<Command> useful =
                switch (screen.kind) {
                    case FLEET ->
                            List.of(
                                    Command.OPEN,
                                    Command.EXPLAIN,
                                    Command.LOGS,
                                    Command.VERSIONS,
                                    Command.FILTER,
                                    Command.PROBLEMS,
                                    Command.PALETTE);
                    case AGENT ->
                            List.of(
                                    Command.EXPLAIN,
                                    Command.LOGS,
                                    Command.NEXT_PANE,
                                    Command.YAML,
                                    Command.DESCRIBE,
                                    Command.BACK);
                    case PODS ->
                            List.of(
                                    Command.OPEN,
                                    Command.LOGS,
                                    Command.PREVIOUS_LOGS,
                                    Command.DESCRIBE,
                                    Command.OWNER,
                                    Command.FILTER);
                    case WORKLOADS, NODES, EVENTS, VERSIONS ->
                            List.of(
                                    Command.OPEN,
                                    Command.EXPLAIN,
                                    Command.DESCRIBE,
                                    Command.YAML,
                                    Command.FILTER,
                                    Command.SORT);
                    case CLUSTERS ->
                            List.of(Command.OPEN, Command.REFRESH, Command.FILTER, Command.PALETTE);
                    case EXPLAIN ->
                            List.of(
                                    Command.OPEN,
                                    Command.LOGS,
                                    Command.DESCRIBE,
                                    Command.YAML,
                                    Command.COPY,
                                    Command.BACK);
                    case LOGS ->
                            List.of(
                                    Command.FILTER,
                                    Command.FOLLOW,
                                    Command.TIMESTAMPS,
                                    Command.WIDE,
                                    Command.PREVIOUS_LOGS,
                                    Command.BACK);
                    case YAML, DESCRIBE, JOURNAL, SELF ->
                            List.of(
                                    Command.FILTER,
                                    Command.NEXT_MATCH,
                                    Command.WIDE,
                                    Command.COPY,
                                    Command.BACK);
                };
        return useful.stream().map(this::hint).toList();
    }

    private FooterFrame.Hint hint(Command command) {
        String title = command.title();
        int cut = Math.min(comma(title, ','), comma(title, ' '));
        String label =
                command == Command.BACK ? "back" : title.substring(0, cut).toLowerCase(Locale.ROOT);
        return new FooterFrame.Hint(
                context.options().keys().keyOf(command), shortLabel(command, label));
    }

    private static int comma(String text, char at) {
        int index = text.indexOf(at);
        return index < 0 ? text.length() : index;
    }

    private static String shortLabel(Command command, String label) {
        return switch (command) {
            case PREVIOUS_LOGS -> "previous logs";
            case NEXT_PANE -> "next pane";
            case NEXT_MATCH -> "next match";
            case PROBLEMS -> "only problems";
            case OWNER -> "agent";
            case PALETTE -> "go to";
            case REFRESH -> "retry now";
            case TIMESTAMPS -> "times";
            case WIDE -> "wide";
            default -> label;
        };
    }

    private @Nullable OverlayFrame overlay(Overlay overlay, ScreenSession top) {
        return switch (overlay) {
            case Overlay.None ignored -> null;
            case Overlay.Prompt(LineEdit line, boolean search) ->
                    new OverlayFrame.PromptFrame(
                            search ? "search" : "filter",
                            line.text(),
                            line.caret(),
                            top.state().error());
            case Overlay.Picker picker ->
                    new OverlayFrame.PickerFrame(
                            picker.title(),
                            picker.line().text(),
                            picker.line().caret(),
                            picker.matching().stream().map(Overlay.Choice::item).toList(),
                            picker.selected());
            case Overlay.Help(LineEdit line) ->
                    new OverlayFrame.HelpFrame(
                            "Keys", line.text(), line.caret(), sections(line.text()));
        };
    }

    private List<OverlayFrame.Section> sections(String typed) {
        List<OverlayFrame.Section> sections = new ArrayList<>();
        for (Command.Group group : Command.Group.values()) {
            List<FooterFrame.Hint> keys = new ArrayList<>();
            for (Command command : Command.values()) {
                String shown = String.join(" ", context.options().keys().keysOf(command));
                boolean wanted =
                        dev.pilothouse.filter.Texts.contains(command.title() + " " + shown, typed);
                if (command.group() == group && !shown.isEmpty() && wanted) {
                    keys.add(new FooterFrame.Hint(shown, command.title()));
                }
            }
            if (!keys.isEmpty()) {
                sections.add(new OverlayFrame.Section(group.title(), keys));
            }
        }
        return sections;
    }
}
