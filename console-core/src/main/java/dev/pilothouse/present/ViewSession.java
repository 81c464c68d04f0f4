package dev.pilothouse.present;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One view: its stack of screens, what the user chose, and how intents change that. Confined to the
 * presenter's thread, apart from the frame that it publishes. The choices live in small immutable
 * states per pane; this class only moves between them.
 */
final class ViewSession {
    /** Rows keep their places this long after a key. */
    private static final Duration HOLD = Duration.ofSeconds(2);

    private final ConsoleContext context;
    private final ScreenFactory screens;
    private final FrameBuilder frames;
    private final Choices choices;
    private final List<ScreenSession> stack = new ArrayList<>();
    private Overlay overlay = new Overlay.None();
    private Scope scope = Scope.ALL;
    private int viewport = 20;
    private long seen;
    private Instant lastKey = Instant.EPOCH;
    private final Message message = new Message();
    private int markAnchor = -1;
    final AtomicReference<Consumer<FaceRequest>> face = new AtomicReference<>(request -> {});

    ViewSession(ConsoleContext context, ScreenKind first, String filter) {
        this.context = context;
        screens = new ScreenFactory(context);
        frames = new FrameBuilder(context);
        choices = new Choices(context, this);
        push(screens.create(first, Selection.NOTHING));
        if (!filter.isEmpty()) {
            setFilter(filter);
        }
    }

    ScreenSession top() {
        return stack.getLast();
    }

    Scope scope() {
        return scope;
    }

    boolean hold(Instant now) {
        return lastKey.plus(HOLD).isAfter(now);
    }

    /** Takes in data; returns whether the frame must be made anew. */
    boolean refresh(Instant now) {
        boolean changed = false;
        ScreenSession screen = top();
        for (PaneModel pane : screen.panes) {
            changed |= pane.refresh(now, hold(now));
        }
        return changed;
    }

    Frame frame(long number, Instant now) {
        ScreenSession screen = top();
        for (int i = 0; i < screen.panes.size(); i++) {
            PaneModel pane = screen.panes.get(i);
            pane.apply(screen.states.get(i), scope, now);
            screen.states.set(i, pane.settle(screen.states.get(i)));
        }
        return frames.build(
                new FrameBuilder.Input(
                        number,
                        now,
                        List.copyOf(stack),
                        scope,
                        overlay,
                        message.shown(now),
                        message.tone(),
                        seen));
    }

    void say(String text, Tone tone) {
        message.say(text, tone, context.time().now());
    }

    void handle(Intent intent) {
        seen++;
        switch (intent) {
            case Intent.Viewport(int rows) -> {
                viewport = Math.max(1, rows);
                return;
            }
            case Intent.Run(Command command) -> run(command);
            case Intent.Move(int rows) -> move(rows);
            case Intent.Select(int row) -> cursorTo(row);
            case Intent.Focus(int pane) ->
                    top().focus = Math.clamp(pane, 0, top().panes.size() - 1);
            case Intent.Keys(List<String> pressed) -> keys(pressed);
            case Intent.Type(String text) -> edit(overlay.line().type(text));
            case Intent.Edit(Intent.EditKey key) -> edit(overlay.line().edit(key));
            case Intent.SetFilter(String text) -> setFilter(text);
            case Intent.Sort(String column) -> sort(column);
            case Intent.Open(ScreenKind screen, String filter) -> open(screen, filter);
            case Intent.Choose(int item) -> choose(item);
        }
        lastKey = context.time().now();
    }

    /** Characters in a row are typed at once, so that a pasted filter is applied once. */
    private void keys(List<String> pressed) {
        StringBuilder typed = new StringBuilder();
        for (String key : pressed) {
            String text = KeyText.typed(key);
            if (overlay.open() && !text.isEmpty()) {
                typed.append(text);
                continue;
            }
            flush(typed);
            if (overlay.open()) {
                KeyText.edit(key)
                        .ifPresentOrElse(
                                edit -> edit(overlay.line().edit(edit)),
                                () -> KeyText.inOverlay(key).ifPresent(this::run));
            } else {
                KeyMap.Scope where = top().isText() ? KeyMap.Scope.TEXT : KeyMap.Scope.LIST;
                context.options().keys().command(key, where).ifPresent(this::run);
            }
        }
        flush(typed);
    }

