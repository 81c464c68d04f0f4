package dev.pilothouse.present;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.store.FleetStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cluster in lines: who we are there, what it lets us do and why not, what is followed. */
final class ClusterLines {
    private static final int TITLE = 22;

    private final FleetStores stores;

    ClusterLines(FleetStores stores) {
        this.stores = stores;
    }

    @Nullable List<TextFrame.Line> lines(ClusterId id, Instant now) {
        Optional<ClusterRow> known = stores.clusters().get(id);
        if (known.isEmpty()) {
            return List.of(
                    TextFrame.Line.of("There is no context " + id + " any more.", Tone.QUIET));
        }
        ClusterRow row = known.get();
        List<TextFrame.Line> lines = new ArrayList<>();
        Cell state = Column.stateCell(MoreTables.clusterHealth(row));
        lines.add(line("State", state.text() + why(row), state.tone()));
        lines.add(line("Server", row.server() + version(row), Tone.NORMAL));
        lines.add(line("Signed in as", row.user().isEmpty() ? "nobody" : row.user(), Tone.NORMAL));
        if (row.insecure()) {
            lines.add(line("Certificate", "not checked (insecure-skip-tls-verify)", Tone.BAD));
        }
        lines.add(TextFrame.Line.of(""));
        lines.add(TextFrame.Line.of("What may be done", Tone.STRONG));
        row.capabilities().forEach(capability -> lines.add(capability(capability)));
        if (row.version().isEmpty()) {
            lines.add(TextFrame.Line.of("  the rest is asked once the server answers", Tone.QUIET));
        }
        lines.add(TextFrame.Line.of(""));
        lines.add(TextFrame.Line.of("What is followed", Tone.STRONG));
        stores.feeds().values().stream()
                .filter(feed -> feed.cluster().equals(id))
                .sorted(Comparator.comparing(FeedRow::kind))
                .forEach(feed -> lines.add(feed(feed, now)));
        return lines;
    }

    private static String why(ClusterRow row) {
        String why = MoreTables.clusterHealth(row).why();
        return why.isEmpty() ? "" : ": " + why;
    }

    private static String version(ClusterRow row) {
        return row.version().isEmpty() ? "" : "  " + row.version();
    }

    private static TextFrame.Line capability(ClusterRow.Capability capability) {
        String words =
                capability.possible()
                        ? capability.reason().isEmpty() ? "yes" : "yes, " + capability.reason()
                        : "no: " + capability.reason();
        return line(capability.title(), words, capability.possible() ? Tone.NORMAL : Tone.WARN);
    }

    private static TextFrame.Line feed(FeedRow feed, Instant now) {
        String unreadable =
                feed.unreadable() == 0 ? "" : ", " + feed.unreadable() + " could not be read";
        boolean live = feed.state() instanceof SyncState.Live;
        return line(
                feed.kind().plural(),
                Summaries.words(feed.state(), now)
                        + (live ? ", " + feed.objects() + " objects" : "")
                        + unreadable,
                live && unreadable.isEmpty() ? Tone.NORMAL : Tone.WARN);
    }

    private static TextFrame.Line line(String title, String words, Tone tone) {
        String head = "  " + title + " ".repeat(Math.max(1, TITLE - title.length()));
        return new TextFrame.Line(
                List.of(new TextFrame.Span(head, Tone.QUIET), new TextFrame.Span(words, tone)),
                false);
    }
}
