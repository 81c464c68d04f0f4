package dev.pilothouse.present;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What each command does to a view. Commands of logs are in {@link LogCommands}. */
final class CommandRunner {
    private final ConsoleContext context;
    private final ViewSession view;
    private final OverlayKeys overlays;
    private final Choices choices;
    private final Favourites favourites;
    private final Allowed allowed;
    private final Map<Command, Consumer<String>> actions = new EnumMap<>(Command.class);
    private int markAnchor = -1;

    CommandRunner(ConsoleContext context, ViewSession view, OverlayKeys overlays) {
        this.context = context;
        this.view = view;
        this.overlays = overlays;
        favourites = new Favourites(context);
        allowed = new Allowed(context);
        choices = new Choices(context, view, favourites);
        motion();
        finding();
        going();
        looking();
        marking();
        showing();
        new LogCommands(context, view, overlays).bind(actions);
        for (Command command : Command.values()) {
            if (command.reserved()) {
                bind(command, () -> refuse(command));
            }
        }
        if (actions.size() != Command.values().length) {
            throw new IllegalStateException("a command does nothing");
        }
    }

    private void bind(Command command, Runnable action) {
        actions.put(command, key -> action.run());
    }

    /** Runs a command; `key` tells commands with several keys which one was meant. */
    void run(Command command, String key) {
        Consumer<String> action = actions.get(command);
        String whyNot = allowed.whyNot(command, top().selection());
        if (!whyNot.isEmpty()) {
            view.say(whyNot, Tone.WARN);
        } else if (action != null) {
            action.accept(key);
        }
    }

    private ScreenSession top() {
        return view.top();
    }

    private void motion() {
        bind(Command.UP, () -> moved(-1));
        bind(Command.DOWN, () -> moved(1));
        bind(Command.LEFT, () -> view.ask(new FaceRequest.ScrollColumns(-1)));
        bind(Command.RIGHT, () -> view.ask(new FaceRequest.ScrollColumns(1)));
        bind(Command.PAGE_UP, () -> moved(-view.viewport()));
        bind(Command.PAGE_DOWN, () -> moved(view.viewport()));
        bind(Command.HALF_UP, () -> moved(-Math.max(1, view.viewport() / 2)));
        bind(Command.HALF_DOWN, () -> moved(Math.max(1, view.viewport() / 2)));
        bind(Command.TOP, () -> view.cursorTo(0));
        bind(Command.BOTTOM, this::bottom);
        bind(Command.NEXT_PANE, () -> turn(1));
        bind(Command.PREVIOUS_PANE, () -> turn(-1));
    }

    /** The search goes on from where the user went. */
    private void moved(int rows) {
        top().state(top().state().found(-1));
        view.move(rows);
    }

    private void turn(int by) {
        top().focus = Math.floorMod(top().focus + by, top().panes.size());
    }

    private void bottom() {
        if (top().pane() instanceof LogPane) {
            view.change(top().state().follow(true));
        } else {
            view.cursorTo(top().pane().size() - 1);
        }
    }

    private void finding() {
        bind(Command.FILTER, this::prompt);
        bind(Command.NEXT_MATCH, () -> match(true));
        bind(Command.PREVIOUS_MATCH, () -> match(false));
        bind(
                Command.PROBLEMS,
                () -> view.change(top().state().problems(!top().state().problems())));
    }

    private void prompt() {
        boolean text = top().isText();
        String now = text ? top().state().search() : top().state().filter();
        overlays.open(
                new Overlay.Prompt(LineEdit.of(now), text ? "search" : "filter", view::setFilter));
    }

    /** Goes to the next line that the search found, and shows some lines before it. */
    void match(boolean forward) {
        ScreenSession screen = top();
        if (!(screen.pane() instanceof Searched searched)) {
            return;
        }
        PaneState state = screen.state();
        int from = state.found() >= 0 ? state.found() : state.index() - (forward ? 1 : 0);
        int next = TextSearch.next(searched.matches(), from, forward);
        if (next < 0) {
            if (!state.search().isEmpty()) {
                view.say("No line holds '" + state.search() + "'.", Tone.WARN);
            }
            return;
        }
        boolean seen =
                !state.follow() && next >= state.index() && next < state.index() + view.viewport();
        if (screen.kind == ScreenKind.EXPLAIN) {
            view.cursorTo(next);
        } else if (!seen) {
            view.cursorTo(Math.max(0, next - view.viewport() / 3));
        }
        screen.state(screen.state().found(next).follow(false));
    }