    private void flush(StringBuilder typed) {
        if (!typed.isEmpty()) {
            edit(overlay.line().type(typed.toString()));
            typed.setLength(0);
        }
    }

    /** Opens a screen as a new start: the way back is forgotten. */
    void open(ScreenKind screen, String filter) {
        overlay = new Overlay.None();
        Selection subject = Routes.needsSubject(screen) ? top().selection() : Selection.NOTHING;
        if (Routes.needsSubject(screen)) {
            push(screens.create(screen, subject));
            return;
        }
        stack.forEach(ScreenSession::close);
        stack.clear();
        push(screens.create(screen, Selection.NOTHING));
        if (!filter.isEmpty()) {
            setFilter(filter);
        }
    }

    void push(ScreenSession screen) {
        stack.add(screen);
        markAnchor = -1;
        // A new screen is in order from its first frame; only a cursor that is in use holds rows.
        lastKey = Instant.EPOCH;
        refresh(context.time().now());
    }

    void show(ScreenKind kind, Selection subject) {
        overlay = new Overlay.None();
        push(screens.create(kind, subject));
    }

    void narrow(Scope changed) {
        overlay = new Overlay.None();
        scope = changed;
    }

    private void run(Command command) {
        if (overlay.open()) {
            runInOverlay(command);
            return;
        }
        switch (command) {
            case OPEN -> openSelected();
            case BACK -> back();
            case UP -> move(-1);
            case DOWN -> move(1);
            case LEFT -> face.get().accept(new FaceRequest.ScrollColumns(-1));
            case RIGHT -> face.get().accept(new FaceRequest.ScrollColumns(1));
            case PAGE_UP -> move(-viewport);
            case PAGE_DOWN -> move(viewport);
            case HALF_UP -> move(-Math.max(1, viewport / 2));
            case HALF_DOWN -> move(Math.max(1, viewport / 2));
            case TOP -> cursorTo(0);
            case BOTTOM -> bottom();
            case NEXT_PANE -> top().focus = (top().focus + 1) % top().panes.size();
            case PREVIOUS_PANE ->
                    top().focus = (top().focus + top().panes.size() - 1) % top().panes.size();
            case FILTER ->
                    overlay =
                            new Overlay.Prompt(
                                    LineEdit.of(
                                            top().isText()
                                                    ? top().state().search()
                                                    : top().state().filter()),
                                    top().isText());
            case NEXT_MATCH -> match(true);
            case PREVIOUS_MATCH -> match(false);
            case PROBLEMS -> change(top().state().problems(!top().state().problems()));
            case PALETTE -> overlay = choices.palette();
            case HELP -> overlay = new Overlay.Help(LineEdit.EMPTY);
            case EXPLAIN -> showSelected(ScreenKind.EXPLAIN, "");
            case LOGS -> showSelected(ScreenKind.LOGS, "");
            case PREVIOUS_LOGS -> showSelected(ScreenKind.LOGS, "previous-logs");
            case DESCRIBE -> showSelected(ScreenKind.DESCRIBE, "");
            case YAML -> showSelected(ScreenKind.YAML, "");
            case VERSIONS -> versions();
            case OWNER -> owner();
            case NODE -> node();
            case MARK -> mark();
            case MARK_RANGE -> markRange();
            case CLEAR_MARKS -> change(top().state().marked(Set.of()));
            case SORT -> overlay = choices.sort(top());
            case INVERT ->
                    change(top().state().sort(top().state().sort(), !top().state().descending()));
            case WIDE -> change(top().state().wide(!top().state().wide()));
            case FOLLOW -> change(top().state().follow(!top().state().follow()));
            case TIMESTAMPS -> change(top().state().problems(!top().state().problems()));
            case NAMESPACES -> overlay = choices.namespaces();
            case CLUSTERS -> open(ScreenKind.CLUSTERS, "");
            case COPY -> overlay = choices.copy(top());
            case JOURNAL -> open(ScreenKind.JOURNAL, "");
            case REFRESH -> refreshNow();
            case REDRAW -> face.get().accept(new FaceRequest.Redraw());
            case SUSPEND -> face.get().accept(new FaceRequest.Suspend());
            case QUIT -> face.get().accept(new FaceRequest.Quit());
        }
    }

