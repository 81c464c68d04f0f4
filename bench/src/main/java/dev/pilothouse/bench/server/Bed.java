package dev.pilothouse.bench.server;

import dev.pilothouse.bench.proc.Shell;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A real Kubernetes control plane with fake nodes: testbed/kubernetes, with a state of its own. */
public final class Bed {
    /** Building the servers takes some 8 minutes on two idle cores, once. */
    private static final Duration BUILD = Duration.ofMinutes(60);

    private static final Duration LOAD = Duration.ofMinutes(30);
    private static final int API = 43;

    /** This user's requests are in the audit log; nobody else of the bed uses it. */
    public static final String AUDITED = "viewer";

    private final Shell shell;
    private final Path scripts;
    private final Path state;
    private final int port;

    private Bed(Shell shell, Path scripts, Path state, int port) {
        this.shell = shell;
        this.scripts = scripts;
        this.state = state;
        this.port = port;
    }

    /**
     * Starts the servers on an empty state.
     *
     * @param project root of the checkout
     * @param state folder for the bed's data, wiped first
     * @param port first of about 60 ports
     */
    public static Bed start(Path project, Path state, int port, Path log)
            throws IOException, InterruptedException {
        Shell shell =
                new Shell(
                        project,
                        Map.of(
                                "PILOTHOUSE_BED",
                                state.toString(),
                                "PILOTHOUSE_BED_PORT",
                                Integer.toString(port),
                                "PILOTHOUSE_BED_AUDIT",
                                AUDITED),
                        log);
        Bed bed = new Bed(shell, project.resolve("testbed/kubernetes"), state, port);
        bed.script("bed", BUILD, "wipe");
        bed.script("bed", BUILD, "start");
        return bed;
    }

    /** A user's kubeconfig: admin, viewer, team-a, nobody. */
    public Path kubeconfig(String user) {
        return state.resolve("kubeconfig").resolve(user);
    }

    public int apiPort() {
        return port + API;
    }

    /** Speaks to the API server as a user. */
    public Api api(String user) throws IOException {
        return new Api(
                URI.create("https://127.0.0.1:" + apiPort()),
                user + "-token",
                state.resolve("pki/ca.crt"));
    }

    /** Copies a user's kubeconfig with another port of this machine in it. */
    public Path through(String user, int otherPort, Path copy) throws IOException {
        String text = Files.readString(kubeconfig(user));
        return Files.writeString(copy, text.replace(":" + apiPort(), ":" + otherPort));
    }

    /** Nodes for some thousand pods, then Deployments of 200 replicas each, all ready. */
    public void deploy(int pods) throws IOException, InterruptedException {
        script("load", LOAD, "nodes", Integer.toString(Math.max(20, pods / 300)));
        script("load", LOAD, "deploys", Integer.toString(pods / 200), "200");
    }

    /** So many pods without an owner, bound to nodes at once. */
    public void bare(int pods) throws IOException, InterruptedException {
        script("load", LOAD, "pods", Integer.toString(pods));
    }

    /** Flips readiness of random pods, so that everything that depends on it moves as well. */
    public Process churn(int perSecond, Duration span) throws IOException {
        return shell.with("KUBECONFIG", kubeconfig("admin").toString())
                .with("COND", "Ready")
                .start(
                        scripts.resolve("load").toString(),
                        "churn",
                        Integer.toString(perSecond),
                        Long.toString(span.toSeconds()),
                        "4");
    }

    /** Requests of the audited user so far. */
    public long audited() throws IOException {
        Path log = state.resolve("log/audit");
        if (!Files.exists(log)) {
            return 0;
        }
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("\"stage\":\"RequestReceived\"")).count();
        }
    }

    private void script(String name, Duration atMost, String... arguments)
            throws IOException, InterruptedException {
        String[] line = new String[arguments.length + 1];
        line[0] = scripts.resolve(name).toString();
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        shell.with("KUBECONFIG", kubeconfig("admin").toString()).run(atMost, line);
    }

    /** Stops the servers and forgets their state. */
    public void wipe() throws IOException, InterruptedException {
        script("bed", Duration.ofMinutes(2), "wipe");
    }
}
