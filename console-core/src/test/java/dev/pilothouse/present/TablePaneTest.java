package dev.pilothouse.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.identity.FleetIndex;
import dev.pilothouse.model.Value;
import dev.pilothouse.store.FleetStores;
import dev.pilothouse.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TablePaneTest {
    private final ManualTime time = ManualTime.atNoon();
    private final Instant now = time.now();
    private final FleetStores stores = FleetStores.create();
    private final FleetIndex index =
            new FleetIndex(stores, ConsoleOptions.defaults().rules(), time, () -> {});
    private final TablePane<?, ?> pods =
            new TablePane<>(
                    "Pods",
                    new TableModel<>(PodTable.spec(false), RowFeed.of(index.pods(), () -> {})),
                    row -> Selection.NOTHING,
                    () -> TableFrame.Notice.NONE,
                    ZoneOffset.UTC);

    @BeforeEach
    void fleet() {
        Pods fleet = new Pods(40, now.minus(Duration.ofHours(2)));
        fleet.world(stores);
        for (int i = 0; i < fleet.count(); i++) {
            stores.pods().put(fleet.pod(i, 0).key(), fleet.pod(i, 0));
        }
        index.refresh();
    }

    @Test
    void aNameThatIsNoColumnIsALabelOnlyWhenARowHasIt() {
        assertEquals(TableFrame.FilterError.NONE, pods.check("restarst=5"), "no rows to tell yet");
        pods.refresh(now, false);
        assertEquals(TableFrame.FilterError.NONE, pods.check("team=refund"));
        assertEquals(TableFrame.FilterError.NONE, pods.check("@restarst=5"));
        TableFrame.FilterError mistake = pods.check("x restarst=5");
        assertEquals(2, mistake.at());
        assertTrue(mistake.sentence().contains("did you mean 'restarts'?"), mistake.sentence());
    }

    @Test
    void aFilterFromBeforeTheFirstRowIsQuestionedOnceThereAreRows() {
        PaneState state = PaneState.START.filter("restarst=5", TableFrame.FilterError.NONE);
        pods.apply(state, Scope.ALL, now);
        assertTrue(!pods.body(state, now).narrowing().error().present());
        pods.refresh(now, false);
        assertTrue(
                pods.body(state, now).narrowing().error().sentence().contains("'restarts'"),
                "the rows have no such label");
    }

    @Test
    void podsMeansTheNumberAndReadyTheShare() {
        TableSpec<?, dev.pilothouse.model.AgentRow> spec = AgentTable.spec(false);
        dev.pilothouse.model.AgentRow agent = index.agents().values().getFirst();
        assertEquals(new Value.Amount(20), value(spec, "pods", agent));
        assertEquals(new Value.Amount(agent.pods().ready() / 20.0), value(spec, "ready", agent));
    }

    private static <R> Value value(TableSpec<?, R> spec, String column, R row) {
        Column<R> found = spec.column(column);
        return found == null ? Value.NONE : found.value().apply(row);
    }

    @Test
    void aQuietTableIsPaintedAgainOnTheMinuteAndAYoungOneEachSecond() {
        pods.refresh(now, false);
        pods.apply(PaneState.START, Scope.ALL, now);
        Instant later = now.plusSeconds(10);
        pods.refresh(later, false);
        assertEquals(now.plusSeconds(60), pods.due(PaneState.START, later));
        Pods fresh = new Pods(41, later.plusSeconds(40));
        stores.pods().put(fresh.pod(40, 7).key(), fresh.pod(40, 7));
        index.refresh();
        pods.refresh(later, false);
        assertEquals(later.plusSeconds(1), pods.due(PaneState.START, later));
    }
}
