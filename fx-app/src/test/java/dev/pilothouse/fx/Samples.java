package dev.pilothouse.fx;

import dev.pilothouse.model.Value;
import dev.pilothouse.present.BodyFrame;
import dev.pilothouse.present.Cell;
import dev.pilothouse.present.ColumnHead;
import dev.pilothouse.present.FooterFrame;
import dev.pilothouse.present.FooterFrame.Hint;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Glyph;
import dev.pilothouse.present.HeaderFrame;
import dev.pilothouse.present.OverlayFrame;
import dev.pilothouse.present.PanesFrame;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.TextFrame.Line;
import dev.pilothouse.present.TextFrame.Span;
import dev.pilothouse.present.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Frames as a presenter would make them, of a fleet that never was. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-24T14:02:00Z");

    private Samples() {}

    /** A row of cells with its key. */
    public record Row(Object key, List<Cell> cells, Set<Integer> changed) {}

    public static TableFrame.Rows rows(List<Row> rows) {
        return new TableFrame.Rows() {
            @Override
            public int count() {
                return rows.size();
            }

            @Override
            public Object key(int row) {
                return rows.get(row).key();
            }

            @Override
            public Cell cell(int row, int column) {
                return rows.get(row).cells().get(column);
            }

            @Override
            public Value value(int row, int column) {
                return new Value.Text(cell(row, column).text());
            }

            @Override
            public boolean changed(int row, int column) {
                return rows.get(row).changed().contains(column);
            }
        };
    }

    public static TableFrame table(List<ColumnHead> columns, List<Row> rows, int cursor) {
        return new TableFrame(
                "AGENTS",
                columns,
                rows(rows),
                new TableFrame.Cursor(cursor, Set.of()),
                narrowing("", TableFrame.FilterError.NONE),
                TableFrame.Notice.NONE);
    }

    public static TableFrame.Narrowing narrowing(String filter, TableFrame.FilterError error) {
        return new TableFrame.Narrowing(filter, error, "", false, 61, false);
    }

    public static Frame frame(long number, ScreenKind kind, BodyFrame body) {
        return frame(number, kind, body, null);
    }

    public static Frame frame(
            long number, ScreenKind kind, BodyFrame body, @Nullable OverlayFrame overlay) {
        return new Frame(
                number,
                NOW,
                new Frame.ScreenId(kind, "", 1),
                header(kind),
                body,
                new FooterFrame(
                        List.of(
                                new Hint("enter", "open"),
                                new Hint("x", "explain"),
                                new Hint("l", "logs"),
                                new Hint("v", "versions"),
                                new Hint("E", "only problems")),
                        "",
                        Tone.NORMAL),
                overlay,
                number);
    }

    private static HeaderFrame header(ScreenKind kind) {
        boolean agent = kind == ScreenKind.AGENT || kind == ScreenKind.LOGS;
        return new HeaderFrame(
                List.of(
                        new HeaderFrame.Place("eu-prod", true, false),
                        new HeaderFrame.Place("us-prod", true, false),
                        new HeaderFrame.Place("staging", false, false)),
                "READ-ONLY",
                List.of(
                        new HeaderFrame.SourceAge("eu-prod", "live", Tone.GOOD),
                        new HeaderFrame.SourceAge("us-prod", "live", Tone.GOOD),
                        new HeaderFrame.SourceAge("staging", "stale 42s", Tone.WARN)),
                agent
                        ? List.of()
                        : List.of(
                                Cell.of(
                                        kind.title().toUpperCase(java.util.Locale.ROOT) + " 61",
                                        Tone.STRONG),
                                new Cell(Glyph.BAD, "2", Tone.BAD),
                                new Cell(Glyph.WARN, "5", Tone.WARN),
                                new Cell(Glyph.STARTING, "1", Tone.STARTING),
                                new Cell(Glyph.OK, "53", Tone.GOOD)),
                agent ? List.of("Agents", "refund-planner") : List.of(kind.title()),
                "14:02");
    }

    public static ColumnHead head(String id, int width, int priority) {
        return head(id, width, priority, 0, false);
    }

    public static ColumnHead head(String id, int width, int priority, int grow, boolean right) {
        return new ColumnHead(
                id,
                id.toUpperCase(java.util.Locale.ROOT),
                new ColumnHead.Layout(width, grow, right, id.equals("agent")),
                priority,
                false,
                "");
    }

    public static final List<ColumnHead> FLEET =
            List.of(
                    head("agent", 22, 0, 1, false),
                    head("cluster", 9, 3),
                    head("version", 10, 2),
                    head("model", 15, 5),
                    head("state", 13, 0),
                    head("why", 26, 0, 3, false),
                    head("pods", 6, 0, 0, true),
                    head("restarts", 8, 4, 0, true),
                    head("cpu", 6, 8, 0, true),
                    head("mem", 7, 8, 0, true),
                    head("changed", 7, 1, 0, true));

    private static final String[] NAMES = {
        "triage",
        "search-router",
        "invoice-writer",
        "kyc-vision",
        "refund-planner",
        "code-reviewer",
        "release-notes",
        "contract-reader",
        "churn-watch",
        "lead-scorer",
        "onboarding-guide",
        "translation-desk",
        "incident-scribe",
        "catalogue-tagger",
        "price-watcher",
        "claims-intake",
        "meeting-notes",
        "sql-analyst",
        "doc-search",
        "fraud-second-look"
    };

    public static List<Row> fleet() {
        List<Row> rows = new ArrayList<>();
        rows.add(
                agent(
                        "refund-planner",
                        "eu-prod",
                        "r13→r14",
                        bad("looping", "search_orders ×41 with the same arguments"),
                        "6/6",
                        "1",
                        "3h12m",
                        "22m"));
        rows.add(
                agent(
                        "kyc-vision",
                        "us-prod",
                        "r9",
                        bad("crash loop", "OOM at 512Mi, exit 137, 9th time"),
                        "1/4",
                        "37",
                        "0.2",
                        "3h"));
        rows.add(
                agent(
                        "search-router",
                        "eu-prod",
                        "r31",
                        warn("throttled", "429 from budget, team search at 97%"),
                        "8/8",
                        "2",
                        "1.4",
                        "2d"));
        rows.add(
                agent(
                        "invoice-writer",
                        "eu-prod",
                        "r5→r6",
                        warn("rollout stuck", "image pull of reg/invoice:6 fails since 12m"),
                        "3/4",
                        "1",
                        "0.6",
                        "12m"));
        rows.add(
                agent(
                        "checkout-recommendation-and-upsell-assistant-refund",
                        "eu-prod",
                        "r2",
                        warn("restarting", "liveness probe of pod 7d9f fails"),
                        "5/6",
                        "4",
                        "0.9",
                        "41m"));
        rows.add(
                agent(
                        "release-notes",
                        "staging",
                        "r7",
                        new Cell(Glyph.STARTING, "starting", Tone.STARTING),
                        "0/2",
                        "·",
                        "·",
                        "38s"));
        for (int i = 0; i < 55; i++) {
            String name =
                    NAMES[i % NAMES.length]
                            + (i < NAMES.length ? "" : "-" + (i / NAMES.length + 1));
            Cell state =
                    i % 17 == 9
                            ? new Cell(Glyph.PAUSED, "idle", Tone.QUIET)
                            : new Cell(Glyph.OK, "running", Tone.GOOD);
            int pods = 1 + i * 7 % 12;
            rows.add(
                    agent(
                            name,
                            i % 3 == 0 ? "us-prod" : "eu-prod",
                            "r" + (3 + i * 5 % 40),
                            new Cell[] {state, Cell.of("")},
                            pods + "/" + pods,
                            "" + i % 3,
                            "0." + i % 10,
                            i % 9 + 1 + "d"));
        }
        return rows;
    }

    private static Cell[] bad(String word, String why) {
        return new Cell[] {new Cell(Glyph.BAD, word, Tone.BAD), Cell.of(why)};
    }

    private static Cell[] warn(String word, String why) {
        return new Cell[] {new Cell(Glyph.WARN, word, Tone.WARN), Cell.of(why)};
    }

    private static Row agent(
            String name,
            String cluster,
            String version,
            Cell state,
            String pods,
            String restarts,
            String cpu,
            String age) {
        return agent(
                name, cluster, version, new Cell[] {state, Cell.of("")}, pods, restarts, cpu, age);
    }

    private static Row agent(
            String name,
            String cluster,
            String version,
            Cell[] state,
            String pods,
            String restarts,
            String cpu,
            String age) {
        boolean off = cpu.equals("·");
        return new Row(
                cluster + "/" + name,
                List.of(
                        Cell.of(name),
                        Cell.of(cluster, Tone.QUIET),
                        Cell.of(version),
                        Cell.of("opus-4-20260301", Tone.QUIET),
                        state[0],
                        state[1],
                        Cell.of(
                                pods,
                                pods.startsWith("1/4") || pods.startsWith("0/")
                                        ? Tone.WARN
                                        : Tone.NORMAL),
                        Cell.of(restarts, restarts.equals("0") ? Tone.QUIET : Tone.NORMAL),
                        Cell.of(
                                off ? "·" : cpu.contains("h") ? "1.8" : cpu,
                                off ? Tone.QUIET : Tone.NORMAL),
                        Cell.of(off ? "·" : "1.2Gi", off ? Tone.QUIET : Tone.NORMAL),
                        Cell.of(age, Tone.QUIET)),
                name.equals("kyc-vision") ? Set.of(7) : Set.of());
    }

    public static TextFrame logs() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Tone pod = i % 3 == 0 ? Tone.SERIES_1 : i % 3 == 1 ? Tone.SERIES_2 : Tone.SERIES_3;
            boolean error = i % 23 == 5;
            lines.add(
                    new Line(
                            List.of(
                                    new Span(
                                            "14:01:%02d.%03d ".formatted(i % 60, i * 37 % 1000),
                                            Tone.QUIET),
                                    new Span(
                                            "refund-planner-7d9f-" + "abc".charAt(i % 3) + " ",
                                            pod),
                                    new Span(
                                            error ? "ERROR " : "info  ",
                                            error ? Tone.BAD : Tone.QUIET),
                                    new Span(
                                            error
                                                    ? "tool search_orders answered 429, retry "
                                                            + i % 7
                                                            + " of 6, key order=8821"
                                                    : "step "
                                                            + i
                                                            + " tool=search_orders tokens_in=1843"
                                                            + " tokens_out=212 latency=1.2s",
                                            error ? Tone.BAD : Tone.NORMAL)),
                            false));
        }
        return new TextFrame(
                "LOGS",
                lines,
                399,
                false,
                true,
                false,
                new TextFrame.Search("429", 17, 3),
                TableFrame.Notice.NONE);
    }

    public static PanesFrame agent() {
        TextFrame summary =
                new TextFrame(
                        "SUMMARY",
                        List.of(
                                new Line(
                                        List.of(
                                                new Span("state     ", Tone.QUIET),
                                                new Span("looping", Tone.BAD),
                                                new Span(
                                                        "  search_orders ×41 with the same"
                                                                + " arguments, since 22m",
                                                        Tone.NORMAL)),
                                        false),
                                new Line(
                                        List.of(
                                                new Span("version   ", Tone.QUIET),
                                                new Span("r14", Tone.STRONG),
                                                new Span(
                                                        "  reg/refund:2.3.1  prompt p-2.3.1  model"
                                                                + " opus-4-20260301",
                                                        Tone.NORMAL)),
                                        false),
                                new Line(
                                        List.of(
                                                new Span("owner     ", Tone.QUIET),
                                                new Span("Argo CD app agents/refund", Tone.LINK),
                                                new Span("  self-heal on", Tone.WARN)),
                                        false)),
                        -1,
                        false,
                        false,
                        false,
                        TextFrame.Search.NONE,
                        TableFrame.Notice.NONE);
        List<ColumnHead> podColumns =
                List.of(
                        head("pod", 34, 0, 1, false),
                        head("state", 14, 0),
                        head("node", 18, 2),
                        head("ready", 6, 0, 0, true),
                        head("restarts", 8, 0, 0, true),
                        head("age", 6, 0, 0, true));
        List<Row> pods = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pods.add(
                    new Row(
                            "pod" + i,
                            List.of(
                                    Cell.of("refund-planner-7d9f8c6b5-" + "x2kqp" + i),
                                    new Cell(Glyph.OK, "running", Tone.GOOD),
                                    Cell.of("gpu-a100-0" + i, Tone.QUIET),
                                    Cell.of("2/2"),
                                    Cell.of("" + i % 2),
                                    Cell.of("22m", Tone.QUIET)),
                            Set.of()));
        }
        List<ColumnHead> versionColumns =
                List.of(
                        head("version", 8, 0),
                        head("image", 24, 0, 1, false),
                        head("prompt", 10, 0),
                        head("model", 18, 0),
                        head("made", 8, 0, 0, true));
        List<Row> versions = new ArrayList<>();
        for (int i = 14; i > 10; i--) {
            versions.add(
                    new Row(
                            "r" + i,
                            List.of(
                                    Cell.of("r" + i, i == 14 ? Tone.STRONG : Tone.NORMAL),
                                    Cell.of("reg/refund:2.3." + (i - 13)),
                                    Cell.of("p-2.3." + (i - 13)),
                                    Cell.of("opus-4-20260301", Tone.QUIET),
                                    Cell.of(22 + (14 - i) * 3 + "m", Tone.QUIET)),
                            Set.of()));
        }
        return new PanesFrame(
                "refund-planner",
                List.of(
                        new PanesFrame.Pane("SUMMARY", 0, summary),
                        new PanesFrame.Pane("VERSIONS 4", 1, table(versionColumns, versions, 0)),
                        new PanesFrame.Pane("PODS 6", 2, table(podColumns, pods, 1))),
                2);
    }

    static TableFrame wrong() {
        return new TableFrame(
                "AGENTS",
                FLEET,
                rows(fleet()),
                new TableFrame.Cursor(2, Set.of("us-prod/kyc-vision", "eu-prod/invoice-writer")),
                narrowing(
                        "team=search restarts>",
                        new TableFrame.FilterError(21, "a number is missing after '>'")),
                new TableFrame.Notice(
                        Tone.WARN,
                        "staging does not answer since 42s: connection refused. Rows are as they"
                                + " were.",
                        List.of()));
    }

    static TableFrame empty() {
        return new TableFrame(
                "PODS",
                FLEET,
                rows(List.of()),
                new TableFrame.Cursor(-1, Set.of()),
                narrowing("restarts>900", TableFrame.FilterError.NONE),
                new TableFrame.Notice(
                        Tone.NORMAL,
                        "No pod matches 'restarts>900'.",
                        List.of("esc clears the filter", "214 pods are there without it")));
    }
}
