package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.paint.Look;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.FooterFrame;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Glyph;
import dev.pilothouse.present.HeaderFrame;
import dev.pilothouse.present.Tone;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The last line of a window: is it true, what just happened, what can be done with the row. */
final class StatusBar {
    private final Look look;
    private final Consumer<String> press;
    private final HBox sources = new HBox();
    private final Label message = Nodes.label("", "status-message");
    private final HBox hints = new FitBox();
    private final Label clock = Nodes.label("", "status-clock");
    private final HBox node;
    private List<HeaderFrame.SourceAge> shownSources = List.of();
    private static final double GREYED = 0.45;

    private List<FooterFrame.Hint> shownHints = List.of();
    private String said = "";
    private Tone saidTone = Tone.NORMAL;

    /** `press` gets the key of a hint that was clicked. */
    StatusBar(Look look, Consumer<String> press) {
        this.look = look;
        this.press = press;
        sources.getStyleClass().add("status-sources");
        hints.getStyleClass().add("status-hints");
        sources.setMinWidth(HBox.USE_PREF_SIZE);
        message.setMinWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        clock.setMinWidth(Label.USE_PREF_SIZE);
        node = new HBox(sources, message, hints, clock);
        node.getStyleClass().add("status");
    }

    HBox node() {
        return node;
    }

    void apply(Frame frame, boolean again) {
        HeaderFrame header = frame.header();
        if (again || !header.sources().equals(shownSources)) {
            shownSources = header.sources();
            sources.getChildren().setAll(shownSources.stream().map(this::source).toList());
        }
        if (again || !frame.footer().hints().equals(shownHints)) {
            shownHints = frame.footer().hints();
            hints.getChildren().setAll(shownHints.stream().map(this::hint).toList());
            hints.getChildren().add(hint(new FooterFrame.Hint("?", "keys")));
        }
        boolean own = frame.footer().message().isEmpty() && !said.isEmpty();
        message.setText(own ? said : frame.footer().message());
        message.setTextFill(look.color(own ? saidTone : frame.footer().tone()));
        clock.setText(header.clock());
    }

    /** A message of the desktop itself; it stays until the presenter has one, or it is empty. */
    void say(String text, Tone tone) {
        said = text;
        saidTone = tone;
        message.setText(text);
        message.setTextFill(look.color(tone));
    }

    private Node source(HeaderFrame.SourceAge source) {
        Glyph glyph =
                switch (source.tone()) {
                    case GOOD -> Glyph.OK;
                    case WARN -> Glyph.WARN;
                    case BAD -> Glyph.BAD;
                    case STARTING -> Glyph.STARTING;
                    default -> Glyph.UNKNOWN;
                };
        Label label =
                Nodes.cell(
                        new Cell(glyph, source.name() + "  " + source.words(), source.tone()),
                        look);
        if (source.tone() == Tone.GOOD) {
            label.setTextFill(look.color(Tone.QUIET));
        }
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private Node hint(FooterFrame.Hint hint) {
        Button button = new Button(hint.label(), Nodes.label(hint.key(), "key-cap"));
        button.getStyleClass().addAll("flat", "hint");
        button.setFocusTraversable(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> press.accept(hint.key()));
        if (!hint.enabled()) {
            // Not disabled: a click says why, as the key does.
            button.setOpacity(GREYED);
            button.setTooltip(new Tooltip(hint.reason()));
        }
        return button;
    }
}
