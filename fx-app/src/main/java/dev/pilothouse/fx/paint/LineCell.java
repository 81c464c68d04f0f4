package dev.pilothouse.fx.paint;

import dev.pilothouse.present.Glyph;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One line of a text frame: spans in their tones, with what was searched for marked. */
final class LineCell extends ListCell<Integer> {
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final PseudoClass JUMP = PseudoClass.getPseudoClass("jump");

    private static final PseudoClass EVIDENCE = PseudoClass.getPseudoClass("evidence");

    /** A longer line is cut here; the whole of it is one copy away. */
    private static final int LONGEST = 4_000;

    private final Supplier<@Nullable TextFrame> frame;
    private final Supplier<TextSelection> selection;
    private final Look look;
    private final MarkedText content = new MarkedText();
    private final Fonts code;
    private final Fonts prose;
    private TextFrame.@Nullable Line painted;
    private String needle = "";
    private boolean wrap;
    private boolean evidence;
    private int length;

    private record Fonts(Font normal, Font bold) {
        Fonts(String family, double size) {
            this(Font.font(family, size), Font.font(family, FontWeight.BOLD, size));
        }
    }

    LineCell(Supplier<@Nullable TextFrame> frame, Supplier<TextSelection> selection, Look look) {
        this.frame = frame;
        this.selection = selection;
        this.look = look;
        code = new Fonts(Look.MONO, look.size() - 0.5);
        prose = new Fonts(Look.SANS, look.size());
        getStyleClass().add("line-cell");
        setGraphic(content);
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

    /** The place between characters that is nearest to a point of the scene. */
    TextSelection.Spot spot(double sceneX, double sceneY) {
        return new TextSelection.Spot(getIndex(), Math.min(length, content.column(sceneX, sceneY)));
    }

    void repaint() {
        TextFrame now = frame.get();
        int row = getIndex();
        if (now == null || row < 0 || row >= now.lines().size()) {
            painted = null;
            content.parts().clear();
            content.hits(List.of());
            content.selected(-1, 0);
            pseudoClassStateChanged(CURSOR, false);
            pseudoClassStateChanged(JUMP, false);
            return;
        }
        TextFrame.Line line = now.lines().get(row);
        pseudoClassStateChanged(CURSOR, now.selectable() && now.cursor() == row);
        pseudoClassStateChanged(JUMP, line.jump());
        evidence = now.selectable();
        pseudoClassStateChanged(EVIDENCE, evidence);
        if (!line.equals(painted)
                || !needle.equals(now.search().needle())
                || wrap != (now.wrap() || evidence)) {
            painted = line;
            needle = now.search().needle();
            wrap = now.wrap() || evidence;
            content.setPrefWidth(wrap ? 0 : Region.USE_COMPUTED_SIZE);
            fill(line);
        }
        TextSelection marked = selection.get();
        content.selected(marked.from(row, length), marked.to(row, length));
    }

    private void fill(TextFrame.Line line) {
        List<Node> nodes = new ArrayList<>();
        List<int[]> hits = new ArrayList<>();
        length = 0;
        for (TextFrame.Span span : line.spans()) {
            String text = span.text();
            int room = LONGEST - length;
            if (text.length() > room) {
                text = text.substring(0, room) + "…";
            }
            split(mark(text, span.tone(), nodes), span.tone(), nodes, hits);
            if (length >= LONGEST) {
                break;
            }
        }
        content.parts().setAll(nodes);
        content.hits(hits);
    }

    /** Draws a mark at the start of a span as tables do; fonts differ in its width. */
    private String mark(String text, Tone tone, List<Node> nodes) {
        Glyph glyph = text.isEmpty() ? Glyph.NONE : glyph(text.charAt(0));
        boolean alone = text.length() == 1 || (text.length() > 1 && text.charAt(1) == ' ');
        if (evidence && nodes.isEmpty() && text.startsWith(" ")) {
            nodes.add(place());
            return text.substring(1);
        }
        if (glyph == Glyph.NONE || !alone) {
            return text;
        }
        GlyphIcon icon = new GlyphIcon();
        icon.show(glyph, look.color(tone));
        nodes.add(place(icon));
        return text.substring(1);
    }

    /** As wide as a character, so that lines stay in step. */
    private StackPane place(Node... icon) {
        StackPane place = new StackPane(icon);
        double width = evidence ? 16 : look.size() * 0.58;
        place.setMinSize(width, 10);
        place.setMaxSize(width, 10);
        length++;
        return place;
    }

    private static Glyph glyph(char symbol) {
        for (Glyph glyph : Glyph.values()) {
            if (glyph.symbol() == symbol && glyph != Glyph.UNKNOWN) {
                return glyph;
            }
        }
        return Glyph.NONE;
    }

    private void split(String text, Tone tone, List<Node> nodes, List<int[]> hits) {
        String small = text.toLowerCase(Locale.ROOT);
        String wanted = needle.toLowerCase(Locale.ROOT);
        int from = 0;
        int hit = wanted.isEmpty() ? -1 : small.indexOf(wanted);
        while (hit >= 0 && small.length() == text.length()) {
            add(text.substring(from, hit), look.color(tone), tone, nodes);
            hits.add(new int[] {length, length + wanted.length()});
            from = hit + wanted.length();
            add(text.substring(hit, from), onMark(), tone, nodes);
            hit = small.indexOf(wanted, from);
        }
        add(text.substring(from), look.color(tone), tone, nodes);
    }

    private Color onMark() {
        Palette palette = look.palette();
        int rgb = palette.surface().base() & 0xffffff;
        return Color.rgb(rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff);
    }

    private void add(String part, Color color, Tone tone, List<Node> nodes) {
        if (!part.isEmpty()) {
            Text node = new Text(part);
            Fonts fonts = evidence ? prose : code;
            node.setFont(tone == Tone.STRONG ? fonts.bold() : fonts.normal());
            node.setFill(color);
            nodes.add(node);
            length += part.length();
        }
    }
}
