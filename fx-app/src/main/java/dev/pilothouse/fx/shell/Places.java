package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.memory.WindowMemory;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Keeps remembered windows on the screens that there are now. */
final class Places {
    /** So much of the title bar must be on a screen for a hand to get hold of it. */
    private static final double GRIP = 96;

    private Places() {}

    /**
     * The window as it was, or where the window system puts it and no larger than a screen when the
     * monitor that it was on is gone.
     *
     * @param screens what each screen has room for; not empty
     */
    static WindowMemory reachable(WindowMemory window, List<Rectangle2D> screens) {
        if (screens.isEmpty()
                || (window.placed()
                        && screens.stream().anyMatch(screen -> grips(window, screen)))) {
            return window;
        }
        Rectangle2D first = screens.getFirst();
        return new WindowMemory(
                WindowMemory.ANYWHERE,
                WindowMemory.ANYWHERE,
                Math.min(window.width(), first.getWidth()),
                Math.min(window.height(), first.getHeight()),
                window.tabs(),
                window.selected());
    }

    private static boolean grips(WindowMemory window, Rectangle2D screen) {
        double left = Math.max(window.x(), screen.getMinX());
        double right = Math.min(window.x() + window.width(), screen.getMaxX());
        boolean title = window.y() >= screen.getMinY() && window.y() <= screen.getMaxY() - 32;
        return title && right - left >= GRIP;
    }
}
