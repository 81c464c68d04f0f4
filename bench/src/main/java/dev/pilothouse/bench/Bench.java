package dev.pilothouse.bench;

import dev.pilothouse.bench.proc.Machine;
import dev.pilothouse.bench.report.Report;
import dev.pilothouse.bench.report.Results;
import dev.pilothouse.bench.scenario.Lab;
import dev.pilothouse.bench.scenario.Scenarios;
import dev.pilothouse.bench.server.Bed;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starts the benchmark; bench/run has built what it needs. */
public final class Bench {
    private static final String PORT = "17700";

    private final Options options;
    private final Lab lab;
    private final long started;

    private Bench(Options options, Lab lab) {
        this.options = options;
        this.lab = lab;
        this.started = lab.time().nanos();
    }

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException e) {
            out.println("bench: " + e.getMessage());
            out.println(Options.USAGE);
            System.exit(2);
            return;
        }
        Path work = options.project().resolve("bench/target/work");
        Files.createDirectories(work);
        Lab lab =
                new Lab(
                        options.project(),
                        work,
                        System.getenv(),
                        new Results(),
                        Time.system(),
                        line -> out.println("bench: " + line));
        System.exit(new Bench(options, lab).run() ? 0 : 1);
    }

    /** Returns whether the servers could be had; the figures are written in any case. */
    private boolean run() throws IOException, InterruptedException {
        Scenarios scenarios =
                new Scenarios(
                        lab, options.plan(), options.image(), options.peers(), options::wants);
        boolean whole = true;
        try {
            if (options.needsBed()) {
                onBed(scenarios);
            }
        } catch (IOException e) {
            whole = false;
            lab.say().accept("the test bed failed: " + e.getMessage());
            lab.results().note("the test bed failed: " + e.getMessage());
        }
        scenarios.onDemo();
        write();
        return whole;
    }

    private void onBed(Scenarios scenarios) throws IOException, InterruptedException {
        int port = Integer.parseInt(lab.environment().getOrDefault("PILOTHOUSE_BED_PORT", PORT));
        lab.say().accept("starting the test bed (the first time it is built, which takes long)");
        Bed bed = Bed.start(lab.project(), lab.work().resolve("bed"), port, lab.log());
        try {
            scenarios.onBed(bed);
        } finally {
            bed.wipe();
        }
    }

    private void write() throws IOException {
        Files.writeString(lab.work().resolve("figures.csv"), lab.results().csv());
        Files.writeString(options.output(), Report.of(lab.results(), facts()));
        lab.say().accept("written: " + options.output());
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("when", lab.time().now().toString().substring(0, 16) + "Z");
        facts.put("took", (lab.time().nanos() - started) / 60_000_000_000L + " min");
        facts.put("asked", options.words());
        facts.put("machine", Machine.describe());
        facts.put("servers", "etcd 3.6.16, Kubernetes 1.36.3, kwok 0.8.0 on the same cores");
        facts.put("versions", options.versions());
        return facts;
    }
}
