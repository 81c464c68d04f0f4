package dev.pilothouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestbedConditionTest {
    @TempDir Path folder;

    private Path bed(String says) throws Exception {
        Path script = folder.resolve("bed");
        Files.writeString(script, "#!/bin/sh\necho 'apiserver " + says + "'\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    @Test
    void aUserWithoutABedIsToldHowToStartOne() throws Exception {
        var result = new TestbedCondition(Map.of(), bed("stopped")).decide();
        assertTrue(result.isDisabled());
        assertTrue(result.getReason().orElseThrow().contains("bed start"));
        assertTrue(new TestbedCondition(Map.of(), folder.resolve("none")).decide().isDisabled());
    }

    @Test
    void whereTheBedRunsTheSuiteRuns() throws Exception {
        assertFalse(new TestbedCondition(Map.of(), bed("running")).decide().isDisabled());
    }

    @Test
    void whereThereMustBeABedItIsNeverSkipped() throws Exception {
        var result = new TestbedCondition(Map.of("PILOTHOUSE_CI", "1"), bed("stopped")).decide();
        assertEquals(false, result.isDisabled());
    }
}
