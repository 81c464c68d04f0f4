package dev.pilothouse.present;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.AgentVersion;
import dev.pilothouse.model.Evidence;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Managed;
import dev.pilothouse.model.SyncState;
import dev.pilothouse.text.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts made from what is known: an agent's head, evidence lines, states. */
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