    void runFromPalette(Command command) {
        overlay = new Overlay.None();
        run(command);
    }

    private void runInOverlay(Command command) {
        switch (command) {
            case BACK -> {
                boolean prompt = overlay instanceof Overlay.Prompt;
                overlay = new Overlay.None();
                if (prompt) {
                    clearFilter();
                }
            }
            case OPEN -> {
                if (overlay instanceof Overlay.Picker picker) {
                    choose(picker.selected());
                } else {
                    overlay = new Overlay.None();
                }
            }
            case UP -> move(-1);
            case DOWN -> move(1);
            case QUIT -> face.get().accept(new FaceRequest.Quit());
            default -> {}
        }
    }

    private void choose(int index) {
        if (!(overlay instanceof Overlay.Picker picker)) {
            return;
        }
        List<Overlay.Choice> matching = picker.matching();
        if (index < 0 || index >= matching.size()) {
            say("Nothing matches '" + picker.line().text() + "'.", Tone.WARN);
            overlay = new Overlay.None();
            return;
        }
        Overlay.Choice choice = matching.get(index);
        if (!choice.item().enabled()) {
            say(choice.item().reason(), Tone.WARN);
            return;
        }
        overlay = new Overlay.None();
        choice.action().run(picker.rest());
    }

    private void edit(LineEdit line) {
        if (!overlay.open()) {
            return;
        }
        overlay = overlay.line(line);
        if (overlay instanceof Overlay.Prompt) {
            setFilter(line.text());
        }
    }

    private void setFilter(String text) {
        PaneState state = top().state();
        if (top().isText()) {
            change(state.search(text));
            if (!text.isEmpty()) {
                match(true);
            }
            return;
        }
        change(state.filter(text, TablePane.check(text, top().pane().columns())));
    }

    private void clearFilter() {
        PaneState state = top().state();
        change(state.filter("", TableFrame.FilterError.NONE).search("").problems(false));
    }

    private void change(PaneState state) {
        top().state(state);
        top().pane().apply(state, scope, context.time().now());
        top().state(top().pane().settle(state));
    }

    private void move(int rows) {
        if (overlay instanceof Overlay.Picker picker) {
            int last = Math.max(0, picker.matching().size() - 1);
            overlay = picker.select(Math.clamp((long) picker.selected() + rows, 0, last));
            return;
        }
        cursorTo(top().state().index() + rows);
    }

    private void cursorTo(int row) {
        ScreenSession screen = top();
        int last = screen.pane().size() - 1;
        int lowest =
                screen.pane() instanceof TablePane<?, ?> || selectable(screen)
                        ? last
                        : Math.max(0, last - viewport + 1);
        int index = Math.clamp(row, 0, Math.max(0, lowest));
        PaneState state = screen.state().at(screen.pane().keyAt(index), index);
        screen.state(screen.isText() ? state.follow(false) : state);
    }

    private static boolean selectable(ScreenSession screen) {
        return screen.kind == ScreenKind.EXPLAIN;
    }

    private void bottom() {
        if (top().pane() instanceof LogPane) {
            change(top().state().follow(true));
        } else {
            cursorTo(top().pane().size() - 1);
        }
    }

