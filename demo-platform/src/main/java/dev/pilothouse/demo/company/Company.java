package dev.pilothouse.demo.company;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.sim.Mishaps;
import dev.pilothouse.demo.sim.World;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Resource;
import dev.pilothouse.demo.state.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes the past of a believable company into a world: nodes, teams, agents and their earlier
 * versions. Everything follows from the seed.
 */
public final class Company {
    /** How long before the beginning the company's history starts. */
    public static final Duration PAST = Duration.ofDays(90);

    private static final int GPU_NODES = 3;
    private static final int PODS_A_NODE = 60;

    private final World world;
    private final Instant begun;
    private final String cluster;
    private final SplittableRandom random;
    private final Customs customs;

    public Company(World world, Instant begun, String cluster, long seed) {
        this.world = world;
        this.begun = begun;
        this.cluster = cluster.substring(0, 2);
        random = new SplittableRandom(seed * 31 + cluster.hashCode());
        customs = new Customs(world);
    }

    /** Plans the history. `pods` 0 lets each agent have what suits it. */
    public void fill(int agents, int pods) {
        List<Integer> sizes = sizes(agents, pods);
        int total = sizes.stream().mapToInt(Integer::intValue).sum();
        at(85, () -> infrastructure(Math.max(6, total / PODS_A_NODE + 1)));
        for (int i = 0; i < agents; i++) {
            Agents.Agent agent = Agents.agent(i, sizes.get(i), random.split());
            live(agent, random.split());
        }
    }

    private void at(int days, Runnable what) {
        world.at(begun.minus(Duration.ofDays(days)), what);
    }

    /** Most agents are small and a few are large; together they have the wanted number of pods. */
    private List<Integer> sizes(int agents, int pods) {
        List<Integer> sizes = new ArrayList<>();
        SplittableRandom dice = random.split();
        double[] weights = new double[agents];
        double sum = 0;
        for (int i = 0; i < agents; i++) {
            boolean small =
                    switch (Agents.shape(i)) {
                        case DEPLOYMENT, ROLLOUT, KAGENT -> false;
                        default -> true;
                    };
            weights[i] = small || i % 12 == 5 ? 0 : Math.pow(dice.nextDouble(), 2) + 0.05;
            sum += weights[i];
        }
        int left = pods - agents;
        for (int i = 0; i < agents; i++) {
            int own = pods == 0 ? 1 + dice.nextInt(weights[i] == 0 ? 2 : 6) : 1;
            int share = pods == 0 || left <= 0 ? 0 : (int) Math.round(left * weights[i] / sum);
            sizes.add(own + share);
        }
        return sizes;
    }

    private void infrastructure(int nodes) {
        for (String team : Agents.TEAMS) {
            namespace(team);
        }
        for (String name : List.of("default", "kube-system", "kube-public", "flux-system")) {
            namespace(name);
        }
        runtimeClass("gvisor", "runsc");
        runtimeClass("kata-fc", "kata-fc");
        for (int i = 1; i <= nodes; i++) {
            node(cluster + "-cpu-" + i, Map.of());
        }
        for (int i = 1; i <= Math.max(GPU_NODES, nodes / 20); i++) {
            node(cluster + "-gpu-" + i, Map.of("nvidia.com/gpu", "8"));
        }
        world.catalog().served().stream()
                .filter(resource -> resource.has("custom"))
                .forEach(kind -> world.create(Catalog.DEFINITIONS, Customs.definition(kind)));
    }

    private void namespace(String name) {
        ObjectNode namespace = Shapes.named("", name);
        Tree.metadata(namespace).set("labels", Tree.of("kubernetes.io/metadata.name", name));
        namespace.set("spec", Tree.of("finalizers", Tree.texts(List.of("kubernetes"))));
        namespace.set("status", Tree.of("phase", "Active"));
        world.create(Catalog.NAMESPACES, namespace);
        world.create(Catalog.SERVICE_ACCOUNTS, Shapes.named(name, "default"));
    }

    private void runtimeClass(String name, String handler) {
        world.create(Catalog.RUNTIME_CLASSES, Shapes.named("", name).put("handler", handler));
    }

