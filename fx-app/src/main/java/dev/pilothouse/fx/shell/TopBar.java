package dev.pilothouse.fx.shell;

import dev.pilothouse.present.Command;
import dev.pilothouse.present.HeaderFrame;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where am I, what may I do, and the way to everything else. */
final class TopBar {
    /** Room of one place with the word PROD. */
    private static final double CHIP = 128;

    private final HBox places = new FitBox();
    private final Label mode = Nodes.label("", "mode");
    private final Label chord;
    private final HBox node;
    private List<HeaderFrame.Place> shown = List.of();

    TopBar(Runner runner, Node settings) {
        places.getStyleClass().add("places");
        mode.setGraphic(new FontIcon(Feather.LOCK));
        mode.setTooltip(new Tooltip("Nothing in this window changes a cluster."));
        Button palette = new Button("Go to or run anything", new FontIcon(Feather.SEARCH));
        palette.getStyleClass().add("palette-button");
        palette.setFocusTraversable(false);
        palette.setOnAction(event -> runner.run(Command.PALETTE));
        chord = Nodes.label(runner.paletteChord(), "key-cap");
        chord.setMinWidth(Label.USE_PREF_SIZE);
        palette.setMinWidth(0);
        palette.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(palette, Priority.ALWAYS);
        HBox field = new HBox(palette, chord);
        field.getStyleClass().add("palette-field");
        field.setOnMouseClicked(event -> runner.run(Command.PALETTE));
        node =
                new HBox(
                        places,
                        mode,
                        Nodes.spacer(),
                        field,
                        Nodes.iconButton(Feather.PLUS, "New tab (ctrl-t)", runner::newTab),
                        Nodes.iconButton(
                                Feather.EXTERNAL_LINK, "New window (ctrl-n)", runner::newWindow),
                        Nodes.iconButton(
                                Feather.SIDEBAR,
                                "Show or hide the inspector (ctrl-i)",
                                runner::inspector),
                        settings);
        node.getStyleClass().add("top-bar");
        HBox.setHgrow(places, Priority.SOMETIMES);
        mode.setMinWidth(Label.USE_PREF_SIZE);
    }

    /** What the bar can ask of its window. */
    interface Runner {
        void run(Command command);

        void newTab();

        void newWindow();

        void inspector();

        String paletteChord();
    }

    HBox node() {
        return node;
    }

    /** The places matter more than the words on a button. */
    void narrow(boolean narrow) {
        chord.setVisible(!narrow);
        chord.setManaged(!narrow);
    }

    void apply(HeaderFrame header) {
        mode.setText(header.mode());
        if (!header.places().equals(shown) || places.getChildren().isEmpty()) {
            shown = header.places();
            places.getChildren().setAll(chips());
            places.setMinWidth(Math.min(shown.size(), 2) * CHIP);
        }
    }

    private List<Node> chips() {
        List<Node> chips = new ArrayList<>();
        if (shown.isEmpty()) {
            chips.add(Nodes.label("No cluster is open", "place-none"));
        }
        int most = 4;
        for (HeaderFrame.Place place : shown.subList(0, Math.min(most, shown.size()))) {
            HBox chip = new HBox(Nodes.label(place.name(), "place-name"));
            chip.getStyleClass().add("place");
            chip.setMinWidth(HBox.USE_PREF_SIZE);
            if (place.prod()) {
                chip.getChildren().add(Nodes.label("PROD", "prod"));
            }
            if (place.insecure()) {
                Label insecure = Nodes.label("INSECURE", "insecure");
                insecure.setTooltip(new Tooltip("Its certificate is not checked."));
                chip.getChildren().add(insecure);
            }
            chips.add(chip);
        }
        if (shown.size() > most) {
            chips.add(Nodes.label("+" + (shown.size() - most), "place-none"));
        }
        return chips;
    }
}
