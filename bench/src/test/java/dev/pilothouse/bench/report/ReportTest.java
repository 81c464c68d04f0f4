package dev.pilothouse.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Results results = new Results();

    private void start(String program, int round, double millis) {
        results.add("start 2000", "all rows ms", program, round, millis);
    }

    private String page() {
        return Report.of(results, Map.of("machine", "2 cores"));
    }

    private String row(String begin) {
        return page().lines().filter(line -> line.startsWith(begin)).findFirst().orElse("");
    }

    @Test
    void ratiosArePairedByRoundSoThatASlowRoundDoesNotDecide() {
        start("sofka", 0, 500);
        start("pilothouse", 0, 400);
        start("sofka", 1, 5_000);
        start("pilothouse", 1, 4_000);
        start("sofka", 2, 500);
        start("pilothouse", 2, 600);
        assertEquals(
                "| 2,000 pods: start to all rows, to sofka | 0.80x | <= 0.90x | met |",
                row("| 2,000 pods: start to all rows, to sofka"));
    }

    @Test
    void aMissedBarIsSaidAndAMissingPeerIsNotAMetBar() {
        start("sofka", 0, 500);
        start("pilothouse", 0, 1_000);
        assertTrue(row("| 2,000 pods: start to all rows, to sofka").endsWith("| **not met** |"));
        assertTrue(row("| 2,000 pods: start to all rows, to k9s").endsWith("| not measured |"));
    }

    @Test
    void figuresStandWithTheirRangeAndTheirRatio() {
        start("pilothouse", 0, 300);
        start("sofka", 0, 600);
        start("pilothouse", 1, 420);
        start("sofka", 1, 600);
        assertEquals(
                "| all rows ms | 360 (300-420), 0.60x | 600 (600-600) |", row("| all rows ms"));
    }

    @Test
    void aBusyMachineIsNoted() {
        start("pilothouse", 0, 300);
        results.machine("start 2000", 0, 0.1, 0.5);
        assertTrue(row("| noisy").contains("| no:"), page());
        results.machine("start 2000", 1, 0.6, 3);
        assertTrue(row("| noisy").contains("**yes**: 1 of 2"), page());
        assertFalse(page().contains("## Notes"));
        results.note("k9s is not here");
        assertTrue(page().contains("- k9s is not here"));
    }

    @Test
    void medianAndPercentileAreValuesThatWereSeen() {
        List<Double> values = List.of(5.0, 1.0, 9.0, 3.0, 100.0);
        assertEquals(5, Stats.of(values).median());
        assertEquals(100, Stats.percentile(values, 0.95));
        assertEquals(5, Stats.percentile(values, 0.5));
        assertEquals(1, Stats.percentile(List.of(1.0), 0.95));
    }
}
