package dev.pilothouse.demo.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Doc;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Resource;
import dev.pilothouse.demo.state.Shelf;
import dev.pilothouse.demo.state.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One simulated cluster that lives: what is put in is reconciled by controllers as Kubernetes does
 * it. Its methods may be called from any thread; one at a time gets in.
 */
public final class World {
    /** How fast pods come up. */
    public enum Style {
        /** With the times of a real kubelet. */
        LIFELIKE,
        /** At once, as kwok does it. */
        AT_ONCE
    }

    /** Kinds whose spec has no generation. */
    private static final Set<String> UNCOUNTED = Set.of("Namespace", "Node", "Service");

    final Shelf shelf;
    final Agenda agenda;
    final Recorder events;
    final SplittableRandom random;
    final Nodes nodes = new Nodes();
    final Pods pods;
    final Kubelet kubelet;

    /** Namespaces whose quota is used up, with the words of the refusal. */
    final Map<String, String> quotas = new HashMap<>();

    private final Catalog catalog;
    private final Style style;
    private final Instant begun;
    private final Map<String, Controller> controllers = new HashMap<>();
    private final Map<String, Set<Ref>> children = new HashMap<>();
    private final LinkedHashSet<Ref> dirty = new LinkedHashSet<>();

    /** An object to look at. */
    record Ref(Resource resource, String namespace, String name) {}

    /** Brings the world to what an object wants. */
    interface Controller {
        void reconcile(String namespace, String name, ObjectNode object);
    }

    /** A world whose history begins `past` before `begun`. */
    public World(Shelf shelf, Catalog catalog, Span span, Style style, long seed) {
        this.shelf = shelf;
        this.catalog = catalog;
        this.style = style;
        begun = span.begun();
        agenda = new Agenda(begun.minus(span.past()), this::settle);
        random = new SplittableRandom(seed);
        events = new Recorder(shelf, agenda, begun);
        pods = new Pods(shelf, nodes, this::told);
        kubelet =
                new Kubelet(
                        pods,
                        agenda,
                        events,
                        random.split(),
                        style == Style.LIFELIKE ? begun : null);
        Replicas replicas = new Replicas(this);
        controllers.put("Deployment", new DeploymentController(this));
        controllers.put("ReplicaSet", new ReplicaSetController(this, replicas));
        controllers.put("StatefulSet", new StatefulSetController(this, replicas));
        controllers.put("DaemonSet", new DaemonSetController(this, replicas));
        controllers.put("Job", new JobController(this, replicas));
        controllers.put("CronJob", new CronJobController(this));
    }

    /** When people begin to look, and how much has happened before. */
    public record Span(Instant begun, Duration past) {}

