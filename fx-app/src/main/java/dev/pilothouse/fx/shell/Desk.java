package dev.pilothouse.fx.shell;

import dev.pilothouse.fx.memory.DeskMemory;
import dev.pilothouse.fx.memory.TabMemory;
import dev.pilothouse.fx.memory.WindowMemory;
import dev.pilothouse.fx.paint.FxPainter;
import dev.pilothouse.fx.paint.Look;
import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.Palette;
import dev.pilothouse.present.Tone;
import dev.pilothouse.present.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All windows of the program: what they share, and what is remembered of them. */
public final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /** No timer of the toolkit: that would make a pulse per frame while it runs. */
    private static final Duration SAVE_AFTER = Duration.ofSeconds(1);

    private final Seams seams;
    private final Look look;
    private final List<Shell> shells = new ArrayList<>();
    private boolean saving;
    private String theme;
    private boolean inspector;
    private boolean quitting;

    /**
     * What the desk needs from outside.
     *
     * @param open makes the view of a tab from its screen and filter
     */
    public record Seams(String title, Views open, KeyMap keys, Toolkit toolkit, Keeper keeper) {}

    /** The toolkit's thread, and what it knows of the operating system. */
    public interface Toolkit extends FxPainter.Clock {
        /** True when the system is set to dark. */
        boolean dark();

        /** Calls back when the system changes between light and dark. */
        void onTheme(Runnable listener);
    }

    /** Who keeps what is remembered. Called on the FX thread; must not block it. */
    public interface Keeper {
        void save(DeskMemory memory);

        /** The last window is gone. */
        void ended();
    }

    public Desk(Seams seams, DeskMemory memory) {
        this.seams = seams;
        DeskMemory.Style style = memory.style();
        theme = style.theme();
        inspector = style.inspector();
        look = new Look(palette());
        look.compact(style.compact());
        look.size(style.size());
        look.tables().restore(memory.tables(), this::changed);
        look.onChange(this::restyle);
        baseTheme();
        seams.toolkit().onTheme(this::followSystem);
    }

    /** Opens the windows that are remembered, or a first one. */
    public void open(List<WindowMemory> windows, String message) {
        List<WindowMemory> wanted =
                windows.stream().filter(window -> !window.tabs().isEmpty()).toList();
        if (wanted.isEmpty()) {
            wanted = List.of(WindowMemory.fresh(TabMemory.FIRST));
        }
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        wanted.forEach(window -> window(Places.reachable(window, screens)));
        if (!message.isEmpty()) {
            shells.getFirst().say(message, Tone.WARN);
        }
    }

    Shell window(WindowMemory memory) {
        return window(memory, null);
    }

    Shell window(WindowMemory memory, @Nullable View torn) {
        Shell shell = new Shell(this, memory, torn);
        shells.add(shell);
        shell.show();
        return shell;
    }

    Seams seams() {
        return seams;
    }

    Look look() {
        return look;
    }

    String theme() {
        return theme;
    }

    boolean inspector() {
        return inspector;
    }

    void toggleInspector() {
        inspector = !inspector;
        shells.forEach(shell -> shell.tabs().forEach(tab -> tab.inspector(inspector)));
        changed();
    }

    void theme(String next) {
        theme = next;
        look.palette(palette());
        changed();
    }

    private void followSystem() {
        look.palette(palette());
    }

    private Palette palette() {
        Palette system = seams.toolkit().dark() ? Palette.DARK : Palette.LIGHT;
        return Palette.of(theme).orElse(system);
    }

    private void baseTheme() {
        Application.setUserAgentStylesheet(
                look.palette().light()
                        ? new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet()
                        : new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet());
    }

    private void restyle() {
        baseTheme();
        shells.forEach(Shell::restyle);
        changed();
    }

    /** Something worth remembering changed; written a second later, with all that came since. */
    void changed() {
        if (!quitting && !saving) {
            saving = true;
            seams.toolkit().later(SAVE_AFTER, this::saveNow);
        }
    }

    private void saveNow() {
        saving = false;
        if (!quitting) {
            seams.keeper().save(memory());
        }
    }

    /** Says what went wrong, in each window, and goes on. Full text is in the log. */
    public void trouble(Throwable e) {
        LOG.error("desktop: something could not be painted or done", e);
        String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        shells.forEach(
                shell ->
                        shell.say(
                                "Something went wrong here (" + what + "). The log says more.",
                                Tone.BAD));
    }

    void closed(Shell shell) {
        if (shells.size() == 1 && !quitting) {
            quitting = true;
            seams.keeper().save(memory());
        }
        shells.remove(shell);
        if (shells.isEmpty()) {
            seams.keeper().ended();
        } else {
            changed();
        }
    }

    /** Closes everything; what was open is open again after the next start. */
    public void quit() {
        if (quitting) {
            return;
        }
        quitting = true;
        seams.keeper().save(memory());
        List.copyOf(shells).forEach(Shell::close);
    }

    /** The windows, for tests and pictures. */
    public List<Shell> shells() {
        return List.copyOf(shells);
    }

    DeskMemory memory() {
        return new DeskMemory(
                new DeskMemory.Style(theme, look.compact(), inspector, look.size()),
                look.tables().all(),
                shells.stream().map(Shell::memory).toList());
    }
}
