package dev.pilothouse.fx.paint;

import dev.pilothouse.present.Command;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.Tone;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says why there are no rows, in their place, or why they are not true now, above them. */
final class NoticeStrip {
    private final Look look;
    private final Consumer<Intent> send;
    private final Label banner = new Label();
    private final VBox placeholder = new VBox(8);
    private TableFrame.Notice shown = TableFrame.Notice.NONE;

    NoticeStrip(Look look, Consumer<Intent> send) {
        this.look = look;
        this.send = send;
        banner.getStyleClass().add("notice-banner");
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.setVisible(false);
        banner.setManaged(false);
        placeholder.getStyleClass().add("notice");
        placeholder.setAlignment(Pos.CENTER);
        placeholder.setMaxWidth(560);
    }

    Label banner() {
        return banner;
    }

    VBox placeholder() {
        return placeholder;
    }

    void apply(TableFrame.Notice notice, boolean empty) {
        boolean over = !empty && !notice.text().isEmpty();
        if (banner.isVisible() != over) {
            banner.setVisible(over);
            banner.setManaged(over);
        }
        if (over) {
            banner.setText(notice.text());
            banner.setTextFill(look.color(notice.tone()));
        }
        if (empty && (!notice.equals(shown) || placeholder.getChildren().isEmpty())) {
            shown = notice;
            fill(notice);
        }
    }

    private void fill(TableFrame.Notice notice) {
        Label text = new Label(notice.text().isEmpty() ? "Nothing here." : notice.text());
        text.getStyleClass().add("notice-text");
        text.setWrapText(true);
        text.setTextFill(look.color(notice.tone()));
        placeholder.getChildren().setAll(text);
        for (String hint : notice.hints()) {
            Label line = new Label(hint);
            line.getStyleClass().add("notice-hint");
            line.setWrapText(true);
            line.setTextFill(look.color(Tone.QUIET));
            placeholder.getChildren().add(line);
        }
        if (notice.tone() == Tone.BAD || notice.tone() == Tone.WARN) {
            HBox ways =
                    new HBox(
                            8,
                            way("Try again now", new Intent.Run(Command.REFRESH)),
                            way("Clusters", new Intent.Open(ScreenKind.CLUSTERS, "")));
            ways.setAlignment(Pos.CENTER);
            ways.getStyleClass().add("notice-ways");
            placeholder.getChildren().add(ways);
        }
    }

    private Button way(String word, Intent intent) {
        Button button = new Button(word);
        button.getStyleClass().add("notice-way");
        button.setFocusTraversable(false);
        button.setOnAction(event -> send.accept(intent));
        return button;
    }
}