    private void node(String name, Map<String, String> devices) {
        ObjectNode node = Shapes.node(name, devices, "110");
        Shapes.up(node, Tree.time(world.now()));
        world.create(Catalog.NODES, node);
    }

    private void live(Agents.Agent agent, SplittableRandom dice) {
        Duration born = Duration.ofHours(24 * 20 + dice.nextInt(24 * 18));
        Instant first = begun.minus(born);
        int revisions = 2 + dice.nextInt(4);
        int major = 1 + dice.nextInt(4);
        world.at(first, () -> create(agent, new Shapes.Version(major + ".0.0", "p-1.0")));
        for (int revision = 1; revision < revisions; revision++) {
            String tag = major + "." + revision + "." + dice.nextInt(9);
            String prompt = "p-" + (1 + revision) + "." + dice.nextInt(9);
            Instant when =
                    first.plus(born.multipliedBy(revision).dividedBy(revisions))
                            .plus(Duration.ofMinutes(dice.nextInt(600)));
            String image = Shapes.image(agent.name(), tag);
            world.at(when, () -> release(agent, image, prompt));
            if (revision == revisions - 1) {
                world.at(when, () -> scale(agent));
            }
        }
        if (dice.nextInt(4) == 0) {
            Duration ago = Duration.ofMinutes(200 + dice.nextInt(4_000));
            world.at(begun.minus(ago), () -> new Mishaps(world).restart(agent.name()));
        }
    }

    /** Pods of versions that nobody sees any more are not worth their time: they come last. */
    private void scale(Agents.Agent agent) {
        if (!agent.shape().equals(Agents.Shape.DEPLOYMENT)) {
            return;
        }
        world.update(
                Catalog.DEPLOYMENTS,
                agent.team(),
                agent.name(),
                object -> object.withObject("/spec").put("replicas", agent.replicas()));
    }

    private void create(Agents.Agent agent, Shapes.Version version) {
        ObjectNode object = Shapes.workload(agent, version);
        if (agent.shape().equals(Agents.Shape.DEPLOYMENT)) {
            object.withObject("/spec").put("replicas", 0);
        }
        switch (agent.shape()) {
            case DEPLOYMENT -> world.create(Catalog.DEPLOYMENTS, object);
            case STATEFUL_SET -> {
                object.withObject("/spec").put("serviceName", agent.name());
                world.create(Catalog.STATEFUL_SETS, object);
            }
            case DAEMON_SET -> {
                object.withObject("/spec").remove("replicas");
                world.create(Catalog.DAEMON_SETS, object);
            }
            case CRON_JOB -> world.create(Catalog.CRON_JOBS, nightly(agent, object));
            case KAGENT, INFERENCE_SERVICE, ROLLOUT, SANDBOX, MODEL ->
                    customs.create(agent, object);
        }
    }

    private static ObjectNode nightly(Agents.Agent agent, ObjectNode workload) {
        ObjectNode template = (ObjectNode) workload.path("spec").path("template");
        template.withObject("/spec").put("restartPolicy", "Never");
        ObjectNode job = Tree.of("spec", Tree.of("template", template));
        ObjectNode cron = Shapes.named(agent.team(), agent.name());
        Tree.metadata(cron).set("labels", Shapes.labels(agent));
        cron.set("spec", Tree.of("schedule", "0 3 * * *", "jobTemplate", job));
        return cron;
    }

    private void release(Agents.Agent agent, String image, String prompt) {
        Resource resource =
                switch (agent.shape()) {
                    case STATEFUL_SET -> Catalog.STATEFUL_SETS;
                    case DAEMON_SET -> Catalog.DAEMON_SETS;
                    case CRON_JOB -> Catalog.CRON_JOBS;
                    default -> Catalog.DEPLOYMENTS;
                };
        world.update(
                resource,
                agent.team(),
                agent.name(),
                object -> Shapes.change(template(object), image, prompt));
    }

    static ObjectNode template(ObjectNode object) {
        ObjectNode spec = object.withObject("/spec");
        return spec.has("jobTemplate")
                ? spec.withObject("/jobTemplate/spec/template")
                : spec.withObject("/template");
    }
}
