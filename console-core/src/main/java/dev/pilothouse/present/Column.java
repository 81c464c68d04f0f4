package dev.pilothouse.present;

import dev.pilothouse.filter.ColumnType;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.Value;
import dev.pilothouse.text.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column over rows of type R: its head, the value that sorts and filters, and the cell that is
 * painted.
 */
record Column<R>(ColumnHead head, ColumnType type, Function<R, Value> value, CellOf<R> cell) {
    /** metrics-server measures every 15 s to 60 s; three missed rounds are a silence. */
    private static final Duration MEASURED = Duration.ofMinutes(3);

    /** Paints one row's cell; pure. */
    interface CellOf<R> {
        Cell cell(R row, Instant now);
    }

    Column<R> wide() {
        return with(
                new ColumnHead(
                        head.id(),
                        head.title(),
                        head.layout(),
                        head.priority(),
                        true,
                        head.help()));
    }

    /** Low-priority columns are dropped first on a narrow terminal. */
    Column<R> priority(int priority) {
        return with(
                new ColumnHead(
                        head.id(),
                        head.title(),
                        head.layout(),
                        priority,
                        head.wideOnly(),
                        head.help()));
    }

    Column<R> help(String help) {
        return with(
                new ColumnHead(
                        head.id(),
                        head.title(),
                        head.layout(),
                        head.priority(),
                        head.wideOnly(),
                        help));
    }

    /** Rows for which this holds are painted as harm. */
    Column<R> alarm(Predicate<R> alarming) {
        return new Column<>(
                head,
                type,
                value,
                (row, now) -> {
                    Cell plain = cell.cell(row, now);
                    return alarming.test(row)
                            ? new Cell(plain.glyph(), plain.text(), Tone.BAD)
                            : plain;
                });
    }

    private Column<R> with(ColumnHead changed) {
        return new Column<>(changed, type, value, cell);
    }

    private static ColumnHead head(String id, String title, int width, boolean right) {
        return new ColumnHead(
                id, title, new ColumnHead.Layout(width, 0, right, false), 1, false, "");
    }

    /** A name: cut in the middle, takes spare room. */
    static <R> Column<R> name(String id, String title, int width, Function<R, String> text) {
        ColumnHead head =
                new ColumnHead(
                        id, title, new ColumnHead.Layout(width, 3, false, true), 0, false, "");
        return new Column<>(
                head,
                ColumnType.TEXT,
                row -> new Value.Text(text.apply(row)),
                (row, now) -> Cell.of(text.apply(row)));
    }

    static <R> Column<R> text(String id, String title, int width, Function<R, String> text) {
        return new Column<>(
                head(id, title, width, false),
                ColumnType.TEXT,
                row -> textValue(text.apply(row)),
                (row, now) -> known(text.apply(row)));
    }

    /** Free text that takes what room is left: reasons, messages. */
    static <R> Column<R> prose(String id, String title, int width, Function<R, String> text) {
        ColumnHead head =
                new ColumnHead(
                        id, title, new ColumnHead.Layout(width, 4, false, false), 1, false, "");
        return new Column<>(
                head,
                ColumnType.TEXT,
                row -> new Value.Text(text.apply(row)),
                (row, now) -> Cell.of(text.apply(row)));
    }

    /** A version, prompt or model: empty is unknown. */
    static <R> Column<R> fact(String id, String title, int width, Function<R, String> text) {
        ColumnHead head =
                new ColumnHead(
                        id, title, new ColumnHead.Layout(width, 1, false, true), 1, false, "");
        return new Column<>(
                head,
                ColumnType.TEXT,
                row -> text.apply(row).isEmpty() ? Value.UNKNOWN : new Value.Text(text.apply(row)),
                (row, now) ->
                        text.apply(row).isEmpty()
                                ? Cell.of("?", Tone.QUIET)
                                : Cell.of(text.apply(row)));
    }

    static <R> Column<R> count(String id, String title, int width, ToLongFunction<R> amount) {
        return new Column<>(
                head(id, title, width, true),
                ColumnType.COUNT,
                row -> new Value.Amount(amount.applyAsLong(row)),
                (row, now) -> {
                    long count = amount.applyAsLong(row);
                    return Cell.of(
                            Formats.count((double) count), count == 0 ? Tone.QUIET : Tone.NORMAL);
                });
    }

    /** `3/4`: what there is of what is wanted; sorts and filters by the share. */
    static <R> Column<R> share(
            String id, String title, ToLongFunction<R> have, ToLongFunction<R> want) {
        return new Column<>(
                head(id, title, 6, true),
                ColumnType.SHARE,
                row -> new Value.Amount(shareOf(have.applyAsLong(row), want.applyAsLong(row))),
                (row, now) -> ofWhat(have.applyAsLong(row), want.applyAsLong(row)));
    }

    /** `3/4` too, but sorts and filters by one of the numbers. */
    static <R> Column<R> number(
            ColumnHead head,
            ToLongFunction<R> number,
            ToLongFunction<R> have,
            ToLongFunction<R> want) {
        return new Column<>(
                head,
                ColumnType.COUNT,
                row -> new Value.Amount(number.applyAsLong(row)),
                (row, now) -> ofWhat(have.applyAsLong(row), want.applyAsLong(row)));
    }

