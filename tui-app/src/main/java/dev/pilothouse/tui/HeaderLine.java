package dev.pilothouse.tui;

import dev.pilothouse.present.HeaderFrame;
import dev.pilothouse.present.Tone;
import dev.pilothouse.text.CellWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * The first line: where am I, what may I do, is it true. When it is too narrow for all, what may be
 * done stays whole, sources that are live shrink to a count before one that is not is cut, and the
 * places are cut last from the end.
 */
final class HeaderLine {
    private static final String GAP = "  ";
    private static final String INSECURE = "TLS unchecked ";
    private static final int PROD = " PROD ".length() + 1;
    private static final int MORE = "+9 ".length() + PROD;
    private static final int SHORT_NAME = 7;
    private static final int SHORT_PLACE = SHORT_NAME + PROD;

    private final Canvas canvas;

    HeaderLine(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint(HeaderFrame header) {
        int width = canvas.columns();
        List<HeaderFrame.SourceAge> sources = header.sources();
        int left = 1 + places(header) + CellWidth.of(header.mode()) + 1;
        int clock = CellWidth.of(header.clock()) + 1;
        if (left + cells(sources) + GAP.length() + clock > width) {
            sources = shrunk(sources);
        }
        int clockAt = width - clock;
        int sourcesAt =
                sources.isEmpty()
                        ? clockAt
                        : Math.max(width * 2 / 5, clockAt - GAP.length() - cells(sources));
        paintLeft(header, sourcesAt - 1);
        paintSources(sources, sourcesAt, clockAt - 1);
        canvas.put(clockAt, 0, header.clock(), Tone.QUIET, width);
    }

    private void paintLeft(HeaderFrame header, int end) {
        int placesEnd = end - CellWidth.of(header.mode());
        int x = canvas.putBold(1, 0, product(), Tone.ACCENT, placesEnd);
        List<HeaderFrame.Place> places = header.places();
        boolean all = 1 + places(header) <= placesEnd;
        for (int i = 0; i < places.size(); i++) {
            int room = placesEnd - x - (all || i + 1 == places.size() ? 0 : MORE);
            if (room < cells(places.get(i)) && (i > 0 && room < SHORT_PLACE)) {
                x = canvas.put(x, 0, "+" + (places.size() - i) + " ", Tone.STRONG, placesEnd);
                x = hiddenProd(places, i) ? canvas.band(x, 0, "PROD", placesEnd) + 1 : x;
                break;
            }
            x = place(places.get(i), x, room);
        }
        canvas.put(x, 0, header.mode(), Tone.QUIET, end);
    }

    private static boolean hiddenProd(List<HeaderFrame.Place> places, int from) {
        return places.subList(from, places.size()).stream().anyMatch(HeaderFrame.Place::prod);
    }

    /** Cuts the name before a warning, and the certificate before PROD. */
    private int place(HeaderFrame.Place place, int from, int room) {
        int end = from + room;
        int prod = place.prod() ? PROD : 0;
        int least = Math.min(SHORT_NAME, CellWidth.of(place.name()) + 1);
        boolean insecure = place.insecure() && room >= least + prod + INSECURE.length();
        int name = Math.max(1, room - 1 - prod - (insecure ? INSECURE.length() : 0));
        int x = canvas.put(from, 0, CellWidth.cutEnd(place.name(), name) + " ", Tone.STRONG, end);
        x = place.prod() ? canvas.band(x, 0, "PROD", end) + 1 : x;
        return insecure ? canvas.put(x, 0, INSECURE, Tone.WARN, end) : x;
    }

    private void paintSources(List<HeaderFrame.SourceAge> sources, int from, int end) {
        int x = from;
        for (HeaderFrame.SourceAge source : sources) {
            x = canvas.put(x, 0, x == from ? "" : " · ", Tone.QUIET, end);
            x = canvas.put(x, 0, source.name() + " ", Tone.QUIET, end);
            x = canvas.put(x, 0, source.words(), source.tone(), end);
        }
    }

    private String product() {
        return canvas.columns() >= 100 ? "Pilothouse  " : "";
    }

    private int places(HeaderFrame header) {
        int cells = CellWidth.of(product());
        for (HeaderFrame.Place place : header.places()) {
            cells += cells(place);
        }
        return cells;
    }

    private static int cells(HeaderFrame.Place place) {
        return CellWidth.of(place.name())
                + 1
                + (place.prod() ? PROD : 0)
                + (place.insecure() ? INSECURE.length() : 0);
    }

    private static int cells(List<HeaderFrame.SourceAge> sources) {
        int cells = Math.max(0, sources.size() - 1) * " · ".length();
        for (HeaderFrame.SourceAge source : sources) {
            cells += CellWidth.of(source.name()) + 1 + CellWidth.of(source.words());
        }
        return cells;
    }

    /** What is not live by name, first; what is live as a count. */
    private static List<HeaderFrame.SourceAge> shrunk(List<HeaderFrame.SourceAge> sources) {
        List<HeaderFrame.SourceAge> shown = new ArrayList<>();
        int live = 0;
        for (HeaderFrame.SourceAge source : sources) {
            if (source.tone() == Tone.GOOD) {
                live++;
            } else {
                shown.add(source);
            }
        }
        if (live > 0) {
            String count = Integer.toString(live);
            shown.add(new HeaderFrame.SourceAge(count, "live", Tone.GOOD));
        }
        return shown;
    }
}
