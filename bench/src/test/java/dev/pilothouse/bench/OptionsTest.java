package dev.pilothouse.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static Options read(String... user) {
        List<String> all = new ArrayList<>(List.of("/p", "/p/image", "/peers", "k9s v1"));
        all.addAll(List.of(user));
        return Options.of(all.toArray(String[]::new));
    }

    @Test
    void partOfTheScenariosDoesNotOverwriteThePublishedReport() {
        assertEquals("/p/docs/benchmarks.md", read().output().toString());
        assertTrue(read("--only", "keys").output().toString().contains("target"));
        assertEquals(
                "/tmp/x.md", read("--only", "keys", "--output", "/tmp/x.md").output().toString());
    }

    @Test
    void theBedIsStartedOnlyForScenariosThatNeedIt() {
        assertTrue(read().needsBed());
        assertTrue(read("--only", "start 2000").needsBed());
        assertFalse(read("--only", "slope", "--only", "50000").needsBed());
        assertTrue(read("--only", "start 2000").wants("start 2000"));
        assertFalse(read("--only", "start 2000").wants("start 10000"));
    }

    @Test
    void quickMayStandAnywhere() {
        assertEquals(2, read("--rounds", "2", "--quick").plan().rounds());
        assertTrue(read("--rounds", "2", "--quick").plan().small());
    }

    @ParameterizedTest
    @CsvSource({"--rounds", "--rounds x", "--rounds 0", "--soak 9999", "--fast"})
    void aWrongLineIsSaid(String line) {
        var wrong = assertThrows(IllegalArgumentException.class, () -> read(line.split(" ")));
        assertFalse(String.valueOf(wrong.getMessage()).isBlank());
    }
}
