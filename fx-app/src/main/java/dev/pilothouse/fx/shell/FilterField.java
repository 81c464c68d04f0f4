package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.paint.FilterText;
import dev.pilothouse.present.BodyFrame;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.PanesFrame;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.TextFrame;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The filter of a table or the search in a text, live. While it has the focus the field is right
 * and the frame follows; otherwise it shows what the frame says. A mistake is pointed at under its
 * character.
 */
final class FilterField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final String FILTER_PROMPT = "Filter:  restarts>3  team=search  !ok";
    private static final String SEARCH_PROMPT = "Search in this text";

    /** Width of one character of the field's face at 12.5 pixels. */
    private static final double CHARACTER = 7.5;

    private final Consumer<Intent> send;
    private final Runnable leave;
    private final TextField field = new TextField();
    private final Label count = Nodes.label("", "filter-count");
    private final Label error = Nodes.label("", "filter-error");
    private final Region pointer = new Region();
    private final VBox node;
    private boolean painting;

    FilterField(Consumer<Intent> send, Runnable leave) {
        this.send = send;
        this.leave = leave;
        field.getStyleClass().add("filter-text");
        QuietCaret.install(field);
        field.setPromptText(FILTER_PROMPT);
        HBox.setHgrow(field, Priority.ALWAYS);
        pointer.getStyleClass().add("filter-pointer");
        pointer.setMaxSize(CHARACTER, 2);
        pointer.setMinSize(CHARACTER, 2);
        StackPane.setAlignment(pointer, Pos.BOTTOM_LEFT);
        pointer.setVisible(false);
        StackPane stack = new StackPane(field, pointer);
        HBox.setHgrow(stack, Priority.ALWAYS);
        HBox line = new HBox(new FontIcon(Feather.SEARCH), stack, count);
        line.getStyleClass().add("filter-box");
        error.setVisible(false);
        error.setManaged(false);
        node = new VBox(2, line, error);
        node.getStyleClass().add("filter");
        field.textProperty()
                .addListener(
                        (text, before, now) -> {
                            if (!painting) {
                                send.accept(new Intent.SetFilter(now));
                            }
                        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    VBox node() {
        return node;
    }

    TextField field() {
        return field;
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            if (!field.getText().isEmpty()) {
                field.clear();
            }
            leave.run();
            event.consume();
        } else if (code == KeyCode.ENTER) {
            leave.run();
            event.consume();
        } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
            send.accept(new Intent.Run(code == KeyCode.DOWN ? Command.DOWN : Command.UP));
            event.consume();
        }
    }

    void apply(BodyFrame body) {
        switch (body) {
            case TableFrame table -> table(table);
            case TextFrame text -> text(text);
            case PanesFrame panes -> {
                if (panes.focus() < panes.panes().size()) {
                    apply(panes.panes().get(panes.focus()).body());
                }
            }
        }
    }

    private void table(TableFrame table) {
        TableFrame.Narrowing how = table.narrowing();
        String typed = FilterText.typed(how);
        show(typed, FILTER_PROMPT);
        String many = table.rows().count() + " of " + how.total();
        count.setText(
                FilterText.problems(how) ? "only problems  " + many : typed.isEmpty() ? "" : many);
        mistake(how.error());
    }

    private void text(TextFrame text) {
        TextFrame.Search search = text.search();
        show(search.needle(), SEARCH_PROMPT);
        count.setText(
                search.needle().isEmpty()
                        ? ""
                        : search.matches() == 0
                                ? "no match"
                                : (search.current() + 1) + " of " + search.matches());
        mistake(TableFrame.FilterError.NONE);
    }

    private void show(String text, String prompt) {
        if (!prompt.equals(field.getPromptText())) {
            field.setPromptText(prompt);
        }
        if (!field.isFocused() && !text.equals(field.getText())) {
            painting = true;
            field.setText(text);
            painting = false;
        }
    }

    private void mistake(TableFrame.FilterError wrong) {
        boolean shown = wrong.present();
        node.pseudoClassStateChanged(WRONG, shown);
        error.setVisible(shown);
        error.setManaged(shown);
        pointer.setVisible(shown);
        if (shown) {
            error.setText("at " + (wrong.at() + 1) + ": " + wrong.sentence());
            pointer.setTranslateX(8 + wrong.at() * CHARACTER);
            pointer.setTranslateY(-3);
        }
    }
}
