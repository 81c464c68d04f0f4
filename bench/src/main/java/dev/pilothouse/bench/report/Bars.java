package dev.pilothouse.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The bars of the terminal: against its peers where there is one to beat, else as a plain limit.
 */
final class Bars {
    private static final String OURS = "pilothouse";
    private static final String KEPT = "pilothouse (second start)";
    private static final String SOFKA = "sofka";
    private static final String K9S = "k9s";
    private static final double TOP = 1_048_576;

    private final Results results;
    private final List<Bar> bars = new ArrayList<>();

    private Bars(Results results) {
        this.results = results;
    }

    static List<Bar> of(Results results) {
        Bars all = new Bars(results);
        all.small();
        all.keys();
        all.steady();
        all.middle();
        all.large();
        all.cost();
        return all.bars;
    }

    private void small() {
        versus("start 2000", "all rows ms", "2,000 pods: start to all rows", 0.9, 0.17);
        limit("start 2000", "first row ms", KEPT, "first rows, last known state", 250, " ms");
        versus("start 2000", "RSS MiB", "2,000 pods: RSS", 1.0, 0.45);
        grown("soak", "RSS at the start MiB", "RSS at the end MiB", "RSS after long change");
        grown(
                "soak",
                "live heap at the start MiB",
                "live heap at the end MiB",
                "live heap after long change");
    }

    private void keys() {
        limit("keys 2000", "filter key p95 ms", OURS, "2,000 rows: filter key p95", 20, " ms");
        limit("keys 2000", "clear key p95 ms", OURS, "2,000 rows: clear key p95", 20, " ms");
        limit("50000 moving", "filter key p95 ms", OURS, "50,000 rows: filter key p95", 50, " ms");
        limit("50000 moving", "clear key p95 ms", OURS, "50,000 rows: clear key p95", 50, " ms");
    }

    private void steady() {
        limit(
                "steady",
                "change to screen p95 ms",
                OURS,
                "50 changes/s: change to screen p95",
                250,
                " ms");
        limit("steady", "50/s CPU %", OURS, "50 changes/s: CPU of a core", 10, " %");
        peer("steady", "50/s bytes/min", SOFKA, "50 changes/s: bytes", 0.25);
        limit("steady", "idle CPU %", OURS, "idle: CPU of a core", 0.5, " %");
        limit("steady", "idle bytes/min", OURS, "idle: bytes a minute", 600, "");
    }

    private void middle() {
        versus("start 10000", "all rows ms", "10,000 pods: start to all rows", 0.7, 0.15);
        peer("start 10000", "RSS MiB", SOFKA, "10,000 pods: RSS", 0.6);
    }

    private void large() {
        String scenario = "50000 moving";
        limit(scenario, "cursor longest ms", OURS, "50,000 pods, 200/s: longest gap", 100, " ms");
        limit(scenario, "CPU %", OURS, "50,000 pods, 200/s: CPU of a core", 35, " %");
        limit(scenario, "peak RSS MiB", OURS, "50,000 pods, 200/s: peak RSS", 300, " MiB");
        grown(
                scenario,
                "live heap before MiB",
                "live heap after MiB",
                "50,000 pods, 200/s: live heap");
    }

    private void cost() {
        peer("requests", "requests", SOFKA, "requests to the first full table", 1);
        peer("requests", "KiB on the wire", SOFKA, "bytes to the first full table", 1);
        OptionalDouble few = results.median("slope", "1000 live heap MiB", OURS);
        OptionalDouble many = results.median("slope", "50000 live heap MiB", OURS);
        OptionalDouble fewRows = results.median("slope", "1000 rows", OURS);
        OptionalDouble manyRows = results.median("slope", "50000 rows", OURS);
        bars.add(
                new Bar(
                        "heap of one more pod, 1,000 to 50,000",
                        "<= 1,024 bytes",
                        slope(few, many, fewRows, manyRows, TOP),
                        1024,
                        " bytes"));
        bars.add(
                new Bar(
                        "time per pod at 50,000 to that at 1,000",
                        "<= 1.00x",
                        linear(fewRows, manyRows),
                        1,
                        "x"));
    }

    private OptionalDouble linear(OptionalDouble fewRows, OptionalDouble manyRows) {
        OptionalDouble few = results.median("slope", "1000 all rows ms", OURS);
        OptionalDouble many = results.median("slope", "50000 all rows ms", OURS);
        return few.isPresent() && many.isPresent() && fewRows.isPresent() && manyRows.isPresent()
                ? OptionalDouble.of(
                        many.getAsDouble()
                                / manyRows.getAsDouble()
                                / (few.getAsDouble() / fewRows.getAsDouble()))
                : OptionalDouble.empty();
    }

    private static OptionalDouble slope(
            OptionalDouble low,
            OptionalDouble high,
            OptionalDouble from,
            OptionalDouble to,
            double unit) {
        return low.isPresent() && high.isPresent() && from.isPresent() && to.isPresent()
                ? OptionalDouble.of(
                        (high.getAsDouble() - low.getAsDouble())
                                * unit
                                / (to.getAsDouble() - from.getAsDouble()))
                : OptionalDouble.empty();
    }

    private void versus(String scenario, String metric, String what, double sofka, double k9s) {
        peer(scenario, metric, SOFKA, what, sofka);
        peer(scenario, metric, K9S, what, k9s);
    }

    private void peer(String scenario, String metric, String peer, String what, double most) {
        bars.add(
                new Bar(
                        what + ", to " + peer,
                        "<= " + Bar.text(most) + "x",
                        results.ratio(scenario, metric, OURS, peer),
                        most,
                        "x"));
    }

    private void limit(
            String scenario, String metric, String program, String what, double most, String unit) {
        bars.add(
                new Bar(
                        what,
                        "<= " + Bar.text(most) + unit,
                        results.median(scenario, metric, program),
                        most,
                        unit));
    }

    /** Flat is what grows by no more than a twentieth. */
    private void grown(String scenario, String before, String after, String what) {
        OptionalDouble first = results.median(scenario, before, OURS);
        OptionalDouble last = results.median(scenario, after, OURS);
        OptionalDouble growth =
                first.isPresent() && last.isPresent()
                        ? OptionalDouble.of(last.getAsDouble() / first.getAsDouble())
                        : OptionalDouble.empty();
        bars.add(new Bar(what + ", end to start", "<= 1.05x", growth, 1.05, "x"));
    }
}
