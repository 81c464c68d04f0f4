package dev.pilothouse.tui;

import dev.pilothouse.present.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which row of which pane lies where on the screen, as it was painted last. */
final class HitMap {
    private final List<Hit> hits = new ArrayList<>();

    /** Lines `top` to `bottom` show the rows from `first` of a pane that has `count`. */
    record Hit(int pane, int top, int bottom, int first, int count) {}

    void add(Hit hit) {
        hits.add(hit);
    }

    /** What a click on a line of the screen asks for; nothing where there is no row. */
    List<Intent> click(int line) {
        Optional<Hit> found =
                hits.stream().filter(hit -> line >= hit.top() && line < hit.bottom()).findFirst();
        if (found.isEmpty()) {
            return List.of();
        }
        Hit hit = found.get();
        int row = hit.first() + line - hit.top();
        return row < hit.count()
                ? List.of(new Intent.Focus(hit.pane()), new Intent.Select(row))
                : List.of(new Intent.Focus(hit.pane()));
    }
}
