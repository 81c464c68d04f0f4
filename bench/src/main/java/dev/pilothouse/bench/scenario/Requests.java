package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.server.Bed;
import dev.pilothouse.bench.server.CountingProxy;
import dev.pilothouse.bench.terminal.NotSeen;
import dev.pilothouse.bench.terminal.TerminalProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the first full table costs the server and the network: requests by the API server's own
 * audit log, bytes by a proxy between (TLS and headers included).
 */
public final class Requests implements Scenario {
    private final Lab lab;
    private final List<Program> programs;
    private final Bed bed;
    private final int pods;

    Requests(Lab lab, List<Program> programs, Bed bed, int pods) {
        this.lab = lab;
        this.programs = programs;
        this.bed = bed;
        this.pods = pods;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public void run() throws IOException, InterruptedException {
        new Rotation(lab, programs).run(name(), 2, this::turn);
    }

    private void turn(Program program, int round)
            throws IOException, NotSeen, InterruptedException {
        try (CountingProxy proxy = CountingProxy.start(bed.apiPort())) {
            Path kubeconfig = bed.through(Bed.AUDITED, proxy.port(), lab.work().resolve("proxied"));
            long before = bed.audited();
            try (TerminalProgram running = lab.start(program, kubeconfig)) {
                running.await("all rows", Lab.LIMIT, s -> program.shows(s, pods));
                add("requests", program, round, (double) (bed.audited() - before));
                add("KiB on the wire", program, round, proxy.bytes() / 1024.0);
                add("connections", program, round, (double) proxy.connections());
            }
        }
    }

    private void add(String metric, Program program, int round, double value) {
        lab.results().add(name(), metric, program.name(), round, value);
    }
}
