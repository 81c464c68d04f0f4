package dev.pilothouse.present;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One view: its stack of screens, what the user chose, and how intents change that. Confined to the
 * presenter's thread, apart from the frame that it publishes. The choices live in small immutable
 * states per pane; this class only moves between them. What a command does is in {@link
 * CommandRunner}, what is typed in {@link OverlayKeys}.
 */
final class ViewSession {
    /** Rows keep their places this long after a key. */
    static final Duration HOLD = Duration.ofSeconds(2);

    private final ConsoleContext context;
    private final ScreenFactory screens;
    private final FrameBuilder frames;
    private final CommandRunner commands;
    private final OverlayKeys overlays;
    private final ViewHistory history = new ViewHistory();
    private final List<ScreenSession> stack = new ArrayList<>();
    private Scope scope = Scope.ALL;
    private int viewport = 20;
    private long seen;
    private long made;
    Instant lastKey = Instant.EPOCH;
    final Message message = new Message();
    private List<OverlayFrame.Item> offered = List.of();
    final AtomicReference<Consumer<FaceRequest>> face = new AtomicReference<>(request -> {});

    private final @Nullable ViewSession leader;

    ViewSession(ConsoleContext context, ScreenKind first, String filter) {
        this(context, first, filter, null);
    }

    /** Shows the evidence for the row under the leader's cursor. */
    static ViewSession beside(ConsoleContext context, ViewSession leader) {
        return new ViewSession(context, ScreenKind.EXPLAIN, "", leader);
    }

