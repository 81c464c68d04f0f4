package dev.pilothouse.bench.scenario;

import dev.pilothouse.bench.server.Api;
import dev.pilothouse.bench.server.Bed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Puts programs and scenarios together and runs those that are wanted, the bed's growth between.
 */
public final class Scenarios {
    private static final int SMALL = 2_000;
    private static final int MIDDLE = 10_000;
    private static final int KEYS = 30;
    private static final int FAR = 1_200;

    private final Lab lab;
    private final Plan plan;
    private final Path image;
    private final Predicate<String> wanted;
    private final List<Program> tops;
    private final Program ours;

    /**
     * @param image our app image
     * @param peers folder of the peers' binaries; a missing one is said
     * @param wanted whether a scenario of this name is to run
     */
    public Scenarios(Lab lab, Plan plan, Path image, Path peers, Predicate<String> wanted) {
        this.lab = lab;
        this.plan = plan;
        this.image = image;
        this.wanted = wanted;
        this.ours = Program.ours(image.resolve("bin/pilothouse"));
        this.tops = new ArrayList<>(List.of(ours));
        peer(peers.resolve("sofka")).ifPresent(p -> tops.add(Program.sofka(Program.SOFKA, p)));
        peer(peers.resolve("k9s")).ifPresent(p -> tops.add(Program.k9s(p)));
    }

    private java.util.Optional<Path> peer(Path binary) {
        if (Files.isExecutable(binary)) {
            return java.util.Optional.of(binary);
        }
        lab.results()
                .note(
                        binary.getFileName()
                                + " is not here: testbed/peers/build makes it; its columns are"
                                + " missing.");
        return java.util.Optional.empty();
    }

    /** What needs the bed. */
    public void onBed(Bed bed) throws IOException, InterruptedException {
        lab.say().accept("loading " + SMALL + " pods");
        bed.deploy(SMALL);
        Cluster small = cluster(bed, SMALL);
        run(new StartAndFilter(lab, starters(), small, plan.rounds()));
        run(new FilterKeys(lab, List.of(ours), small, KEYS));
        run(new Steady(lab, tops, bed, windows()));
        run(new Requests(lab, tops, bed, SMALL));
        if (!plan.soak().isZero()) {
            run(new Soak(lab, ours, bed, SMALL, plan.soak()));
        }
        middle(bed);
    }

    private Steady.Windows windows() {
        return plan.small()
                ? new Steady.Windows(SMALL, 1, Duration.ofSeconds(10), 6)
                : new Steady.Windows(SMALL, 1, Duration.ofSeconds(30), 20);
    }

    private void middle(Bed bed) throws IOException, InterruptedException {
        Cluster target = new Cluster(bed.kubeconfig("admin"), MIDDLE, "");
        if (plan.small() || !wanted.test(new StartAndFilter(lab, tops, target, 2).name())) {
            return;
        }
        lab.say().accept("loading " + MIDDLE + " pods");
        bed.bare(MIDDLE - SMALL);
        run(new StartAndFilter(lab, tops, cluster(bed, MIDDLE), 2));
    }

    /** What runs on the simulated platform, or without a server. */
    public void onDemo() throws InterruptedException {
        if (plan.small()) {
            return;
        }
        Path jars = image.resolve("lib/app");
        Program all = ours.with("--all-contexts");
        run(new Slope(lab, all, jars));
        run(new FiftyThousand(lab, all, jars, plan.moving()));
        run(new Desktop(lab));
    }

    private List<Program> starters() {
        List<Program> all = new ArrayList<>(tops);
        all.add(ours.keepingHome(Program.OURS_KEPT));
        if (plan.small()) {
            return all;
        }
        all.add(Program.plain(lab.project().resolve("pilothouse")));
        tops.stream()
                .filter(program -> program.name().equals(Program.SOFKA))
                .map(
                        sofka ->
                                new Program(
                                        Program.SOFKA_AGAIN, sofka.command(), sofka.count(), false))
                .forEach(all::add);
        return all;
    }

    private Cluster cluster(Bed bed, int pods) throws IOException, InterruptedException {
        try (Api api = bed.api("admin")) {
            List<String> names = api.pods(SMALL);
            if (names.size() <= FAR) {
                throw new IOException("the bed has " + names.size() + " pods of " + SMALL);
            }
            return new Cluster(bed.kubeconfig("admin"), pods, names.get(FAR));
        }
    }

    /** One scenario's failure is noted and costs no other its figures. */
    private void run(Scenario scenario) throws InterruptedException {
        if (!wanted.test(scenario.name())) {
            return;
        }
        try {
            scenario.run();
        } catch (IOException | dev.pilothouse.bench.terminal.NotSeen e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            lab.results().note(scenario.name() + " failed: " + reason);
            lab.say().accept(scenario.name() + " failed: " + e.getMessage());
        }
    }
}