    /** The share of `share` in percent, for tables whose `3/4` stands for a number. */
    static <R> Column<R> percent(
            String id, String title, ToLongFunction<R> have, ToLongFunction<R> want) {
        return new Column<>(
                head(id, title, 6, true),
                ColumnType.SHARE,
                row -> new Value.Amount(shareOf(have.applyAsLong(row), want.applyAsLong(row))),
                (row, now) -> {
                    double share = shareOf(have.applyAsLong(row), want.applyAsLong(row));
                    return Cell.of(
                            (int) Math.floor(share * 100) + "%",
                            share < 1 ? Tone.WARN : Tone.QUIET);
                });
    }

    /** The head of a column of figures: right-aligned, of fixed width. */
    static ColumnHead figures(String id, String title) {
        return head(id, title, 6, true);
    }

    private static Cell ofWhat(long has, long wants) {
        Tone tone = wants == 0 ? Tone.QUIET : has < wants ? Tone.WARN : Tone.NORMAL;
        return Cell.of(has + "/" + wants, tone);
    }

    private static double shareOf(long have, long want) {
        return want == 0 ? 1 : (double) have / want;
    }

    static <R> Column<R> age(String id, String title, Function<R, @Nullable Instant> at) {
        return new Column<>(
                head(id, title, 6, true),
                ColumnType.AGE,
                row -> {
                    Instant moment = at.apply(row);
                    return moment == null ? Value.UNKNOWN : new Value.Moment(moment);
                },
                (row, now) -> {
                    Instant moment = at.apply(row);
                    return moment == null
                            ? Cell.of("?", Tone.QUIET)
                            : Cell.of(Formats.coarseAge(moment, now), Tone.QUIET);
                });
    }

    /** CPU in cores; unset is not collected. */
    static <R> Column<R> cpu(String id, String title, ToLongFunction<R> millis) {
        return new Column<>(
                head(id, title, 6, true),
                ColumnType.CORES,
                row ->
                        millis.applyAsLong(row) == Resources.UNSET
                                ? Value.NOT_COLLECTED
                                : new Value.Amount(millis.applyAsLong(row) / 1_000.0),
                (row, now) -> collected(Formats.cpu(millis.applyAsLong(row))));
    }

    /** Memory in bytes; unset is not collected. */
    static <R> Column<R> memory(String id, String title, ToLongFunction<R> bytes) {
        return new Column<>(
                head(id, title, 6, true),
                ColumnType.BYTES,
                row ->
                        bytes.applyAsLong(row) == Resources.UNSET
                                ? Value.NOT_COLLECTED
                                : new Value.Amount(bytes.applyAsLong(row)),
                (row, now) -> collected(Formats.bytes(bytes.applyAsLong(row))));
    }

    /** Marks a figure that was measured too long ago to be taken for the present one. */
    Column<R> measured(Function<R, @Nullable Instant> at) {
        return new Column<>(
                head,
                type,
                value,
                (row, now) -> {
                    Cell figure = cell.cell(row, now);
                    Instant time = at.apply(row);
                    return time == null || time.plus(MEASURED).isAfter(now)
                            ? figure
                            : Cell.of("~" + figure.text(), Tone.STALE);
                });
    }

    private static Cell collected(String text) {
        return text.isEmpty() ? Cell.of("·", Tone.QUIET) : Cell.of(text);
    }

    /** Glyph, word and colour of a state. */
    static <R> Column<R> state(int width, Function<R, Health> health) {
        ColumnHead head =
                new ColumnHead(
                        "status",
                        "STATE",
                        new ColumnHead.Layout(width, 0, false, false),
                        0,
                        false,
                        "");
        return new Column<>(
                head,
                ColumnType.STATE,
                row ->
                        new Value.State(
                                health.apply(row).word(), severity(health.apply(row).level())),
                (row, now) -> stateCell(health.apply(row)));
    }

    static Cell stateCell(Health health) {
        return new Cell(Glyph.of(health.level()), health.word(), tone(health.level()));
    }

    static int severity(Health.Level level) {
        return switch (level) {
            case OK -> 0;
            case IDLE -> 0;
            case STARTING -> 2;
            case UNKNOWN -> 3;
            case WARN -> 4;
            case BAD -> 5;
        };
    }

    static Tone tone(Health.Level level) {
        return switch (level) {
            case OK -> Tone.GOOD;
            case IDLE -> Tone.QUIET;
            case STARTING -> Tone.STARTING;
            case UNKNOWN -> Tone.QUIET;
            case WARN -> Tone.WARN;
            case BAD -> Tone.BAD;
        };
    }

    private static Value textValue(String text) {
        return text.isEmpty() ? Value.NONE : new Value.Text(text);
    }

    private static Cell known(String text) {
        return text.isEmpty() ? Cell.of("-", Tone.QUIET) : Cell.of(text);
    }
}
