package dev.pilothouse.present;

import java.util.List;

/** What lies over the body of a view, and what keys do to it. */
final class OverlayKeys {
    private final ViewSession view;
    private Overlay overlay = new Overlay.None();

    OverlayKeys(ViewSession view) {
        this.view = view;
    }

    Overlay overlay() {
        return overlay;
    }

    boolean open() {
        return overlay.open();
    }

    void open(Overlay shown) {
        overlay = shown;
    }

    void close() {
        overlay = new Overlay.None();
    }

    void type(String text) {
        edit(overlay.line().type(text));
    }

    void edit(Intent.EditKey key) {
        edit(overlay.line().edit(key));
    }

    private void edit(LineEdit line) {
        if (!overlay.open()) {
            return;
        }
        overlay = overlay.line(line);
        if (overlay instanceof Overlay.Prompt prompt) {
            prompt.into().accept(line.text());
        }
    }

    /** Moves within the overlay; false when there is none that moves. */
    boolean move(int rows) {
        return switch (overlay) {
            case Overlay.Picker picker -> {
                int last = Math.max(0, picker.matching().size() - 1);
                overlay = picker.select(Math.clamp((long) picker.selected() + rows, 0, last));
                yield true;
            }
            case Overlay.Help help -> {
                int last = Command.values().length;
                overlay = help.scroll(Math.clamp((long) help.first() + rows, 0, last));
                yield true;
            }
            case Overlay.Prompt ignored -> false;
            case Overlay.None ignored -> false;
        };
    }

    void run(Command command) {
        switch (command) {
            case BACK -> {
                boolean prompt = overlay instanceof Overlay.Prompt;
                if (overlay instanceof Overlay.Prompt typed) {
                    typed.into().accept("");
                }
                close();
                if (prompt) {
                    view.clearFilter();
                }
            }
            case OPEN -> {
                if (overlay instanceof Overlay.Picker picker) {
                    choose(picker.selected());
                } else {
                    close();
                }
            }
            case UP -> view.move(-1);
            case DOWN -> view.move(1);
            case PAGE_UP -> view.move(-view.viewport() / 2);
            case PAGE_DOWN -> view.move(view.viewport() / 2);
            case QUIT -> view.ask(new FaceRequest.Quit());
            default -> {}
        }
    }

    void choose(int index) {
        if (!(overlay instanceof Overlay.Picker picker)) {
            return;
        }
        List<Overlay.Choice> matching = picker.matching();
        if (index < 0 || index >= matching.size()) {
            view.say("Nothing matches '" + picker.line().text() + "'.", Tone.WARN);
            close();
            return;
        }
        Overlay.Choice choice = matching.get(index);
        if (!choice.item().enabled()) {
            view.say(choice.item().reason(), Tone.WARN);
            return;
        }
        close();
        choice.action().run(picker.rest());
    }
}
