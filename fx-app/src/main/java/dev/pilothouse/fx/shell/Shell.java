package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.fx.memory.WindowMemory;
import dev.pilothouse.fx.paint.Clip;
import dev.pilothouse.present.Command;
import dev.pilothouse.present.FaceRequest;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.Tone;
import dev.pilothouse.present.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** A window: rail, top bar, tabs, status. It shows what the view of the chosen tab says. */
public final class Shell implements TopBar.Runner {
    /** Narrower windows have icons without words in the rail. */
    private static final double NARROW = 1_000;

    private final Desk desk;
    private final Stage stage = new Stage();
    private final Scene scene;
    private final Saver saver = new Saver(stage, this::send);
    private final DeskActions actions;
    private final Rail rail = new Rail(this::openScreen);
    private final TopBar top;
    private final StatusBar status;
    private final TabPane pane = new TabPane();
    private final List<ViewTab> tabs = new ArrayList<>();
    private boolean restyled;

    /** With `torn` the window begins with that view; else it opens the tabs of its memory. */
    Shell(Desk desk, WindowMemory memory, @Nullable View torn) {
        this.desk = desk;
        actions = new DeskActions(this);
        top = new TopBar(this, Settings.menu(desk));
        status = new StatusBar(desk.look(), this::press);
        pane.getStyleClass().add("view-tabs");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        pane.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        pane.getTabs().addListener((ListChangeListener<Tab>) change -> reordered());
        pane.setFocusTraversable(false);
        VBox right = new VBox(top.node(), pane, status.node());
        VBox.setVgrow(pane, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        BorderPane root = new BorderPane(right);
        root.setLeft(rail.node());
        root.getStyleClass().add("desk");
        scene = new Scene(root, memory.width(), memory.height());
        Styles.apply(scene.getStylesheets(), desk.look());
        scene.widthProperty().addListener((width, before, now) -> narrow());
        narrow();
        Keyboard keyboard = new Keyboard(this);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keyboard::handle);
        scene.addEventFilter(KeyEvent.KEY_TYPED, keyboard::handle);
        pane.getSelectionModel()
                .selectedItemProperty()
                .addListener((selected, before, now) -> selected(before, now));
        if (torn == null) {
            memory.tabs().forEach(this::addTab);
        } else {
            adopt(torn, memory.tabs().getFirst());
        }
        pane.getSelectionModel().select(Math.clamp(memory.selected(), 0, tabs.size() - 1));
        stage(memory);
    }

    private void stage(WindowMemory memory) {
        stage.setScene(scene);
        stage.setTitle(desk.seams().title());
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        if (memory.placed()) {
            stage.setX(memory.x());
            stage.setY(memory.y());
        }
        // The caret of a field that keeps the focus would blink on and hold this window.
        stage.setOnHiding(event -> scene.getRoot().requestFocus());
        stage.setOnHidden(event -> hidden());
        stage.xProperty().addListener((x, before, now) -> desk.changed());
        stage.yProperty().addListener((y, before, now) -> desk.changed());
        stage.widthProperty().addListener((width, before, now) -> desk.changed());
        stage.heightProperty().addListener((height, before, now) -> desk.changed());
    }

    private void narrow() {
        boolean narrow = scene.getWidth() < NARROW;
        rail.narrow(narrow);
        top.narrow(narrow);
    }

    void show() {
        stage.show();
        current().ifPresent(ViewTab::focusBody);
    }

    void close() {
        stage.close();
    }

    private void hidden() {
        desk.closed(this);
        tabs.forEach(ViewTab::close);
        tabs.clear();
    }

    /** The picture of this window, for tests and documents. */
    public Scene scene() {
        return scene;
    }

    Desk desk() {
        return desk;
    }

    TabPane pane() {
        return pane;
    }

    List<ViewTab> tabs() {
        return tabs;
    }

    Optional<ViewTab> current() {
        Tab selected = pane.getSelectionModel().getSelectedItem();
        return tabs.stream().filter(tab -> tab.isOf(selected)).findFirst();
    }

    private ViewTab addTab(TabMemory memory) {
        return adopt(desk.seams().open().open(memory.screen(), memory.filter()), memory);
    }

    /** Takes a view that is already open, such as one torn off another window. */
    private ViewTab adopt(View view, TabMemory memory) {
        ViewTab tab =
                new ViewTab(
                        view,
                        memory,
                        desk.look(),
                        new ViewTab.Hands(
                                desk.seams().open(),
                                desk.seams().toolkit(),
                                this::painted,
                                desk::trouble));
        view.onRequest(request -> desk.seams().toolkit().execute(() -> serve(request)));
        view.offer(actions.items());
        tabs.add(tab);
        tab.tab().setOnClosed(event -> drop(tab));
        MenuItem off = new MenuItem("Move to a new window");
        off.setOnAction(event -> tearOff(tab));
        MenuItem twin = new MenuItem("Open again in a new tab");
        twin.setOnAction(event -> select(addTab(tab.memory())));
        tab.tab().setContextMenu(new ContextMenu(off, twin));
        pane.getTabs().add(tab.tab());
        tab.start();
        tab.inspector(desk.inspector());
        desk.changed();
        return tab;
    }

