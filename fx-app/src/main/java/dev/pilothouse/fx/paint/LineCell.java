package dev.pilothouse.fx.paint;

import dev.pilothouse.present.Glyph;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** One line of a text frame: spans in their tones, with what was searched for marked. */
final class LineCell extends ListCell<Integer> {
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final PseudoClass JUMP = PseudoClass.getPseudoClass("jump");

    /** A longer line is cut here; the whole of it is one copy away. */
    private static final int LONGEST = 4_000;

    private final Supplier<@Nullable TextFrame> frame;
    private final Look look;
    private final TextFlow flow = new TextFlow();
    private final Font normal;
    private final Font bold;
    private TextFrame.@Nullable Line painted;
    private String needle = "";
    private boolean wrap;

    LineCell(Supplier<@Nullable TextFrame> frame, Look look) {
        this.frame = frame;
        this.look = look;
        normal = Font.font(Look.MONO, look.size() - 0.5);
        bold = Font.font(Look.MONO, FontWeight.BOLD, look.size() - 0.5);
        getStyleClass().add("line-cell");
        setGraphic(flow);
    }

    @Override
    protected void updateItem(@Nullable Integer item, boolean empty) {
        super.updateItem(item, empty);
        repaint();
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        repaint();
    }

    void repaint() {
        TextFrame now = frame.get();
        int row = getIndex();
        if (now == null || row < 0 || row >= now.lines().size()) {
            painted = null;
            flow.getChildren().clear();
            pseudoClassStateChanged(CURSOR, false);
            pseudoClassStateChanged(JUMP, false);
            return;
        }
        TextFrame.Line line = now.lines().get(row);
        pseudoClassStateChanged(CURSOR, now.selectable() && now.cursor() == row);
        pseudoClassStateChanged(JUMP, line.jump());
        if (line.equals(painted) && needle.equals(now.search().needle()) && wrap == now.wrap()) {
            return;
        }
        painted = line;
        needle = now.search().needle();
        wrap = now.wrap();
        flow.setPrefWidth(wrap ? 0 : Region.USE_COMPUTED_SIZE);
        flow.getChildren().setAll(nodes(line));
    }

    private List<Node> nodes(TextFrame.Line line) {
        List<Node> nodes = new ArrayList<>();
        int room = LONGEST;
        for (TextFrame.Span span : line.spans()) {
            String text = span.text();
            if (text.length() > room) {
                text = text.substring(0, room) + "…";
            }
            split(mark(text, span.tone(), nodes), span.tone(), nodes);
            room -= text.length();
            if (room <= 0) {
                break;
            }
        }
        return nodes;
    }

    /** Draws a mark at the start of a span as tables do; fonts differ in its width. */
    private String mark(String text, Tone tone, List<Node> nodes) {
        Glyph glyph = text.isEmpty() ? Glyph.NONE : glyph(text.charAt(0));
        boolean alone = text.length() == 1 || (text.length() > 1 && text.charAt(1) == ' ');
        if (glyph == Glyph.NONE || !alone) {
            return text;
        }
        GlyphIcon icon = new GlyphIcon();
        icon.show(glyph, look.color(tone));
        StackPane place = new StackPane(icon); // as wide as a character, so that lines stay in step
        place.setMinSize(look.size() * 0.58, 10);
        place.setMaxSize(look.size() * 0.58, 10);
        nodes.add(place);
        return text.substring(1);
    }

    private static Glyph glyph(char symbol) {
        for (Glyph glyph : Glyph.values()) {
            if (glyph.symbol() == symbol && glyph != Glyph.UNKNOWN) {
                return glyph;
            }
        }
        return Glyph.NONE;
    }

    private void split(String text, Tone tone, List<Node> nodes) {
        String small = text.toLowerCase(Locale.ROOT);
        String wanted = needle.toLowerCase(Locale.ROOT);
        int from = 0;
        int hit = wanted.isEmpty() ? -1 : small.indexOf(wanted);
        while (hit >= 0 && small.length() == text.length()) {
            add(text.substring(from, hit), tone, nodes);
            Label mark = new Label(text.substring(hit, hit + wanted.length()));
            mark.getStyleClass().add("search-mark");
            mark.setFont(normal);
            nodes.add(mark);
            from = hit + wanted.length();
            hit = small.indexOf(wanted, from);
        }
        add(text.substring(from), tone, nodes);
    }

    private void add(String part, Tone tone, List<Node> nodes) {
        if (!part.isEmpty()) {
            Text node = new Text(part);
            node.setFont(tone == Tone.STRONG ? bold : normal);
            node.setFill(look.color(tone));
            nodes.add(node);
        }
    }
}
