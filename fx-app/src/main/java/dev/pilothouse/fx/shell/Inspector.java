package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.paint.Look;
import dev.pilothouse.present.BodyFrame;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.ColumnHead;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.Glyph;
import dev.pilothouse.present.PanesFrame;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.TextFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Everything that the table knows about the row under the cursor, uncut, and the ways on from it.
 * It reads the same cells as the table, so it costs no request and is never older than its row.
 */
final class Inspector {
    private static final Set<String> INITIALS = Set.of("CPU", "GPU", "GPUS", "IP", "OS", "QOS");

    /** Heads that are cut short to save room in a table. */
    private static final Map<String, String> WHOLE =
            Map.of("MEM", "Memory", "ISOL", "Isolation", "VER", "Version", "OWNER", "Managed by");

    private final Look look;
    private final Label name = Nodes.label("", "inspector-name");
    private final Label kind = Nodes.label("", "inspector-kind");
    private final StateBox state;
    private final FlowPane actions = new FlowPane(8, 8);
    private final GridPane facts = new GridPane();
    private final VBox content = new VBox(facts);
    private final List<Label> values = new ArrayList<>();
    private final VBox node;
    private List<ColumnHead> heads = List.of();
    private List<Cell> cells = List.of();
    private @Nullable Object key;

    Inspector(Look look, Consumer<Command> run) {
        this.look = look;
        state = new StateBox(look);
        name.setWrapText(true);
        facts.getStyleClass().add("inspector-facts");
        ColumnConstraints left = new ColumnConstraints(88);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        right.setMinWidth(0);
        facts.getColumnConstraints().setAll(left, right);
        actions.getStyleClass().add("inspector-actions");
        actions.getChildren()
                .setAll(
                        action("Explain", Feather.HELP_CIRCLE, Command.EXPLAIN, run),
                        action("Logs", Feather.ALIGN_LEFT, Command.LOGS, run),
                        action("Describe", Feather.FILE_TEXT, Command.DESCRIBE, run),
                        action("YAML", Feather.CODE, Command.YAML, run));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node = new VBox(kind, name, state.node(), actions, scroll);
        node.getStyleClass().add("inspector");
    }

    private static Button action(
            String word, Feather icon, Command command, Consumer<Command> run) {
        Button button = new Button(word, new FontIcon(icon));
        button.getStyleClass().add("inspector-action");
        button.setFocusTraversable(false);
        button.setOnAction(event -> run.accept(command));
        return button;
    }

    /** Puts the evidence behind the facts. */
    void evidence(EvidenceList list) {
        content.getChildren().setAll(facts, list.node());
    }

    VBox node() {
        return node;
    }

    /** Paints the row under the cursor; false when the body has none. */
    boolean apply(BodyFrame body, boolean again) {
        TableFrame table = tableOf(body);
        if (table == null) {
            return false;
        }
        int row = table.cursor().row();
        if (row < 0 || row >= table.rows().count()) {
            return false;
        }
        List<Cell> next = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            next.add(table.rows().cell(row, i));
        }
        Object nextKey = table.rows().key(row);
        if (again || !nextKey.equals(key) || !next.equals(cells)) {
            boolean columns = again || !table.columns().equals(heads);
            key = nextKey;
            cells = next;
            heads = table.columns();
            fill(columns);
        }
        return true;
    }

    private static @Nullable TableFrame tableOf(BodyFrame body) {
        return switch (body) {
            case TableFrame table -> table;
            case TextFrame ignored -> null;
            case PanesFrame panes ->
                    panes.focus() < panes.panes().size()
                            ? tableOf(panes.panes().get(panes.focus()).body())
                            : null;
        };
    }

    private void fill(boolean columns) {
        int named = named();
        name.setText(cells.get(named).text());
        kind.setText(heads.get(named).title());
        int stated = stated();
        int reason = at("why");
        state.apply(
                stated < 0 ? Cell.EMPTY : cells.get(stated),
                reason < 0 ? "" : cells.get(reason).text());
        if (columns) {
            facts.getChildren().clear();
            values.clear();
            for (int i = 0; i < heads.size(); i++) {
                Label value = value();
                values.add(value);
                if (i != named && i != stated && i != reason) {
                    facts.addRow(i, title(heads.get(i)), value);
                }
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            paint(values.get(i), cells.get(i));
        }
    }

    /** The column that names the row: the first one that is cut in its middle. */
    private int named() {
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i).layout().cutMiddle()) {
                return i;
            }
        }
        return 0;
    }

    /** The column of the state: the first with a mark. */
    private int stated() {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).glyph() != Glyph.NONE) {
                return i;
            }
        }
        return -1;
    }

    private int at(String id) {
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static Label title(ColumnHead head) {
        Label title = Nodes.label(sentence(head.title()), "fact-title");
        GridPane.setValignment(title, VPos.TOP);
        if (!head.help().isEmpty()) {
            title.setTooltip(new Tooltip(head.help()));
        }
        return title;
    }

    private static Label value() {
        Label value = Nodes.label("", "fact-value");
        value.setWrapText(true);
        value.setMinHeight(Label.USE_PREF_SIZE);
        return value;
    }

    private void paint(Label value, Cell cell) {
        Label made = Nodes.cell(cell, look);
        value.setText(words(cell.text()));
        value.setTextFill(made.getTextFill());
        value.setGraphic(cell.glyph() == Glyph.NONE ? null : made.getGraphic());
        value.setGraphicTextGap(6);
    }

    /** The marks that save room in a table, as words. */
    private static String words(String text) {
        return switch (text) {
            case "", "-" -> "none";
            case "·" -> "not collected";
            case "?" -> "unknown";
            default -> text;
        };
    }

    private static String sentence(String title) {
        String whole = WHOLE.get(title);
        if (whole != null) {
            return whole;
        }
        String lower = title.toLowerCase(java.util.Locale.ROOT);
        boolean letters = title.isEmpty() || INITIALS.contains(title);
        return letters ? title : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
