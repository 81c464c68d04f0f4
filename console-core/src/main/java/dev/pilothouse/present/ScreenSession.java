package dev.pilothouse.present;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One screen of a view: its panes, what the user chose in each, and which has the keys. */
final class ScreenSession {
    final ScreenKind kind;
    final Selection subject;
    final String crumb;
    final List<PaneModel> panes;
    final List<String> titles;
    final List<Integer> weights;
    final List<PaneState> states = new ArrayList<>();
    int focus;

    ScreenSession(ScreenKind kind, Selection subject, String crumb, List<Part> parts) {
        this.kind = kind;
        this.subject = subject;
        this.crumb = crumb;
        panes = parts.stream().map(Part::model).toList();
        titles = parts.stream().map(Part::title).toList();
        weights = parts.stream().map(Part::weight).toList();
        parts.forEach(part -> states.add(part.start()));
    }

    /** One pane of a new screen. */
    record Part(String title, int weight, PaneModel model, PaneState start) {
        static Part whole(PaneModel model) {
            return new Part("", 1, model, PaneState.START);
        }
    }

    PaneModel pane() {
        return panes.get(focus);
    }

    PaneState state() {
        return states.get(focus);
    }

    void state(PaneState changed) {
        states.set(focus, changed);
    }

    Selection selection() {
        return pane().selection(state().index());
    }

    @Nullable TablePane<?, ?> table() {
        return pane() instanceof TablePane<?, ?> table ? table : null;
    }

    /** How bad the selected row is, 0 to 5. */
    int severity() {
        return pane() instanceof TablePane<?, ?> table ? table.severity(state().index()) : 0;
    }

    boolean isText() {
        return !(pane() instanceof TablePane<?, ?>);
    }

    void close() {
        panes.forEach(PaneModel::close);
    }
}
