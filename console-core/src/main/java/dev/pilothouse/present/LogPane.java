package dev.pilothouse.present;

import dev.pilothouse.filter.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The logs of one or several pods. The search keeps every line and marks what it found; `&` keeps
 * only the lines that hold a text. While the user reads further up, lines that are dropped at the
 * head do not move what is read.
 */
final class LogPane implements PaneModel, Searched {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final String title;
    private final LogStreams.Source source;
    private final Function<LogChoice, Reading> reader;
    private LogChoice choice = LogChoice.START;
    private Reading reading;
    private Instant nextLook = Instant.EPOCH;
    private List<LogBuffer.Entry> shown = List.of();
    private List<Integer> matches = List.of();
    private String needle = "";
    private String only = "";

    LogPane(String title, LogStreams.Source source, Function<LogChoice, Reading> reader) {
        this.title = title;
        this.source = source;
        this.reader = reader;
        reading = reader.apply(choice);
    }

    /** Streams and the lines they have brought. */
    record Reading(LogStreams streams, LogBuffer buffer) {}

    LogChoice choice() {
        return choice;
    }

    /** Containers that the pods have, to choose one. */
    List<String> containers() {
        return source.pods().stream().flatMap(pod -> source.containers(pod).stream()).toList();
    }

    /** Reads anew when other lines are wanted. */
    void choose(LogChoice wanted) {
        boolean same = wanted.reads(choice);
        choice = wanted;
        if (!same) {
            reading.streams().close();
            reading = reader.apply(wanted);
            nextLook = Instant.EPOCH;
        }
        copy();
    }

    /** A line across the log, to find the place again. */
    void markLine(Instant now) {
        String clock = now.toString().substring(11, 19);
        reading.buffer().add(-1, "", null, "──── " + clock + " " + "─".repeat(40), Tone.ACCENT);
    }

    @Override
    public boolean refresh(Instant now, boolean hold) {
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(LOOK);
            reading.streams().look(now);
        }
        if (!reading.buffer().take()) {
            return false;
        }
        copy();
        return true;
    }

    private void copy() {
        List<LogBuffer.Entry> all = reading.buffer().copy();
        if (!only.isEmpty()) {
            all.removeIf(e -> e.series() >= 0 && !Texts.contains(LogLine.text(e, choice), only));
        }
        shown = all;
        search();
    }

    private void search() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; !needle.isEmpty() && i < shown.size(); i++) {
            if (Texts.contains(LogLine.text(shown.get(i), choice), needle)) {
                found.add(i);
            }
        }
        matches = found;
    }

    @Override
    public void apply(PaneState state, Scope scope, Instant now) {
        if (!only.equals(state.filter())) {
            only = state.filter();
            copy();
        }
        if (!needle.equals(state.search())) {
            needle = state.search();
            search();
        }
    }

    /** Stays on the line that is read while the lines before it are dropped. */
    @Override
    public PaneState settle(PaneState state) {
        int last = Math.max(0, shown.size() - 1);
        if (state.follow() || !(state.key() instanceof Long number)) {
            return state.follow() || state.index() > last ? state.at(null, last) : state;
        }
        int at = indexOf(number);
        int moved = state.index() - at;
        int found = state.found() < 0 ? -1 : Math.max(-1, state.found() - moved);
        return moved == 0 ? state : state.at(number, at).found(found);
    }

    private int indexOf(long number) {
        int low = 0;
        int high = shown.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shown.get(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public TextFrame body(PaneState state, Instant now) {
        LogStreams.Counts counts = reading.streams().counts();
        return new TextFrame(
                heading(state, counts),
                lines(counts.known() > 1),
                state.index(),
                false,
                state.follow(),
                state.wide(),
                TextSearch.at(needle, matches, state.found()),
                notice(counts));
    }

    private String heading(PaneState state, LogStreams.Counts counts) {
        StringBuilder words = new StringBuilder(title);
        if (choice.range() != LogRange.TAIL) {
            words.append(", ").append(choice.range().words());
        }
        if (!choice.container().isEmpty()) {
            words.append(
                    choice.container().equals(LogChoice.ALL_CONTAINERS)
                            ? ", all containers"
                            : ", container " + choice.container());
        }
        words.append("  ").append(shown.size()).append(" lines");
        if (!only.isEmpty()) {
            words.append(" with '").append(only).append('\'');
        }
        if (reading.buffer().dropped() > 0) {
            words.append(", ")
                    .append(reading.buffer().dropped())
                    .append(choice.range() == LogRange.HEAD ? " later" : " older")
                    .append(" lines dropped");
        }
        if (counts.known() > 1) {
            words.append(", ").append(counts.open()).append(" of ").append(counts.known());
            words.append(" streams open");
        }
        if (counts.refused() > 0) {
            words.append(", ").append(counts.refused()).append(" more not read");
        }
        return words.append(state.follow() ? "  following" : "  stopped, G follows").toString();
    }

    private TableFrame.Notice notice(LogStreams.Counts counts) {
        if (!shown.isEmpty()) {
            return TableFrame.Notice.NONE;
        }
        if (!only.isEmpty()) {
            return new TableFrame.Notice(
                    Tone.QUIET, "No line holds '" + only + "'.", List.of("esc shows all lines"));
        }
        return new TableFrame.Notice(
                Tone.QUIET,
                counts.open() > 0 ? "Waiting for the first line ..." : "The log is empty.",
                List.of("0 newest lines   1 from the beginning   6 the last hour"));
    }

    private List<TextFrame.Line> lines(boolean sources) {
        List<LogBuffer.Entry> entries = shown;
        LogChoice how = choice;
        return new AbstractList<>() {
            @Override
            public TextFrame.Line get(int index) {
                return LogLine.of(entries.get(index), how, sources);
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    @Override
    public List<Integer> matches() {
        return matches;
    }

    @Override
    public int size() {
        return shown.size();
    }

    @Override
    public @Nullable Object keyAt(int row) {
        return row < 0 || row >= shown.size() ? null : shown.get(row).number();
    }

    @Override
    public Selection selection(int row) {
        return Selection.NOTHING;
    }

    @Override
    public void close() {
        reading.streams().close();
    }
}
