package dev.pilothouse.present;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The screens a view has shown, as a browser keeps its pages: a new screen forgets what lay ahead.
 * Twenty, as k9s keeps; who wants more remembers a name and types it.
 */
final class ViewHistory {
    private static final int BOUND = 20;

    private final List<Place> places = new ArrayList<>();
    private int here = -1;
    private @Nullable Place before;

    /** What it takes to show a screen again. */
    record Place(ScreenKind kind, Selection subject, Scope scope) {}

    /** A screen is shown now, whatever led there. */
    void shown(Place place) {
        if (here >= 0 && places.get(here).equals(place)) {
            return;
        }
        before = here >= 0 ? places.get(here) : null;
        places.subList(here + 1, places.size()).clear();
        places.add(place);
        if (places.size() > BOUND) {
            places.removeFirst();
        }
        here = places.size() - 1;
    }

    /** The screen that was shown before the one that is shown now. */
    @Nullable Place last() {
        return before;
    }

    /** Moves along the way back (-1) or forward (1); null at its end. */
    @Nullable Place step(int by) {
        int to = here + by;
        if (to < 0 || to >= places.size()) {
            return null;
        }
        before = places.get(here);
        here = to;
        return places.get(here);
    }
}
