package dev.pilothouse.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.PodTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of many states is an agent's: a table of objects, pods and rollouts. */
class AgentHealthTest {
    private static Health health(String text) {
        String[] parts = text.split(":", 3);
        return new Health(
                Health.Level.valueOf(parts[0]), parts[1], parts.length > 2 ? parts[2] : "");
    }

    private static List<Health> healths(String text) {
        List<Health> all = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
            all.add(health(part.strip()));
        }
        return all;
    }

    private static PodRow pod(Health health) {
        return new PodRow(
                new ObjectKey(new ClusterId("eu"), Kind.POD, "refund", "p"),
                "uid",
                PodTemplate.EMPTY,
                null,
                null,
                Instant.EPOCH,
                null,
                "Running",
                health,
                List.of(),
                null);
    }

    @ParameterizedTest(name = "objects [{0}] pods [{1}] rollout [{2}]")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                // nothing known is not fine
                "'' | '' | '' | UNKNOWN:unknown:no workload seen",
                "OK:running | OK:running, OK:running | '' | OK:running",
                // the worse of controller and pods; a pod's word wins at the same level
                "OK:running | OK:running, BAD:crash loop:OOM | '' | BAD:crash loop:OOM, 1 of 2"
                        + " pods",
                "WARN:degraded:1/2 | WARN:not ready, OK:running | '' | WARN:not ready:1 of 2 pods",
                "BAD:quota:exceeded | OK:running | '' | BAD:quota:exceeded",
                "BAD:quota:exceeded | WARN:not ready | '' | BAD:quota:exceeded",
                // one pod needs no share
                "OK:running | BAD:image pull:not found | '' | BAD:image pull:not found",
                // stuck is the controller's word, why is the pods'
                "BAD:stuck rollout:deadline | WARN:pending:no room | ''"
                        + " | BAD:stuck rollout:pending: no room",
                "BAD:stuck rollout:deadline | BAD:image pull:denied | '' | BAD:image pull:denied",
                // what is leaving does not count
                "OK:running | OK:running, STARTING:stopping:crash loop | '' | OK:running",
                // a rollout shows, but never hides a problem
                "OK:running | OK:running | r1 → r2 1/2 | STARTING:rolling:r1 → r2 1/2",
                "OK:running | WARN:not ready | r1 → r2 1/2 | WARN:rolling:r1 → r2 1/2, not ready",
                "OK:running | BAD:crash loop:OOM | r1 → r2 1/2 | BAD:crash loop:OOM, r1 → r2 1/2",
                "OK:running | BAD:failed | r1 → r2 1/2 | BAD:failed:r1 → r2 1/2",
                // order of levels
                "IDLE:scaled to 0 | '' | '' | IDLE:scaled to 0",
                "UNKNOWN:unknown | STARTING:starting | '' | STARTING:starting",
                "STARTING:starting | UNKNOWN:unknown | '' | STARTING:starting",
                "OK:running, BAD:failed:x, WARN:slow | OK:running | '' | BAD:failed:x"
            })
    void theAgentsState(String objects, String pods, String rollout, String expected) {
        List<PodRow> rows = healths(pods).stream().map(AgentHealthTest::pod).toList();
        Health state = AgentHealth.of(healths(objects), rows, rollout);
        assertEquals(health(expected).level(), state.level());
        assertEquals(health(expected).word(), state.word());
        assertEquals(health(expected).why().strip(), state.why().strip());
    }
}
