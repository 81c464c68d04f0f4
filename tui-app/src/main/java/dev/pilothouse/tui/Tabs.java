package dev.pilothouse.tui;

import dev.pilothouse.present.FaceRequest;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The views of one terminal; one is shown. Hidden ones keep their place and wake nobody. Shown and
 * switched by the painting thread, read by the one that reads keys.
 */
final class Tabs {
    /** More than one can tell apart by number, and each costs its rows in memory. */
    private static final int MOST = 9;

    private final List<View> views = new ArrayList<>();
    private final BiFunction<ScreenKind, String, View> opener;
    private final List<ScrollMemory> scrolls = new ArrayList<>();
    private volatile View current;
    private int at;

    Tabs(View first, BiFunction<ScreenKind, String, View> opener) {
        this.opener = opener;
        views.add(first);
        scrolls.add(new ScrollMemory());
        current = first;
    }

    View current() {
        return current;
    }

    ScrollMemory scroll() {
        return scrolls.get(at);
    }

    /** `tab 2 of 3`; empty while there is one. */
    String words() {
        return views.size() == 1 ? "" : "tab " + (at + 1) + " of " + views.size();
    }

    /** Listens to the view that is shown, and no longer to the one before. */
    void listen(Runnable wake, Consumer<FaceRequest> requests) {
        for (View view : views) {
            view.onFrame(view.equals(current) ? wake : () -> {});
            view.onRequest(view.equals(current) ? requests : request -> {});
        }
    }

    /** Returns whether another view is shown now. */
    boolean move(FaceRequest.Move move) {
        View before = current;
        switch (move) {
            case NEW -> open();
            case NEXT -> at = Math.floorMod(at + 1, views.size());
            case PREVIOUS -> at = Math.floorMod(at - 1, views.size());
            case CLOSE -> close();
        }
        current = views.get(at);
        return !current.equals(before);
    }

    private void open() {
        if (views.size() < MOST) {
            views.add(at + 1, opener.apply(ScreenKind.FLEET, ""));
            scrolls.add(at + 1, new ScrollMemory());
            at++;
        }
    }

    /** The last one stays: leaving the program is another key. */
    private void close() {
        if (views.size() > 1) {
            views.remove(at).close();
            scrolls.remove(at);
            at = Math.min(at, views.size() - 1);
        }
    }
}