    private ViewSession(
            ConsoleContext context, ScreenKind first, String filter, @Nullable ViewSession leader) {
        this.leader = leader;
        this.context = context;
        screens = new ScreenFactory(context, () -> made);
        frames = new FrameBuilder(context);
        overlays = new OverlayKeys(this);
        commands = new CommandRunner(context, this, overlays);
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

    int viewport() {
        return viewport;
    }

    boolean hold(Instant now) {
        return lastKey.plus(HOLD).isAfter(now);
    }

    /** Takes in data; returns whether the frame must be made anew. */
    boolean refresh(Instant now) {
        boolean changed = false;
        for (PaneModel pane : top().panes) {
            changed |= pane.refresh(now, hold(now));
        }
        return changed;
    }

    /** Goes where the leader's cursor is, if there is a leader. */
    void follow() {
        if (leader == null) {
            return;
        }
        Selection chosen = leader.top().selection();
        if (!chosen.equals(top().subject)) {
            stack.forEach(ScreenSession::close);
            stack.clear();
            push(screens.create(ScreenKind.EXPLAIN, chosen));
        }
    }

    Frame frame(long number, Instant now) {
        made++;
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
                        overlays.overlay(),
                        message.shown(now),
                        message.tone(),
                        seen));
    }

    void say(String text, Tone tone) {
        message.say(text, tone, context.time().now());
    }

    /** What only the face of this view can do. */
    List<OverlayFrame.Item> offered() {
        return offered;
    }

    void offered(List<OverlayFrame.Item> actions) {
        offered = List.copyOf(actions);
    }

    void ask(FaceRequest request) {
        face.get().accept(request);
    }

    void handle(Intent intent) {
        seen++;
        switch (intent) {
            case Intent.Viewport(int rows) -> {
                viewport = Math.max(1, rows);
                return;
            }
            case Intent.Say(String text, Tone tone) -> {
                say(text, tone);
                return;
            }
            case Intent.Run(Command command) -> run(command, "");
            case Intent.Move(int rows) -> move(rows);
            case Intent.Select(int row) -> cursorTo(row);
            case Intent.Focus(int pane) ->
                    top().focus = Math.clamp(pane, 0, top().panes.size() - 1);
            case Intent.Keys(List<String> pressed) -> keys(pressed);
            case Intent.Type(String text) -> overlays.type(text);
            case Intent.Edit(Intent.EditKey key) -> overlays.edit(key);
            case Intent.SetFilter(String text) -> setFilter(text);
            case Intent.Sort(String column) -> commands.sort(column);
            case Intent.Open(ScreenKind screen, String filter) -> open(screen, filter);
            case Intent.Choose(int item) -> overlays.choose(item);
        }
        lastKey = context.time().now();
    }

    /** Characters in a row are typed at once, so that a pasted filter is applied once. */
    private void keys(List<String> pressed) {
        StringBuilder typed = new StringBuilder();
        for (String key : pressed) {
            String text = KeyText.typed(key);
            if (overlays.open() && !text.isEmpty()) {
                typed.append(text);
                continue;
            }
            flush(typed);
            if (overlays.open()) {
                KeyText.edit(key)
                        .ifPresentOrElse(
                                overlays::edit,
                                () -> KeyText.inOverlay(key).ifPresent(c -> run(c, key)));
            } else {
                KeyMap.Scope where = top().isText() ? KeyMap.Scope.TEXT : KeyMap.Scope.LIST;
                context.options()
                        .keys()
                        .command(key, where)
                        .ifPresent(command -> run(command, key));
            }
        }
        flush(typed);
    }

    private void flush(StringBuilder typed) {
        if (!typed.isEmpty()) {
            overlays.type(typed.toString());
            typed.setLength(0);
        }
    }

    /** Runs a command; `key` is what was pressed for it, empty from the palette. */
    void run(Command command, String key) {
        if (overlays.open()) {
            overlays.run(command);
        } else {
            commands.run(command, key);
        }
    }

    /** Opens a screen as a new start: the way back is forgotten. */
    void open(ScreenKind screen, String filter) {
        overlays.close();
        if (Routes.needsSubject(screen)) {
            push(screens.create(screen, top().selection()));
            return;
        }
        closeAll();
        push(screens.create(screen, Selection.NOTHING));
        if (!filter.isEmpty()) {
            setFilter(filter);
        }
    }

    private void closeAll() {
        stack.forEach(ScreenSession::close);
        stack.clear();
    }

    private void push(ScreenSession screen) {
        stack.add(screen);
        arrived();
        // A new screen is in order from its first frame; only a cursor that is in use holds rows.
        lastKey = Instant.EPOCH;
        refresh(context.time().now());
    }

    private void arrived() {
        history.shown(new ViewHistory.Place(top().kind, top().subject, scope));
    }

    void show(ScreenKind kind, Selection subject) {
        if (leader != null) {
            leader.show(kind, subject);
            return;
        }
        overlays.close();
        push(screens.create(kind, subject));
    }

    /** Back to the screen below; false when this is the first. */
    boolean pop() {
        if (stack.size() < 2) {
            return false;
        }
        stack.removeLast().close();
        arrived();
        refresh(context.time().now());
        return true;
    }

    /** Shows a screen of the history again, above the list it belongs to. */
    void travel(int by) {
        revisit(by == 0 ? history.last() : history.step(by));
    }

    private void revisit(ViewHistory.@Nullable Place place) {
        if (place == null) {
            say("No screen there: this is the end of what was shown.", Tone.QUIET);
            return;
        }
        closeAll();
        scope = place.scope();
        if (Routes.needsSubject(place.kind())) {
            stack.add(screens.create(ScreenKind.FLEET, Selection.NOTHING));
            refresh(context.time().now());
        }
        push(screens.create(place.kind(), place.subject()));
    }

    void narrow(Scope changed) {
        overlays.close();
        scope = changed;
        arrived();
    }

    /** Orders rows now, as if nobody had touched a key. */
    void letGo() {
        lastKey = Instant.EPOCH;
        refresh(context.time().now());
    }

    void setFilter(String text) {
        PaneState state = top().state();
        if (top().isText()) {
            change(state.search(text));
            if (!text.isEmpty()) {
                commands.match(true);
            }
            return;
        }
        change(state.filter(text, top().pane().check(text)));
    }

    void clearFilter() {
        PaneState state = top().state();
        change(state.filter("", TableFrame.FilterError.NONE).search("").problems(false));
    }

    void change(PaneState state) {
        top().state(state);
        top().pane().apply(state, scope, context.time().now());
        top().state(top().pane().settle(state));
    }

    void move(int rows) {
        if (!overlays.move(rows)) {
            cursorTo(top().state().index() + rows);
        }
    }

    void cursorTo(int row) {
        ScreenSession screen = top();
        int last = screen.pane().size() - 1;
        int lowest =
                screen.pane() instanceof TablePane<?, ?> || screen.kind == ScreenKind.EXPLAIN
                        ? last
                        : Math.max(0, last - viewport + 1);
        int index = Math.clamp(row, 0, Math.max(0, lowest));
        PaneState state = screen.state().at(screen.pane().keyAt(index), index);
        screen.state(screen.isText() ? state.follow(false) : state);
    }

    void sort(@Nullable String column) {
        commands.sort(column);
    }

    void close() {
        stack.forEach(ScreenSession::close);
    }
}