    private void going() {
        bind(Command.OPEN, this::openSelected);
        bind(Command.BACK, this::back);
        bind(Command.PALETTE, () -> overlays.open(choices.palette()));
        bind(Command.HELP, () -> overlays.open(new Overlay.Help(LineEdit.EMPTY, 0)));
        bind(Command.OWNER, this::owner);
        bind(Command.NODE, this::node);
        bind(Command.HISTORY_BACK, () -> view.travel(-1));
        bind(Command.HISTORY_FORWARD, () -> view.travel(1));
        bind(Command.LAST_VIEW, () -> view.travel(0));
        bind(Command.NEW_TAB, () -> view.ask(new FaceRequest.Tab(FaceRequest.Move.NEW)));
        bind(Command.NEXT_TAB, () -> view.ask(new FaceRequest.Tab(FaceRequest.Move.NEXT)));
        bind(Command.PREVIOUS_TAB, () -> view.ask(new FaceRequest.Tab(FaceRequest.Move.PREVIOUS)));
        bind(Command.CLOSE_TAB, () -> view.ask(new FaceRequest.Tab(FaceRequest.Move.CLOSE)));
        bind(Command.JOURNAL, () -> view.open(ScreenKind.JOURNAL, ""));
        bind(Command.SUSPEND, () -> view.ask(new FaceRequest.Suspend()));
        bind(Command.QUIT, () -> view.ask(new FaceRequest.Quit()));
    }

    private void looking() {
        bind(Command.EXPLAIN, () -> showSelected(ScreenKind.EXPLAIN, ""));
        bind(Command.LOGS, () -> showSelected(ScreenKind.LOGS, ""));
        bind(Command.PREVIOUS_LOGS, () -> showSelected(ScreenKind.LOGS, "previous-logs"));
        bind(Command.DESCRIBE, () -> showSelected(ScreenKind.DESCRIBE, ""));
        bind(Command.YAML, () -> showSelected(ScreenKind.YAML, ""));
        bind(Command.TIMELINE, () -> showSelected(ScreenKind.TIMELINE, ""));
        bind(Command.VERSIONS, this::versions);
    }

    private void marking() {
        bind(Command.MARK, this::mark);
        bind(Command.MARK_RANGE, this::markRange);
        bind(Command.CLEAR_MARKS, () -> view.change(top().state().marked(Set.of())));
    }

    private void showing() {
        bind(Command.SORT, () -> overlays.open(choices.sort(top())));
        bind(Command.INVERT, this::invert);
        bind(Command.SORT_LEFT, () -> sortBeside(-1));
        bind(Command.SORT_RIGHT, () -> sortBeside(1));
        bind(Command.WIDE, () -> view.change(top().state().wide(!top().state().wide())));
        bind(Command.FOLD, this::fold);
        bind(Command.COMPACT, () -> view.ask(new FaceRequest.CompactHeader()));
        actions.put(Command.FAVOURITE, this::favourite);
        bind(Command.NAMESPACES, () -> overlays.open(choices.namespaces()));
        bind(Command.CLUSTERS, () -> overlays.open(choices.clusters()));
        bind(Command.COPY, () -> overlays.open(new CopyChoices(context, view).picker(top())));
        bind(Command.EXPORT, () -> overlays.open(new ExportChoices(context, view).picker(top())));
        bind(Command.REFRESH, this::refreshNow);
        bind(Command.LOGIN, () -> allowed.login(view));
        bind(Command.REDRAW, () -> view.ask(new FaceRequest.Redraw()));
    }

    private void fold() {
        if (top().pane() instanceof LinesPane lines) {
            lines.toggleFold();
        }
    }

    private void refuse(Command command) {
        view.say(
                "Pilothouse cannot change the cluster yet; '"
                        + command.title()
                        + "' will have this key.",
                Tone.WARN);
    }

    private void openSelected() {
        Selection selection = top().selection();
        ClusterId cluster = selection.cluster();
        if (top().kind == ScreenKind.CLUSTERS && cluster != null) {
            choices.enter(cluster);
            view.open(ScreenKind.FLEET, "");
        } else if (!selection.equals(Selection.NOTHING)) {
            view.show(Routes.next(top().kind, selection), selection);
        }
    }

