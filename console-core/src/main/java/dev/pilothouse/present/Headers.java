package dev.pilothouse.present;

import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.text.Formats;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the header: where am I, what may I do, is it true. */
final class Headers {
    private final ConsoleContext context;

    Headers(ConsoleContext context) {
        this.context = context;
    }

    HeaderFrame header(List<ScreenSession> stack, Scope scope, Instant now) {
        List<ClusterRow> open =
                context.stores().clusters().values().stream()
                        .filter(ClusterRow::opened)
                        .filter(
                                row ->
                                        scope.clusters().isEmpty()
                                                || scope.clusters().contains(row.id().name()))
                        .sorted(Comparator.comparing(ClusterRow::id))
                        .toList();
        List<HeaderFrame.Place> places =
                open.stream()
                        .map(
                                row ->
                                        new HeaderFrame.Place(
                                                row.id().name(),
                                                context.options()
                                                        .production()
                                                        .matcher(row.id().name())
                                                        .find(),
                                                row.insecure()))
                        .toList();
        List<HeaderFrame.SourceAge> sources =
                open.stream().map(row -> source(row, open.size() > 1, now)).toList();
        ScreenSession top = stack.getLast();
        return new HeaderFrame(
                places,
                "READ-ONLY",
                sources,
                counts(top, scope),
                stack.stream().map(screen -> screen.crumb).toList(),
                clock(now, context.options().zone()));
    }

    /** Minutes, not seconds: a clock that ticks every second costs bytes over a slow line. */
    private static String clock(Instant now, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(now, zone);
        return two(time.getHour()) + ":" + two(time.getMinute());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private HeaderFrame.SourceAge source(ClusterRow row, boolean named, Instant now) {
        String name = named ? row.id().name() : "k8s";
        return switch (row.state()) {
            case SyncState.NotSynced ignored ->
                    new HeaderFrame.SourceAge(name, "connecting", Tone.STARTING);
            case SyncState.Live ignored ->
                    loading(row)
                            .map(what -> new HeaderFrame.SourceAge(name, what, Tone.STARTING))
                            .orElse(new HeaderFrame.SourceAge(name, "live", Tone.GOOD));
            case SyncState.Stale stale ->
                    new HeaderFrame.SourceAge(
                            name, "stale " + Formats.coarseAge(stale.since(), now), Tone.WARN);
            case SyncState.Failed ignored -> new HeaderFrame.SourceAge(name, "failed", Tone.BAD);
        };
    }

    /** A cluster is not called live while a kind has yet to arrive: its counts would look true. */
    private Optional<String> loading(ClusterRow row) {
        return context.stores().feeds().values().stream()
                .filter(feed -> feed.cluster().equals(row.id()))
                .filter(feed -> feed.state() instanceof SyncState.NotSynced)
                .map(FeedRow::kind)
                .min(Comparator.naturalOrder())
                .map(kind -> "loading " + kind.plural());
    }

    private static List<Cell> counts(ScreenSession screen, Scope scope) {
        TablePane<?, ?> table = screen.table();
        List<Cell> counts = new ArrayList<>();
        if (table == null) {
            return counts;
        }
        int shown = table.size();
        String of = shown == table.total() ? "" : " of " + table.total();
        counts.add(Cell.of(table.noun() + " " + shown + of, Tone.STRONG));
        int[] severities = table.severities();
        add(counts, Glyph.BAD, severities[5], Tone.BAD);
        add(counts, Glyph.WARN, severities[4], Tone.WARN);
        add(counts, Glyph.STARTING, severities[2], Tone.STARTING);
        add(counts, Glyph.OK, severities[0] + severities[1], Tone.GOOD);
        if (!scope.namespaces().isEmpty()) {
            counts.add(
                    Cell.of(
                            "namespace "
                                    + String.join(
                                            ",", scope.namespaces().stream().sorted().toList()),
                            Tone.ACCENT));
        }
        return counts;
    }

    private static void add(List<Cell> counts, Glyph glyph, int number, Tone tone) {
        if (number > 0) {
            counts.add(new Cell(glyph, Integer.toString(number), tone));
        }
    }
}
