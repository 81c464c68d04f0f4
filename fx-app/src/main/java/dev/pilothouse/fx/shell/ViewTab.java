package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.fx.paint.BodyPainter;
import dev.pilothouse.fx.paint.FilterText;
import dev.pilothouse.fx.paint.FxPainter;
import dev.pilothouse.fx.paint.Look;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.HeaderFrame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.OverlayFrame;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One view in a tab: where it is, its counts, its filter, its body, and what lies over it. */
final class ViewTab {
    /** Width of the inspector, and the least width of both that leaves a table useful. */
    private static final double INSPECTOR = 328;

    private static final double ROOM = 880;

    private final View view;
    private final Look look;
    private final Hands hands;
    private final Tab tab = new Tab();
    private final HBox crumbs = new HBox();
    private final HBox counts = new FitBox();
    private final FilterField filter;
    private final BodyPainter body;
    private final OverlayPane overlay;
    private final Inspector inspector;
    private final FxPainter painter;
    private @Nullable EvidenceList evidence;
    private HeaderFrame shownHeader =
            new HeaderFrame(List.of(), "", List.of(), List.of(), List.of(), "");
    private Frame.@Nullable ScreenId screen;
    private TabMemory memory;
    private boolean inspectorWanted;
    private boolean hasRow;
    private boolean again;

    /**
     * Whom a tab turns to.
     *
     * @param views makes the view of the evidence
     * @param painted hears of each frame that this tab shows
     * @param trouble hears of a frame that could not be painted
     */
    record Hands(
            Views views,
            FxPainter.Clock fx,
            BiConsumer<ViewTab, Frame> painted,
            Consumer<RuntimeException> trouble) {}

    ViewTab(View view, TabMemory memory, Look look, Hands hands) {
        this.view = view;
        this.memory = memory;
        this.look = look;
        this.hands = hands;
        filter = new FilterField(view::send, this::focusBody);
        body = new BodyPainter(look, view::send);
        overlay = new OverlayPane(view::send);
        inspector = new Inspector(look, command -> view.send(new Intent.Run(command)));
        crumbs.getStyleClass().add("crumbs");
        counts.getStyleClass().add("counts");
        crumbs.setMinWidth(0);
        HBox.setHgrow(counts, Priority.ALWAYS);
        HBox head = new HBox(crumbs, counts, filter.node());
        head.getStyleClass().add("view-head");
        HBox.setHgrow(body.node(), Priority.ALWAYS);
        HBox middle = new HBox(body.node(), inspector.node());
        middle.widthProperty().addListener((width, before, now) -> beside((double) now));
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox all = new VBox(head, middle);
        all.getStyleClass().add("view");
        body.node().setFocusTraversable(true);
        body.node().setOnMousePressed(event -> focusBody());
        StackPane content = new StackPane(all, overlay.node());
        // A press that reaches the tab pane would take the focus from the field or the body.
        content.setOnMousePressed(MouseEvent::consume);
        tab.setContent(content);
        painter = new FxPainter(view, hands.fx(), this::paint, hands.trouble());
    }

    void start() {
        painter.start();
    }

    Tab tab() {
        return tab;
    }

    boolean isOf(@Nullable Tab other) {
        return tab.equals(other);
    }

    View view() {
        return view;
    }

    FilterField filter() {
        return filter;
    }

    BodyPainter body() {
        return body;
    }

    OverlayPane overlay() {
        return overlay;
    }

    FxPainter painter() {
        return painter;
    }

    TabMemory memory() {
        return memory;
    }

    ScreenKind kind() {
        return view.frame().screen().kind();
    }

    void focusBody() {
        body.node().requestFocus();
    }

    void inspector(boolean wanted) {
        inspectorWanted = wanted;
        if (wanted && evidence == null) {
            hands.views().beside(view).ifPresent(this::evidence);
        } else if (!wanted && evidence != null) {
            evidence.close();
            evidence = null;
        }
        again = true;
        painter.again();
    }