    private void back() {
        PaneState state = top().state();
        boolean narrowed =
                !state.filter().isEmpty() || !state.search().isEmpty() || state.problems();
        if (narrowed) {
            view.clearFilter();
        } else if (!view.pop()) {
            if (view.scope().equals(Scope.ALL)) {
                view.say(context.options().keys().keyOf(Command.QUIT) + " quits", Tone.QUIET);
            } else {
                view.narrow(Scope.ALL);
            }
        }
    }

    private void showSelected(ScreenKind kind, String look) {
        Selection selection = top().selection();
        if (selection.equals(Selection.NOTHING)) {
            selection = top().subject;
        }
        boolean ofCluster = kind == ScreenKind.EXPLAIN && selection.cluster() != null;
        if (selection.agent() == null && selection.object() == null && !ofCluster) {
            view.say("Nothing is selected.", Tone.WARN);
            return;
        }
        if (kind == ScreenKind.LOGS && !Routes.hasLogs(selection)) {
            view.say(selection.name() + " has no logs: choose a pod or an agent.", Tone.WARN);
            return;
        }
        view.show(
                kind,
                new Selection(
                        selection.agent(),
                        selection.object(),
                        selection.cluster(),
                        selection.name(),
                        look));
    }

    private void versions() {
        Selection selection = top().selection();
        if (selection.agent() == null) {
            view.open(ScreenKind.VERSIONS, "");
        } else {
            view.show(ScreenKind.VERSIONS, Selection.of(selection.agent()));
        }
    }

    private void owner() {
        Selection selection = top().selection();
        if (selection.agent() != null) {
            view.show(ScreenKind.AGENT, Selection.of(selection.agent()));
        } else {
            view.say("No rule makes this part of an agent.", Tone.WARN);
        }
    }

    private void node() {
        ObjectKey object = top().selection().object();
        String node =
                object == null
                        ? null
                        : context.stores().pods().get(object).map(pod -> pod.node()).orElse(null);
        if (object == null || node == null) {
            view.say("No node: choose a pod that is bound to one.", Tone.WARN);
            return;
        }
        view.show(
                ScreenKind.DESCRIBE,
                Selection.of(new ObjectKey(object.cluster(), Kind.NODE, "", node)));
    }

    private void mark() {
        Object key = top().pane().keyAt(top().state().index());
        if (key != null && !top().isText()) {
            markAnchor = top().state().index();
            view.change(top().state().toggleMark(key));
            view.move(1);
        }
    }

    private void markRange() {
        int to = top().state().index();
        int from = markAnchor < 0 ? to : markAnchor;
        Set<Object> keys = new HashSet<>(top().state().marked());
        for (int row = Math.min(from, to); row <= Math.max(from, to); row++) {
            Object key = top().pane().keyAt(row);
            if (key != null && !top().isText()) {
                keys.add(key);
            }
        }
        view.change(top().state().marked(keys));
    }

    private void invert() {
        PaneState state = top().state();
        view.change(state.sort(state.sort(), !state.descending()));
    }

    void sort(@Nullable String column) {
        PaneState state = top().state();
        boolean again = column != null && column.equals(state.sort());
        view.change(state.sort(column, again && !state.descending()));
    }

    /** The columns in the order they are shown; past the last comes the screen's own order. */
    private void sortBeside(int by) {
        if (top().pane().body(top().state(), context.time().now()) instanceof TableFrame table) {
            List<String> ids = table.columns().stream().map(ColumnHead::id).toList();
            String sorted = top().state().sort();
            int at = sorted == null ? -1 : ids.indexOf(sorted);
            int next = Math.floorMod(at + 1 + by, ids.size() + 1) - 1;
            sort(next < 0 ? null : ids.get(next));
        }
    }

    private void favourite(String key) {
        int number = context.options().keys().keysOf(Command.FAVOURITE).indexOf(key);
        if (number < 0) {
            overlays.open(choices.namespaces());
            return;
        }
        if (number == 0) {
            view.narrow(new Scope(view.scope().clusters(), Set.of()));
            return;
        }
        favourites
                .at(number)
                .ifPresentOrElse(
                        name -> view.narrow(new Scope(view.scope().clusters(), Set.of(name))),
                        () ->
                                view.say(
                                        "No favourite namespace has the number " + number + ".",
                                        Tone.WARN));
    }

    private void refreshNow() {
        context.sources().forEach(source -> context.background().execute(source::retryNow));
        view.say("Connecting and ordering anew.", Tone.QUIET);
        view.letGo();
    }
}
