package dev.pilothouse.present;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.AgentVersion;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.Evidence;
import dev.pilothouse.model.FeedRow;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Managed;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.store.KeyedStore;
import dev.pilothouse.text.Formats;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Texts made from what is known: an agent's head, evidence lines, this console's own figures. */
final class Summaries {
    private final ConsoleContext context;

    Summaries(ConsoleContext context) {
        this.context = context;
    }

    List<TextFrame.Line> agent(AgentId id, Instant now) {
        Optional<AgentRow> known = context.index().agents().get(id);
        if (known.isEmpty()) {
            return List.of(
                    TextFrame.Line.of(
                            id.words() + " is gone, or not synchronised yet.", Tone.QUIET));
        }
        AgentRow row = known.get();
        List<TextFrame.Line> lines = new ArrayList<>();
        Cell state = Column.stateCell(row.health());
        lines.add(
                spans(
                        new TextFrame.Span(
                                state.glyph().symbol() + " " + state.text(), state.tone()),
                        new TextFrame.Span("  " + row.health().why(), Tone.NORMAL)));
        lines.add(
                facts(
                        "pods",
                        row.pods().ready() + "/" + row.pods().desired() + " ready",
                        "restarts",
                        Integer.toString(row.pods().restarts()),
                        "changed",
                        Formats.age(row.changed(), now) + " ago",
                        "team",
                        or(row.team())));
        AgentVersion version = row.version();
        if (version != null) {
            lines.add(
                    facts(
                            "version",
                            AgentTable.versionLabel(row),
                            "image",
                            or(version.image()),
                            "prompt",
                            or(version.prompt()),
                            "model",
                            or(version.model())));
        }
        lines.add(
                facts(
                        "isolation",
                        row.safety().isolation().word()
                                + (row.safety().exposed()
                                        ? " EXPOSED: " + row.safety().reason()
                                        : ""),
                        "gpu",
                        row.use().devices().isEmpty() ? "none" : row.use().devices(),
                        "cpu",
                        use(
                                Formats.cpu(row.use().cpuMillis()),
                                Formats.cpu(row.use().requests().cpuMillis())),
                        "memory",
                        use(
                                Formats.bytes(row.use().memoryBytes()),
                                Formats.bytes(row.use().limits().memoryBytes()))));
        if (row.managed().manager() != Managed.Manager.NOBODY) {
            lines.add(
                    facts(
                            "owner",
                            row.managed().manager().word()
                                    + " "
                                    + row.managed().name()
                                    + " would revert a change made by hand"));
        }
        return lines;
    }

    private static String use(String used, String wanted) {
        return (used.isEmpty() ? "·" : used) + " of " + (wanted.isEmpty() ? "no limit" : wanted);
    }

    private static String or(String text) {
        return text.isEmpty() ? "?" : text;
    }

    private static TextFrame.Line facts(String... pairs) {
        List<TextFrame.Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            spans.add(new TextFrame.Span((i == 0 ? "" : "   ") + pairs[i] + " ", Tone.QUIET));
            spans.add(new TextFrame.Span(pairs[i + 1], Tone.NORMAL));
        }
        return new TextFrame.Line(spans, false);
    }

    private static TextFrame.Line spans(TextFrame.Span... spans) {
        return new TextFrame.Line(List.of(spans), false);
    }

    static TextFrame.Line evidence(Evidence evidence) {
        Health.Level level = evidence.level();
        Glyph glyph = level == Health.Level.OK ? Glyph.NONE : Glyph.of(level);
        Tone tone = level == Health.Level.OK ? Tone.NORMAL : Column.tone(level);
        return new TextFrame.Line(
                List.of(
                        new TextFrame.Span(glyph.symbol() + " ", tone),
                        new TextFrame.Span(
                                evidence.sentence(),
                                level == Health.Level.BAD ? Tone.STRONG : Tone.NORMAL)),
                evidence.subject() != null);
    }

    List<TextFrame.Line> journal() {
        return List.of(
                TextFrame.Line.of("Nothing was changed from this console.", Tone.QUIET),
                TextFrame.Line.of(
                        "It is read-only: no command of it writes to a cluster.", Tone.QUIET));
    }

    @Nullable List<TextFrame.Line> console(Instant now) {
        List<TextFrame.Line> lines = new ArrayList<>();
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        lines.add(
                facts(
                        "heap",
                        Formats.bytes(heap) + " of " + Formats.bytes(runtime.maxMemory()),
                        "up",
                        Formats.duration(up)));
        lines.add(TextFrame.Line.of(""));
        lines.add(TextFrame.Line.of("Clusters", Tone.STRONG));
        for (ClusterRow row :
                context.stores().clusters().values().stream()
                        .sorted(Comparator.comparing(ClusterRow::id))
                        .toList()) {
            lines.add(
                    facts(
                            row.id().name(),
                            Column.stateCell(MoreTables.clusterHealth(row)).text(),
                            "requests",
                            Long.toString(row.traffic().requests()),
                            "received",
                            Formats.bytes(row.traffic().bytesIn()),
                            "watches",
                            Long.toString(row.traffic().watches())));
        }
        lines.add(TextFrame.Line.of(""));
        lines.add(TextFrame.Line.of("Stores", Tone.STRONG));
        for (KeyedStore<?, ?> store :
                List.of(
                        context.stores().pods(),
                        context.stores().workloads(),
                        context.stores().revisions(),
                        context.stores().nodes(),
                        context.stores().events(),
                        context.stores().customs(),
                        context.stores().usages())) {
            lines.add(
                    facts(store.name(), Integer.toString(store.size()), "dropped", dropped(store)));
        }
        lines.add(TextFrame.Line.of(""));
        lines.add(TextFrame.Line.of("Feeds", Tone.STRONG));
        context.stores().feeds().values().stream()
                .sorted(Comparator.comparing(FeedRow::cluster).thenComparing(FeedRow::kind))
                .forEach(
                        feed ->
                                lines.add(
                                        facts(
                                                feed.cluster() + " " + feed.kind().plural(),
                                                words(feed.state(), now),
                                                "objects",
                                                Integer.toString(feed.objects()))));
        return lines;
    }

    private static String dropped(KeyedStore<?, ?> store) {
        KeyedStore.Refused dropped = store.dropped();
        return dropped.count() == 0
                ? "0"
                : dropped.count()
                        + ", the first was "
                        + dropped.first()
                        + "; it holds at most "
                        + store.bound();
    }

    static String words(SyncState state, Instant now) {
        return switch (state) {
            case SyncState.NotSynced waiting -> waiting.doing();
            case SyncState.Live ignored -> "live";
            case SyncState.Stale stale ->
                    "stale " + Formats.age(stale.since(), now) + ": " + stale.why().sentence();
            case SyncState.Failed failed -> failed.why().sentence();
        };
    }
}
