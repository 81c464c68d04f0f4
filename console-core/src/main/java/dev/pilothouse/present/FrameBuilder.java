package dev.pilothouse.present;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a frame together from the screen that is on top. */
final class FrameBuilder {
    private final ConsoleContext context;
    private final Headers headers;
    private final Hints hints;

    FrameBuilder(ConsoleContext context) {
        this.context = context;
        headers = new Headers(context);
        hints = new Hints(context.options().keys(), new Allowed(context));
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
                new FooterFrame(hints.of(top, in.overlay()), in.message(), in.tone()),
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

    private @Nullable OverlayFrame overlay(Overlay overlay, ScreenSession top) {
        return switch (overlay) {
            case Overlay.None ignored -> null;
            case Overlay.Prompt prompt ->
                    new OverlayFrame.PromptFrame(
                            prompt.label(),
                            prompt.line().text(),
                            prompt.line().caret(),
                            top.state().error());
            case Overlay.Picker picker ->
                    new OverlayFrame.PickerFrame(
                            picker.title(),
                            picker.line().text(),
                            picker.line().caret(),
                            picker.matching().stream().map(Overlay.Choice::item).toList(),
                            picker.selected());
            case Overlay.Help(LineEdit line, int first) ->
                    new OverlayFrame.HelpFrame(
                            "Keys of " + top.kind.title(),
                            line.text(),
                            line.caret(),
                            KeySheet.sections(context.options().keys(), top, line.text()),
                            first);
        };
    }
}
