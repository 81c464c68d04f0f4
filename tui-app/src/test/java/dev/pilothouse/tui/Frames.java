package dev.pilothouse.tui;

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
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.present.TableFrame;
import dev.pilothouse.present.TextFrame;
import dev.pilothouse.present.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Frames made by hand, so that painters are tested without a presenter. */
final class Frames {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    static final TableFrame.Narrowing ALL =
            new TableFrame.Narrowing("", TableFrame.FilterError.NONE, "state", true, 61, false);

    private Frames() {}

    static Frame of(long number, BodyFrame body, @Nullable OverlayFrame overlay) {
        return of(number, body, overlay, header(live()));
    }

    static Frame of(
            long number, BodyFrame body, @Nullable OverlayFrame overlay, HeaderFrame header) {
        return new Frame(
                number,
                NOON,
                new Frame.ScreenId(ScreenKind.FLEET, "", 0),
                header,
                body,
                footer(""),
                overlay,
                0);
    }

    static HeaderFrame header(List<HeaderFrame.SourceAge> sources) {
        return new HeaderFrame(
                List.of(
                        new HeaderFrame.Place("eu-prod", true, false),
                        new HeaderFrame.Place("staging", false, true)),
                "READ-ONLY",
                sources,
                List.of(
                        Cell.of("AGENTS 61", Tone.STRONG),
                        new Cell(Glyph.BAD, "2", Tone.BAD),
                        new Cell(Glyph.WARN, "5", Tone.WARN),
                        new Cell(Glyph.OK, "54", Tone.GOOD)),
                List.of("Agents"),
                "14:02");
    }

    static List<HeaderFrame.SourceAge> live() {
        return List.of(
                new HeaderFrame.SourceAge("eu-prod", "live", Tone.GOOD),
                new HeaderFrame.SourceAge("staging", "live", Tone.GOOD));
    }

    static List<HeaderFrame.SourceAge> stale() {
        return List.of(
                new HeaderFrame.SourceAge("eu-prod", "stale 42s", Tone.WARN),
                new HeaderFrame.SourceAge("staging", "failed", Tone.BAD));
    }

    static FooterFrame footer(String message) {
        return new FooterFrame(
                List.of(
                        new Hint("enter", "open"),
                        new Hint("x", "explain"),
                        new Hint("l", "logs"),
                        new Hint("v", "versions"),
                        new Hint("d", "describe"),
                        new Hint("/", "filter"),
                        new Hint("S", "sort")),
                message,
                Tone.WARN);
    }

    static List<ColumnHead> fleetColumns() {
        return List.of(
                column("agent", "AGENT", new ColumnHead.Layout(20, 2, false, true), 0),
                column("version", "VERSION", new ColumnHead.Layout(13, 0, false, true), 3),
                column("state", "STATE", new ColumnHead.Layout(13, 0, false, false), 0),
                column("why", "WHY", new ColumnHead.Layout(26, 3, false, false), 1),
                column("pods", "PODS", new ColumnHead.Layout(5, 0, true, false), 2),
                column("tokens", "TOK/MIN", new ColumnHead.Layout(7, 0, true, false), 5),
                column("cost", "$/H", new ColumnHead.Layout(6, 0, true, false), 6),
                column("age", "AGE", new ColumnHead.Layout(5, 0, true, false), 4));
    }

    private static ColumnHead column(
            String id, String title, ColumnHead.Layout layout, int priority) {
        return new ColumnHead(id, title, layout, priority, false, "");
    }

    /** One agent as painted: name, version, state, why, pods, tokens, cost, age. */
    record Row(Glyph glyph, Tone tone, List<String> cells) {
        static Row of(Glyph glyph, Tone tone, String... cells) {
            return new Row(glyph, tone, List.of(cells));
        }
    }

    static List<Row> fleetRows() {
        return List.of(
                Row.of(
                        Glyph.BAD,
                        Tone.BAD,
                        "refund-planner",
                        "r14 p-2.3.1",
                        "looping",
                        "search_orders x41 same args",
                        "6/6",
                        "412k",
                        "18.90",
                        "22m"),
                Row.of(
                        Glyph.BAD,
                        Tone.BAD,
                        "kyc-vision",
                        "r9 1.8.0",
                        "crash loop",
                        "OOM 512Mi, exit 137, 9th",
                        "1/4",
                        "·",
                        "0.40",
                        "3h12m"),
                Row.of(
                        Glyph.WARN,
                        Tone.WARN,
                        "checkout-assistant-for-business-accounts-refund",
                        "r31 p-7",
                        "throttled",
                        "429 budget, team search 97%",
                        "8/8",
                        "88k",
                        "6.10",
                        "2d"),
                Row.of(
                        Glyph.STARTING,
                        Tone.STARTING,
                        "invoice-writer",
                        "r5 → r6",
                        "starting",
                        "image pull, 40s",
                        "3/4",
                        "31k",
                        "1.20",
                        "12m"),
                Row.of(
                        Glyph.OK,
                        Tone.GOOD,
                        "triage",
                        "r22 p-4.1",
                        "running",
                        "",
                        "12/12",
                        "240k",
                        "9.80",
                        "6d"));
    }

    static List<Row> many(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(fleetRows().get(i % 5));
        }
        return rows;
    }

    /** Names as an attacker or another script would write them. */
    static List<Row> hostileRows() {
        return List.of(
                hostile("支払い確認エージェント-東京-本番"),
                hostile("e\u0301clair-cafe\u0301"),
                hostile("rocket-\uD83D\uDE80-agent"),
                hostile("done-\u2705-agent"),
                hostile("esc-\u001b[31mred\u001b[0m"),
                hostile("csi-\u009b31mred"),
                hostile("ｱｲｳ-half-width"),
                hostile("ＡＢＣ-full-width"),
                hostile("한국어-에이전트"));
    }

    private static Row hostile(String name) {
        return Row.of(Glyph.OK, Tone.GOOD, name, "r1", "running", "|", "1/1", "1k", "0.10", "1d");
    }

    static TableFrame table(List<Row> rows, int cursor) {
        return new TableFrame(
                "Agents",
                fleetColumns(),
                rows(rows),
                new TableFrame.Cursor(cursor, Set.of()),
                ALL,
                TableFrame.Notice.NONE);
    }

    static TableFrame.Rows rows(List<Row> rows) {
        return new TableFrame.Rows() {
            @Override
            public int count() {
                return rows.size();
            }

            @Override
            public Object key(int row) {
                return rows.get(row).cells().getFirst();
            }

            @Override
            public Cell cell(int row, int column) {
                Row shown = rows.get(row);
                String text = shown.cells().get(column);
                return column == 2
                        ? new Cell(shown.glyph(), text, shown.tone())
                        : Cell.of(text, column == 7 ? Tone.QUIET : Tone.NORMAL);
            }

            @Override
            public Value value(int row, int column) {
                return Value.NONE;
            }

            @Override
            public boolean changed(int row, int column) {
                return false;
            }
        };
    }

    static TextFrame log(int count) {
        List<TextFrame.Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(TextFrame.Line.of("line " + i + " of the log, retry 3"));
        }
        return new TextFrame(
                "Logs",
                lines,
                0,
                false,
                false,
                false,
                new TextFrame.Search("retry", count, 0),
                TableFrame.Notice.NONE);
    }
}
