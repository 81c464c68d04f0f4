package dev.pilothouse.fx.shell;

import dev.pilothouse.present.Command;
import dev.pilothouse.present.FooterFrame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.OverlayFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The palette, the pickers and the key sheet, over the body of a tab. A real text field takes the
 * typing, so that pasting and input methods work; the presenter hears the whole line each time.
 */
final class OverlayPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** Items painted around the chosen one; the rest is a few letters away. */
    private static final int SHOWN = 12;

    private final Consumer<Intent> send;
    private final Label title = Nodes.label("", "overlay-title");
    private final TextField field = new TextField();
    private final VBox content = new VBox();
    private final VBox card;
    private final StackPane node;
    private @Nullable OverlayFrame painted;
    private boolean painting;

    OverlayPane(Consumer<Intent> send) {
        this.send = send;
        field.getStyleClass().add("overlay-field");
        QuietCaret.install(field);
        content.getStyleClass().add("overlay-content");
        HBox line = new HBox(8, new FontIcon(Feather.SEARCH), field);
        HBox.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
        line.getStyleClass().add("overlay-line");
        card = new VBox(title, line, content);
        card.getStyleClass().add("overlay-card");
        card.setMaxSize(640, VBox.USE_PREF_SIZE);
        node = new StackPane(card);
        node.getStyleClass().add("overlay");
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        node.setVisible(false);
        card.setOnMousePressed(event -> field.requestFocus());
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, this::outside);
        field.textProperty().addListener((text, before, now) -> typed(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    StackPane node() {
        return node;
    }

    TextField field() {
        return field;
    }

    boolean open() {
        return node.isVisible();
    }

    private void outside(MouseEvent event) {
        if (node.equals(event.getTarget())) {
            send.accept(new Intent.Run(Command.BACK));
        }
    }

    private void typed(String now) {
        if (!painting) {
            send.accept(new Intent.Edit(Intent.EditKey.CLEAR));
            send.accept(new Intent.Type(now));
        }
    }

    private void pressed(KeyEvent event) {
        Intent intent =
                switch (event.getCode()) {
                    case UP -> new Intent.Run(Command.UP);
                    case DOWN -> new Intent.Run(Command.DOWN);
                    case PAGE_UP -> new Intent.Move(-SHOWN);
                    case PAGE_DOWN -> new Intent.Move(SHOWN);
                    case ENTER -> new Intent.Run(Command.OPEN);
                    case ESCAPE -> new Intent.Run(Command.BACK);
                    default -> null;
                };
        if (intent != null) {
            event.consume();
            send.accept(intent);
        }
    }

    /** Paints an overlay or takes it away; true when it went away just now. */
    boolean apply(@Nullable OverlayFrame overlay) {
        boolean was = node.isVisible();
        switch (overlay) {
            case OverlayFrame.PickerFrame picker -> picker(picker);
            case OverlayFrame.HelpFrame help -> help(help);
            case null -> node.setVisible(false);
            case OverlayFrame.PromptFrame ignored -> node.setVisible(false);
        }
        painted = overlay;
        if (node.isVisible() && !was) {
            field.requestFocus();
            field.end();
        }
        return was && !node.isVisible();
    }

    private void line(String heading, String text, String prompt) {
        title.setText(heading);
        field.setPromptText(prompt);
        if (!node.isVisible() || (!field.isFocused() && !field.getText().equals(text))) {
            painting = true;
            field.setText(text);
            painting = false;
        }
        node.setVisible(true);
    }

    private void picker(OverlayFrame.PickerFrame picker) {
        line(picker.title(), picker.text(), "Type to narrow");
        if (picker.equals(painted)) {
            return;
        }
        card.setMaxWidth(640);
        List<Node> rows = new ArrayList<>();
        int first =
                Math.clamp(
                        picker.selected() - SHOWN / 2L,
                        0,
                        Math.max(0, picker.items().size() - SHOWN));
        int last = Math.min(picker.items().size(), first + SHOWN);
        for (int i = first; i < last; i++) {
            rows.add(item(picker.items().get(i), i, i == picker.selected()));
        }
        if (rows.isEmpty()) {
            rows.add(
                    Nodes.label(
                            "Nothing matches “"
                                    + picker.text()
                                    + "”. Try a part of a name, or a page such as pods.",
                            "overlay-empty"));
        } else if (picker.items().size() > SHOWN) {
            rows.add(Nodes.label(picker.items().size() + " matches", "overlay-more"));
        }
        content.getChildren().setAll(rows);
    }

    private Node item(OverlayFrame.Item item, int index, boolean chosen) {
        Label label = Nodes.label(item.label(), "item-label");
        Label detail = Nodes.label(item.enabled() ? item.detail() : item.reason(), "item-detail");
        label.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(label, detail, Nodes.spacer());
        if (!item.key().isEmpty()) {
            Label key = Nodes.label(item.key(), "key-cap");
            key.setMinWidth(Label.USE_PREF_SIZE);
            row.getChildren().add(key);
        }
        row.getStyleClass().add("item");
        Nodes.styled(row, "disabled-item", !item.enabled());
        row.pseudoClassStateChanged(CHOSEN, chosen);
        row.setOnMouseClicked(event -> send.accept(new Intent.Choose(index)));
        return row;
    }

    private void help(OverlayFrame.HelpFrame help) {
        line(help.title(), help.text(), "Find a key");
        if (help.equals(painted)) {
            return;
        }
        card.setMaxWidth(992);
        FlowPane columns = new FlowPane(24, 24);
        columns.setPrefWrapLength(936);
        for (OverlayFrame.Section section : help.sections()) {
            columns.getChildren().add(section(section));
        }
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(480);
        scroll.getStyleClass().add("help-scroll");
        content.getChildren().setAll(scroll);
    }

    private static Node section(OverlayFrame.Section section) {
        VBox box = new VBox(4, Nodes.label(section.heading(), "help-heading"));
        box.setPrefWidth(288);
        for (FooterFrame.Hint hint : section.keys()) {
            HBox keys = new HBox(4);
            keys.setMinWidth(96);
            keys.setAlignment(Pos.CENTER_LEFT);
            for (String key : hint.key().split(" ", -1)) {
                keys.getChildren().add(Nodes.label(key, "key-cap"));
            }
            HBox row = new HBox(8, keys, Nodes.label(hint.label(), "help-label"));
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinHeight(24);
            box.getChildren().add(row);
        }
        return box;
    }
}