    private void evidence(View beside) {
        EvidenceList list = new EvidenceList(beside, look, hands);
        evidence = list;
        inspector.evidence(list);
        list.start();
    }

    /** Shown or hidden; a hidden tab paints nothing. */
    void active(boolean shown) {
        painter.active(shown);
        if (evidence != null) {
            evidence.active(shown);
        }
    }

    /** Paints all of it anew, after a change of colours or sizes. */
    void repaint() {
        again = true;
        body.reset();
        if (evidence != null) {
            evidence.repaint();
        }
        painter.again();
    }

    void close() {
        release();
        view.close();
    }

    /** Leaves the view open, for another tab to take over. */
    void release() {
        painter.stop();
        if (evidence != null) {
            evidence.close();
            evidence = null;
        }
    }

    private void paint(Frame frame) {
        boolean fresh = !frame.screen().equals(screen);
        screen = frame.screen();
        header(frame);
        body.apply(frame.body(), fresh);
        filter.apply(frame.body());
        hasRow = inspectorWanted && inspector.apply(frame.body(), again);
        beside(body.node().getWidth() + (inspector.node().isManaged() ? INSPECTOR : 0));
        overlay(frame.overlay());
        if (fresh) {
            tab.setText(title(frame));
        }
        remember(frame);
        again = false;
        hands.painted().accept(this, frame);
    }

    /** The inspector is there when it has a row to show and leaves the table room. */
    private void beside(double width) {
        boolean shown = hasRow && (width == 0 || width >= ROOM);
        inspector.node().setVisible(shown);
        inspector.node().setManaged(shown);
    }

    private void overlay(@Nullable OverlayFrame shown) {
        if (overlay.apply(shown)) {
            focusBody();
        }
        if (shown instanceof OverlayFrame.PromptFrame) {
            // The field of this tab is the prompt here; the presenter's own one is closed again.
            view.send(new Intent.Run(Command.OPEN));
            filter.focus();
        }
    }

    private void remember(Frame frame) {
        if (Lists.isList(frame.screen().kind()) && frame.body() instanceof TableFrame table) {
            memory = new TabMemory(frame.screen().kind(), FilterText.typed(table.narrowing()));
        }
    }

    private static String title(Frame frame) {
        List<String> way = frame.header().breadcrumbs();
        return way.isEmpty() ? frame.screen().kind().title() : way.getLast();
    }

    private void header(Frame frame) {
        HeaderFrame header = frame.header();
        if (again || !header.breadcrumbs().equals(shownHeader.breadcrumbs())) {
            crumbs.getChildren().setAll(way(header.breadcrumbs()));
            tab.setText(title(frame));
        }
        if (again || !header.counts().equals(shownHeader.counts())) {
            counts.getChildren()
                    .setAll(
                            header.counts().stream()
                                    .map(cell -> (Node) chip(plain(cell, title(frame))))
                                    .toList());
        }
        shownHeader = header;
    }

    /** `AGENTS 61` under the heading Agents is `61`. */
    private static Cell plain(Cell cell, String heading) {
        String text = cell.text();
        int noun = heading.length();
        boolean twice =
                text.length() > noun + 1 && text.regionMatches(true, 0, heading + " ", 0, noun + 1);
        return twice ? new Cell(cell.glyph(), text.substring(noun + 1), cell.tone()) : cell;
    }

    private Label chip(Cell cell) {
        Label chip = Nodes.cell(cell, look);
        chip.getStyleClass().add("count");
        chip.setMinWidth(Label.USE_PREF_SIZE);
        return chip;
    }

    private List<Node> way(List<String> steps) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            Label step = Nodes.label(steps.get(i), last ? "crumb-here" : "crumb");
            step.setMaxWidth(320);
            nodes.add(step);
            if (!last) {
                int back = steps.size() - 1 - i;
                step.setOnMouseClicked(event -> back(back));
                nodes.add(Nodes.label("›", "crumb-step"));
            }
        }
        return nodes;
    }

    private void back(int screens) {
        for (int i = 0; i < screens; i++) {
            view.send(new Intent.Run(Command.BACK));
        }
    }
}