    /** The user dragged a tab to another place. */
    private void reordered() {
        List<Tab> order = pane.getTabs();
        if (order.size() == tabs.size()
                && tabs.stream().allMatch(tab -> order.contains(tab.tab()))) {
            tabs.sort(Comparator.comparingInt(tab -> order.indexOf(tab.tab())));
            desk.changed();
        }
    }

    private void select(ViewTab tab) {
        pane.getSelectionModel().select(tab.tab());
        tab.focusBody();
    }

    private void drop(ViewTab tab) {
        tabs.remove(tab);
        tab.close();
        desk.changed();
        if (tabs.isEmpty()) {
            stage.close();
        }
    }

    void closeTab() {
        current()
                .ifPresent(
                        tab -> {
                            pane.getTabs().remove(tab.tab());
                            drop(tab);
                        });
    }

    /** Moves a tab with its view, so that nothing is loaded or lost on the way. */
    void tearOff(ViewTab tab) {
        if (tabs.size() < 2) {
            return;
        }
        pane.getTabs().remove(tab.tab());
        tabs.remove(tab);
        tab.release();
        desk.window(WindowMemory.fresh(tab.memory()), tab.view());
        desk.changed();
    }

    private void selected(@Nullable Tab before, @Nullable Tab now) {
        for (ViewTab tab : tabs) {
            if (tab.isOf(before) || tab.isOf(now)) {
                tab.active(tab.isOf(now));
            }
        }
        current().ifPresent(tab -> painted(tab, tab.view().frame()));
        desk.changed();
    }

    private void painted(ViewTab tab, Frame frame) {
        if (current().filter(tab::equals).isEmpty()) {
            return;
        }
        top.apply(frame.header());
        status.apply(frame, restyled);
        rail.here(frame);
        restyled = false;
    }

    void restyle() {
        Styles.apply(scene.getStylesheets(), desk.look());
        restyled = true;
        tabs.forEach(ViewTab::repaint);
        current().ifPresent(tab -> painted(tab, tab.view().frame()));
    }

    void say(String message, Tone tone) {
        status.say(message, tone);
    }

    private void serve(FaceRequest request) {
        switch (request) {
            case FaceRequest.Copy copy -> Clip.copy(copy.text());
            case FaceRequest.Quit ignored -> desk.quit();
            case FaceRequest.Redraw ignored -> current().ifPresent(ViewTab::repaint);
            case FaceRequest.ScrollColumns(int columns) ->
                    current().ifPresent(tab -> tab.body().scrollColumns(columns));
            case FaceRequest.Save save -> saver.text(save);
            case FaceRequest.Act(String label) -> actions.run(label);
            case FaceRequest.CompactHeader ignored -> {}
            case FaceRequest.Tab tab -> tab(tab.move());
            case FaceRequest.Suspend ignored -> {}
        }
    }

    /** Saves the window as PNG, named after what is shown. */
    void picture() {
        String name = current().map(tab -> tab.kind().word()).orElse("pilothouse");
        saver.picture("pilothouse-" + name + ".png");
    }

    private void tab(FaceRequest.Move move) {
        switch (move) {
            case NEW -> newTab();
            case NEXT -> beside(1);
            case PREVIOUS -> beside(-1);
            case CLOSE -> closeTab();
        }
    }

    /** Chooses the next tab, or the one before. */
    void beside(int by) {
        int count = pane.getTabs().size();
        int next = Math.floorMod(pane.getSelectionModel().getSelectedIndex() + by, count);
        pane.getSelectionModel().select(next);
    }

    private void openScreen(ScreenKind kind, boolean newTab) {
        if (newTab) {
            select(addTab(new TabMemory(kind, "")));
        } else {
            send(new Intent.Open(kind, ""));
            current().ifPresent(ViewTab::focusBody);
        }
    }

    /** Asks the view of the chosen tab. */
    public void send(Intent intent) {
        current().ifPresent(tab -> tab.view().send(intent));
    }

    private void press(String key) {
        send(new Intent.Keys(List.of(key)));
    }

    @Override
    public void run(Command command) {
        if (command == Command.FILTER) {
            current().ifPresent(tab -> tab.filter().focus());
        } else {
            send(new Intent.Run(command));
        }
    }

    @Override
    public void newTab() {
        select(addTab(current().map(ViewTab::memory).orElse(TabMemory.FIRST)));
    }

    @Override
    public void newWindow() {
        desk.window(WindowMemory.fresh(current().map(ViewTab::memory).orElse(TabMemory.FIRST)));
    }

    @Override
    public void inspector() {
        desk.toggleInspector();
    }

    @Override
    public String paletteChord() {
        return "ctrl-k";
    }

    WindowMemory memory() {
        return new WindowMemory(
                finite(stage.getX()),
                finite(stage.getY()),
                scene.getWidth(),
                scene.getHeight(),
                tabs.stream().map(ViewTab::memory).toList(),
                Math.max(0, pane.getSelectionModel().getSelectedIndex()));
    }

    private static double finite(double place) {
        return Double.isFinite(place) ? place : WindowMemory.ANYWHERE;
    }
}