    private void match(boolean forward) {
        if (top().pane() instanceof LinesPane lines) {
            lines.apply(top().state(), scope, context.time().now());
            int next = TextSearch.next(lines.matches(), top().state().index(), forward);
            if (next >= 0) {
                cursorTo(next);
            } else if (!top().state().search().isEmpty()) {
                say("No match for '" + top().state().search() + "'.", Tone.WARN);
            }
        }
    }

    private void back() {
        PaneState state = top().state();
        boolean narrowed =
                !state.filter().isEmpty()
                        || !state.search().isEmpty()
                        || (state.problems() && !(top().pane() instanceof LogPane));
        if (narrowed) {
            clearFilter();
        } else if (stack.size() > 1) {
            stack.removeLast().close();
        } else if (!scope.equals(Scope.ALL)) {
            scope = Scope.ALL;
        } else {
            say(context.options().keys().keyOf(Command.QUIT) + " quits", Tone.QUIET);
        }
    }

    private void openSelected() {
        Selection selection = top().selection();
        ClusterId cluster = selection.cluster();
        if (top().kind == ScreenKind.CLUSTERS && cluster != null) {
            context.source(cluster).ifPresent(source -> source.open(ScreenFactory.everything()));
            scope = new Scope(Set.of(cluster.name()), Set.of());
            open(ScreenKind.FLEET, "");
            return;
        }
        if (selection.equals(Selection.NOTHING)) {
            return;
        }
        ScreenKind next = Routes.next(top().kind, selection);
        show(next, selection);
    }

    private void showSelected(ScreenKind kind, String look) {
        Selection selection = top().selection();
        if (selection.equals(Selection.NOTHING)) {
            selection = top().subject;
        }
        if (selection.agent() == null && selection.object() == null) {
            say("Nothing is selected.", Tone.WARN);
            return;
        }
        if (kind == ScreenKind.LOGS && !Routes.hasLogs(selection)) {
            say(selection.name() + " has no logs: choose a pod or an agent.", Tone.WARN);
            return;
        }
        show(
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
            open(ScreenKind.VERSIONS, "");
        } else {
            show(ScreenKind.VERSIONS, Selection.of(selection.agent()));
        }
    }

    private void owner() {
        Selection selection = top().selection();
        if (selection.agent() != null) {
            show(ScreenKind.AGENT, Selection.of(selection.agent()));
        } else {
            say("No rule makes this part of an agent.", Tone.WARN);
        }
    }

    private void node() {
        ObjectKey object = top().selection().object();
        String node =
                object == null
                        ? null
                        : context.stores().pods().get(object).map(pod -> pod.node()).orElse(null);
        if (object == null || node == null) {
            say("No node: choose a pod that is bound to one.", Tone.WARN);
            return;
        }
        show(
                ScreenKind.DESCRIBE,
                Selection.of(new ObjectKey(object.cluster(), Kind.NODE, "", node)));
    }

    private void mark() {
        Object key = top().pane().keyAt(top().state().index());
        if (key != null) {
            markAnchor = top().state().index();
            change(top().state().toggleMark(key));
            move(1);
        }
    }

    private void markRange() {
        int to = top().state().index();
        int from = markAnchor < 0 ? to : markAnchor;
        Set<Object> keys = new HashSet<>(top().state().marked());
        for (int row = Math.min(from, to); row <= Math.max(from, to); row++) {
            Object key = top().pane().keyAt(row);
            if (key != null) {
                keys.add(key);
            }
        }
        change(top().state().marked(keys));
    }

    void sort(@org.jspecify.annotations.Nullable String column) {
        PaneState state = top().state();
        boolean again = column != null && column.equals(state.sort());
        change(state.sort(column, again && !state.descending()));
    }

    private void refreshNow() {
        context.sources().forEach(source -> context.background().execute(source::retryNow));
        say("Connecting and ordering anew.", Tone.QUIET);
        Instant before = lastKey;
        lastKey = Instant.EPOCH;
        refresh(context.time().now());
        lastKey = before;
    }

    void close() {
        stack.forEach(ScreenSession::close);
    }
}
