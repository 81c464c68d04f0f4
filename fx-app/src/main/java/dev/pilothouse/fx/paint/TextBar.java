package dev.pilothouse.fx.paint;

import dev.pilothouse.present.Command;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.TextFrame;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above a text: what it is, and how it is shown. A log says whether its end is followed. */
final class TextBar {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Consumer<Intent> send;
    private final Label title = new Label();
    private final Button follow;
    private final Button times;
    private final Button previous;
    private final Button wrap;
    private final HBox node;

    TextBar(Consumer<Intent> send) {
        this.send = send;
        title.getStyleClass().add("text-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        follow =
                button("Follow", Feather.ARROW_DOWN_CIRCLE, Command.FOLLOW, "Keep the end in view");
        times =
                button(
                        "Times",
                        Feather.CLOCK,
                        Command.TIMESTAMPS,
                        "Show when each line was written");
        previous =
                button(
                        "Previous run",
                        Feather.ROTATE_CCW,
                        Command.PREVIOUS_LOGS,
                        "The log of the container before it was started again");
        wrap = button("Wrap", Feather.CORNER_DOWN_LEFT, Command.WIDE, "Break long lines");
        node = new HBox(title, follow, times, previous, wrap);
        node.getStyleClass().add("text-bar");
    }

    private Button button(String word, Feather icon, Command command, String help) {
        Button button = new Button(word, new FontIcon(icon));
        button.getStyleClass().add("text-toggle");
        button.setFocusTraversable(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(help));
        button.setOnAction(event -> send.accept(new Intent.Run(command)));
        return button;
    }

    HBox node() {
        return node;
    }

    /** `log` when lines arrive at the end. */
    void apply(TextFrame text, boolean log) {
        title.setText(text.title());
        for (Button button : java.util.List.of(follow, times, previous)) {
            button.setVisible(log);
            button.setManaged(log);
        }
        follow.pseudoClassStateChanged(ON, text.follow());
        follow.setText(text.follow() ? "Following" : "Paused");
        wrap.pseudoClassStateChanged(ON, text.wrap());
    }
}
