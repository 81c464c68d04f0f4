package dev.pilothouse.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What the keys of a log do. Elsewhere they say so. */
final class LogCommands {
    private final ConsoleContext context;
    private final ViewSession view;
    private final OverlayKeys overlays;

    LogCommands(ConsoleContext context, ViewSession view, OverlayKeys overlays) {
        this.context = context;
        this.view = view;
        this.overlays = overlays;
    }

    void bind(Map<Command, Consumer<String>> actions) {
        actions.put(Command.FOLLOW, key -> follow());
        actions.put(Command.LOG_RANGE, this::range);
        actions.put(Command.NARROW, key -> narrow());
        actions.put(Command.TIMESTAMPS, key -> choose(c -> c.times(!c.times())));
        actions.put(Command.READABLE, key -> choose(c -> c.readable(!c.readable())));
        actions.put(Command.CONTAINER, key -> containers());
        actions.put(Command.MARK_LINE, key -> markLine());
    }

    private void log(Consumer<LogPane> then) {
        if (view.top().pane() instanceof LogPane log) {
            then.accept(log);
        } else {
            view.say("That key is for logs.", Tone.QUIET);
        }
    }

    private void follow() {
        log(log -> view.change(view.top().state().follow(!view.top().state().follow())));
    }

    private void choose(UnaryOperator<LogChoice> change) {
        log(log -> log.choose(change.apply(log.choice())));
    }

    private void range(String key) {
        int at = context.options().keys().keysOf(Command.LOG_RANGE).indexOf(key);
        log(
                log -> {
                    if (at < 0 || at >= LogRange.BY_KEY.size()) {
                        overlays.open(ranges());
                    } else {
                        range(LogRange.BY_KEY.get(at));
                    }
                });
    }

    private void range(LogRange range) {
        choose(choice -> choice.range(range));
        PaneState start = view.top().state().follow(range != LogRange.HEAD).at(null, 0).found(-1);
        view.change(start);
        view.say("Reading " + range.words() + ".", Tone.QUIET);
    }

    private Overlay.Picker ranges() {
        List<String> keys = context.options().keys().keysOf(Command.LOG_RANGE);
        List<Overlay.Choice> all = new ArrayList<>();
        for (int i = 0; i < LogRange.BY_KEY.size(); i++) {
            LogRange range = LogRange.BY_KEY.get(i);
            String key = i < keys.size() ? keys.get(i) : "";
            all.add(Choices.choice(range.words(), range.words(), "", key, rest -> range(range)));
        }
        return new Overlay.Picker("Read", LineEdit.EMPTY, List.copyOf(all), 0);
    }

    private void narrow() {
        log(
                log ->
                        overlays.open(
                                new Overlay.Prompt(
                                        LineEdit.of(view.top().state().filter()),
                                        "only lines with",
                                        text ->
                                                view.change(
                                                        view.top()
                                                                .state()
                                                                .filter(
                                                                        text,
                                                                        TableFrame.FilterError
                                                                                .NONE)))));
    }

    private void containers() {
        log(
                log -> {
                    List<Overlay.Choice> all = new ArrayList<>();
                    all.add(container(log, "", "the default one of each pod"));
                    all.add(container(log, LogChoice.ALL_CONTAINERS, "all containers"));
                    for (String name : new TreeSet<>(log.containers())) {
                        all.add(container(log, name, name));
                    }
                    overlays.open(
                            new Overlay.Picker("Container", LineEdit.EMPTY, List.copyOf(all), 0));
                });
    }

    private static Overlay.Choice container(LogPane log, String name, String label) {
        return Choices.choice(
                label, label, "", "", rest -> log.choose(log.choice().container(name)));
    }

    private void markLine() {
        log(log -> log.markLine(context.time().now()));
    }
}
