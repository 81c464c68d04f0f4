package dev.pilothouse.demo.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.company.Company;
import dev.pilothouse.demo.company.Scenario;
import dev.pilothouse.demo.state.Catalog;
import dev.pilothouse.demo.state.Item;
import dev.pilothouse.demo.state.Shelf;
import dev.pilothouse.demo.state.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final Instant BEGUN = Instant.parse("2026-11-27T09:00:00Z");

    private static World world(long seed, String scenario) throws Exception {
        World world =
                new World(
                        new Shelf(),
                        new Catalog(Catalog.companyKinds(), true),
                        new World.Span(BEGUN, Company.PAST),
                        World.Style.LIFELIKE,
                        seed);
        new Company(world, BEGUN, "eu-prod", seed).fill(12, 0);
        Scenario.load(scenario).plan(world, BEGUN, "eu-prod");
        world.runUntil(BEGUN);
        return world;
    }

    /** All that can be seen, in order, with versions and times. */
    private static String seen(World world) {
        StringBuilder all = new StringBuilder();
        for (var resource : world.catalog().served()) {
            for (Item item : world.shelf().list(resource, "")) {
                all.append(resource).append(item.tree()).append('\n');
            }
        }
        return all.toString();
    }

    /** The first lines that differ; a whole world is too much to read. */
    private static String difference(String one, String other) {
        List<String> lines = one.lines().toList();
        List<String> others = other.lines().toList();
        for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
            if (!lines.get(i).equals(others.get(i))) {
                return lines.get(i) + "\n" + others.get(i);
            }
        }
        return lines.size() == others.size() ? "" : "one has more";
    }

    @Test
    void theSameSeedGivesTheSameHistoryHoweverOftenItIsLookedAt() throws Exception {
        World often = world(7, "bad-day");
        for (int i = 1; i <= 120; i++) {
            often.runUntil(BEGUN.plusSeconds(i));
        }
        World once = world(7, "bad-day");
        once.runUntil(BEGUN.plusSeconds(120));
        assertEquals("", difference(seen(once), seen(often)));
        World other = world(8, "bad-day");
        other.runUntil(BEGUN.plusSeconds(120));
        assertNotEquals(seen(once), seen(other));
    }

    private static ObjectNode planner(World world) {
        return world.shelf()
                .get(Catalog.DEPLOYMENTS, "refund", "refund-planner")
                .orElseThrow()
                .tree();
    }

    private static List<String> events(World world, String reason) {
        return world.shelf().list(Catalog.EVENTS, "refund").stream()
                .map(Item::tree)
                .filter(event -> Tree.text(event, "reason").equals(reason))
                .map(event -> Tree.text(event, "message"))
                .toList();
    }

    private static String condition(ObjectNode deployment, String type) {
        ObjectNode found = Rollout.find(deployment.path("status").path("conditions"), type);
        return found == null ? "" : Tree.text(found, "reason");
    }

    @Test
    void aRolloutGoesStepByStepAndSaysSo() throws Exception {
        World world = world(7, "calm");
        world.update(
                Catalog.DEPLOYMENTS,
                "refund",
                "refund-planner",
                object -> {
                    object.withObject("/spec").put("replicas", 4);
                    object.withObject("/spec/template/metadata/annotations").put("try", "2");
                });
        assertEquals("ReplicaSetUpdated", condition(planner(world), "Progressing"));
        world.runUntil(BEGUN.plusSeconds(60));
        ObjectNode done = planner(world);
        assertEquals("NewReplicaSetAvailable", condition(done, "Progressing"));
        assertEquals(
                done.path("metadata").path("generation").asInt(),
                Tree.number(done, "status", "observedGeneration"));
        assertEquals(4, Tree.number(done, "status", "updatedReplicas"));
        assertEquals(4, Tree.number(done, "status", "availableReplicas"));
        List<String> steps = events(world, "ScalingReplicaSet");
        assertTrue(steps.size() >= 4, steps.toString());
        assertTrue(steps.getFirst().startsWith("Scaled up replica set refund-planner-"));
    }

    @Test
    void aRolloutThatCannotGoOnIsStuckAfterItsDeadline() throws Exception {
        World world = world(7, "calm");
        world.update(
                Catalog.DEPLOYMENTS,
                "refund",
                "refund-planner",
                object ->
                        ((ObjectNode) object.at("/spec/template/spec/containers/0"))
                                .put("image", "registry.local/agents/refund:9-sim-nopull"));
        world.runUntil(BEGUN.plus(Duration.ofMinutes(5)));
        assertEquals("ReplicaSetUpdated", condition(planner(world), "Progressing"));
        world.runUntil(BEGUN.plus(Duration.ofMinutes(12)));
        assertEquals("ProgressDeadlineExceeded", condition(planner(world), "Progressing"));
        assertEquals("MinimumReplicasAvailable", condition(planner(world), "Available"));
    }

    @Test
    void aCrashingPodIsStartedAgainLaterEachTime() throws Exception {
        World world = world(7, "calm");
        new Mishaps(world).fail("search-router", "crash", 1);
        world.runUntil(BEGUN.plusSeconds(90));
        Item pod =
                world.shelf().list(Catalog.PODS, "search").stream()
                        .filter(item -> item.name().startsWith("search-router"))
                        .filter(item -> ((Pod) item).state().restarts() > 1)
                        .findFirst()
                        .orElseThrow();
        String state = pod.tree().path("status").path("containerStatuses").toString();
        assertTrue(state.contains("\"exitCode\":1"), state);
    }
}
