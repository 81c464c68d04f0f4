package dev.pilothouse.fx.shell;

import dev.pilothouse.present.Frame;
import dev.pilothouse.present.ScreenKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The way to the lists: an icon and a word each. A middle or ctrl click opens a new tab. */
final class Rail {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final VBox node = new VBox();
    private final Map<ScreenKind, Label> items = new EnumMap<>(ScreenKind.class);
    private final Label name = new Label("Pilothouse", new FontIcon(Feather.COMPASS));
    private final BiConsumer<ScreenKind, Boolean> open;

    /** `open` gets the screen and whether a new tab is wanted. */
    Rail(BiConsumer<ScreenKind, Boolean> open) {
        this.open = open;
        node.getStyleClass().add("rail");
        name.getStyleClass().add("wordmark");
        node.getChildren().add(name);
        add(ScreenKind.FLEET, Feather.CPU);
        add(ScreenKind.WORKLOADS, Feather.LAYERS);
        add(ScreenKind.PODS, Feather.BOX);
        add(ScreenKind.NODES, Feather.SERVER);
        add(ScreenKind.EVENTS, Feather.BELL);
        add(ScreenKind.VERSIONS, Feather.GIT_COMMIT);
        Region gap = new Region();
        gap.getStyleClass().add("rail-gap");
        node.getChildren().add(gap);
        add(ScreenKind.CLUSTERS, Feather.GLOBE);
        add(ScreenKind.JOURNAL, Feather.BOOK_OPEN);
        add(ScreenKind.SELF, Feather.ACTIVITY);
    }

    private void add(ScreenKind kind, Feather icon) {
        Label item = new Label(kind.title(), new FontIcon(icon));
        item.getStyleClass().add("rail-item");
        item.setMaxWidth(Double.MAX_VALUE);
        item.setTooltip(new Tooltip(kind.title() + ": " + kind.help()));
        item.setOnMouseClicked(
                event ->
                        open.accept(
                                kind,
                                event.getButton() == MouseButton.MIDDLE || event.isShortcutDown()));
        items.put(kind, item);
        node.getChildren().add(item);
    }

    /** Icons alone, where a window is narrow; the word is in the tip. */
    void narrow(boolean narrow) {
        ContentDisplay display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        name.setContentDisplay(display);
        items.values().forEach(item -> item.setContentDisplay(display));
        Nodes.styled(node, "narrow", narrow);
    }

    VBox node() {
        return node;
    }

    /** Marks the list that the way to a screen began with. */
    void here(Frame frame) {
        List<String> way = frame.header().breadcrumbs();
        String first = way.isEmpty() ? "" : way.getFirst();
        ScreenKind list =
                items.keySet().stream()
                        .filter(kind -> kind.title().equalsIgnoreCase(first))
                        .findFirst()
                        .orElse(Lists.of(frame.screen().kind()));
        items.forEach((item, label) -> label.pseudoClassStateChanged(HERE, item == list));
    }
}