    public Shelf shelf() {
        return shelf;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** Lets the world go on until then. */
    public synchronized void runUntil(Instant then) {
        agenda.runUntil(then);
        settle();
    }

    /** Does something at a simulated time. */
    public synchronized void at(Instant when, Runnable what) {
        agenda.at(when, () -> step(what));
    }

    /** Does something now. */
    public synchronized void step(Runnable what) {
        what.run();
        settle();
    }

    synchronized void later(Duration wait, Runnable what) {
        agenda.after(wait, () -> step(what));
    }

    /** The simulated time. */
    public synchronized Instant now() {
        return agenda.now();
    }

    boolean atOnce() {
        return style == Style.AT_ONCE || agenda.now().isBefore(begun);
    }

    private void settle() {
        while (!dirty.isEmpty()) {
            Ref next = dirty.removeFirst();
            Optional<Item> item = shelf.get(next.resource(), next.namespace(), next.name());
            Controller controller = controllers.get(next.resource().kind());
            if (item.isPresent() && controller != null) {
                controller.reconcile(next.namespace(), next.name(), item.get().tree());
            }
        }
    }

    void touch(Resource resource, String namespace, String name) {
        dirty.add(new Ref(resource, namespace, name));
    }

    private void touch(Owner owner, String namespace) {
        if (!owner.none()) {
            catalog.ofKind(owner.apiVersion(), owner.kind())
                    .ifPresent(resource -> touch(resource, namespace, owner.name()));
        }
    }

    private void told(Pod pod) {
        touch(pod.template().owner, pod.namespace());
    }

    /** Creates an object as an API server does, and lets its controller see it. */
    public synchronized void create(Resource resource, ObjectNode object) {
        ObjectNode metadata = Tree.metadata(object);
        String namespace = Tree.namespace(object);
        metadata.put("uid", Pod.uid(resource.kind(), namespace, Tree.name(object) + agenda.now()));
        metadata.put("creationTimestamp", Tree.time(agenda.now()));
        if (object.has("spec") && !UNCOUNTED.contains(resource.kind())) {
            metadata.put("generation", 1);
        }
        Defaults.of(resource.kind(), object);
        if (resource.equals(Catalog.PODS)) {
            bare(object);
            return;
        }
        put(resource, object);
    }

    private void bare(ObjectNode object) {
        Template template = new Template(object, Owner.controlling(object), "");
        admit(template, Tree.namespace(object), Tree.name(object));
    }

    /** Stores an object and wakes its controller and its owner's. */
    void put(Resource resource, ObjectNode object) {
        String namespace = Tree.namespace(object);
        String name = Tree.name(object);
        shelf.put(resource, version -> Doc.of(object, version));
        if (resource.equals(Catalog.NODES)) {
            nodes.put(name, object);
            daemons();
            retry();
        }
        Owner owner = Owner.controlling(object);
        if (!owner.none()) {
            children.computeIfAbsent(owner.key(namespace), k -> new LinkedHashSet<>())
                    .add(new Ref(resource, namespace, name));
            touch(owner, namespace);
        }
        touch(resource, namespace, name);
    }

    private void daemons() {
        for (Item set : shelf.list(Catalog.DAEMON_SETS, "")) {
            touch(Catalog.DAEMON_SETS, set.namespace(), set.name());
        }
    }

    /** Changes an object; a changed spec gets a new generation. */
    public synchronized Optional<Item> update(
            Resource resource, String namespace, String name, Consumer<ObjectNode> change) {
        Optional<Item> known = shelf.get(resource, namespace, name);
        if (known.isEmpty() || known.get() instanceof Pod) {
            return known;
        }
        ObjectNode object = known.get().tree();
        JsonNode spec = object.path("spec").deepCopy();
        change.accept(object);
        if (!spec.equals(object.path("spec")) && !UNCOUNTED.contains(resource.kind())) {
            ObjectNode metadata = Tree.metadata(object);
            metadata.put("generation", metadata.path("generation").asInt(1) + 1);
        }
        put(resource, object);
        settle();
        return shelf.get(resource, namespace, name);
    }

    /** Deletes an object and what it owns. */
    public synchronized void delete(Resource resource, String namespace, String name) {
        Optional<Item> found = shelf.get(resource, namespace, name);
        if (found.isEmpty()) {
            return;
        }
        if (found.get() instanceof Pod pod) {
            stop(pod);
            settle();
            return;
        }
        ObjectNode object = found.get().tree();
        shelf.remove(resource, Item.key(namespace, name), (item, v) -> Doc.of(item.tree(), v));
        if (resource.equals(Catalog.NODES)) {
            nodes.remove(name);
            pods.on(name).forEach(pods::remove);
        }
        Owner owner = Owner.controlling(object);
        children.getOrDefault(owner.key(namespace), new LinkedHashSet<>())
                .remove(new Ref(resource, namespace, name));
        touch(owner, namespace);
        String key = Owner.of(resource.apiVersion(), resource.kind(), object).key(namespace);
        for (Ref child : List.copyOf(children.getOrDefault(key, Set.of()))) {
            delete(child.resource(), child.namespace(), child.name());
        }
        List.copyOf(pods.of(key)).forEach(this::stop);
        settle();
    }

    /** The objects of a kind that an owner controls, in the order in which they came. */
    List<ObjectNode> owned(Resource resource, String ownerKey) {
        List<ObjectNode> found = new ArrayList<>();
        for (Ref child : children.getOrDefault(ownerKey, Set.of())) {
            if (child.resource().equals(resource)) {
                shelf.get(resource, child.namespace(), child.name())
                        .ifPresent(item -> found.add(item.tree()));
            }
        }
        return found;
    }

    /** Takes in a new pod and looks for a node. */
    Pod admit(Template template, String namespace, String name) {
        PodState state = PodState.unscheduled(template.failure, agenda.now(), "");
        Pod pod = new Pod(template, namespace, name, agenda.now(), state, null, 0);
        return schedule(pod);
    }

    private Pod schedule(Pod pod) {
        String wanted = pod.template().node;
        String node = wanted.isEmpty() ? nodes.place(pod.template().needs) : wanted;
        Recorder.About about = Recorder.About.pod(pod, false);
        if (node == null) {
            String words = nodes.refusal(pod.template().needs);
            if (pod.version() == 0 || !pod.state().words().equals(words)) {
                events.warning(about, "default-scheduler", "FailedScheduling", words);
                return pods.put(
                        pod.with(
                                PodState.unscheduled(pod.state().failure(), pod.created(), words)));
            }
            return pod;
        }
        int number = nodes.take(node, pod.template().needs);
        Pod placed = pods.put(pod.with(pod.state().on(node, number, agenda.now())));
        if (atOnce()) {
            kubelet.settle(placed);
        } else {
            events.normal(
                    about,
                    "default-scheduler",
                    "Scheduled",
                    "Successfully assigned " + pod.namespace() + "/" + pod.name() + " to " + node);
            kubelet.start(placed);
        }
        return placed;
    }

    /** Tries again to place what waits. */
    private void retry() {
        pods.waiting().forEach(this::schedule);
    }

    /** Asks a pod to end; it is gone a little later. */
    void stop(Pod pod) {
        if (pod.deleting() != null) {
            return;
        }
        if (atOnce()) {
            pods.remove(pod);
            retry();
            return;
        }
        Pod ending = pods.put(pod.deleting(agenda.now()));
        events.normal(
                Recorder.About.pod(pod, true),
                "kubelet",
                "Killing",
                "Stopping container " + pod.template().main());
        later(
                Duration.ofMillis(1_000 + random.nextInt(2_000)),
                () -> {
                    Pod now = pods.now(ending);
                    if (now != null) {
                        pods.remove(now);
                        retry();
                    }
                });
    }

    /** Restarts the container of a random pod each period, without a cause, for load. */
    public synchronized void churn(Duration period) {
        agenda.after(
                period,
                () -> {
                    Pod pod = pods.any(random);
                    if (pod != null && pod.state().ready()) {
                        kubelet.touch(pod);
                    }
                    churn(period);
                });
    }
}
