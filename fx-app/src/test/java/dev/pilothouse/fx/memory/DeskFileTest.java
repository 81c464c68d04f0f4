package dev.pilothouse.fx.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.present.ScreenKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskFileTest {
    @TempDir Path folder;

    @Test
    void whatIsSavedIsLoaded() throws Exception {
        DeskMemory memory =
                new DeskMemory(
                        new DeskMemory.Style("high-contrast", true, false, 14),
                        Map.of(
                                "Pods",
                                new TableMemory(
                                        List.of("name", "age"),
                                        Set.of("cpu"),
                                        Map.of("name", 240.5))),
                        List.of(
                                new WindowMemory(
                                        -40,
                                        12.5,
                                        1200,
                                        800,
                                        List.of(
                                                new TabMemory(ScreenKind.FLEET, ""),
                                                new TabMemory(
                                                        ScreenKind.PODS, "\"a \\ b\" é \u0001 \n")),
                                        1)));
        DeskFile file = new DeskFile(folder.resolve("deep"));
        file.save(memory);
        assertEquals(memory, file.load("auto"));
        try (var left = Files.list(folder.resolve("deep"))) {
            assertEquals(1, left.count(), "no temporary file is left");
        }
    }

    @Test
    void aFileOfTheFirstVersionIsRead() throws Exception {
        Files.writeString(
                folder.resolve("desktop.json"),
                "{\"version\": 1, \"theme\": \"dark\", \"compact\": true, \"inspector\": false,"
                        + " \"size\": 15.0, \"windows\": []}");
        assertEquals(
                DeskMemory.of(new DeskMemory.Style("dark", true, false, 15), List.of()),
                new DeskFile(folder).load("auto"));
    }

    @Test
    void aFirstStartHasNothing() throws Exception {
        assertEquals(DeskMemory.fresh("auto"), new DeskFile(folder).load("auto"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"version\": 3}",
                "{\"version\": 2}",
                "{\"version\": 1, \"theme\": 3}",
                "{\"version\": 1e999}",
                "nonsense",
                "{\"a\": \"\\u12\"}",
                "[[[[[[[[[[[[[[[[[[[[[[[[",
                "{\"version\":1,\"theme\":\"x\",\"compact\":true,\"inspector\":true,\"size\":13,"
                        + "\"windows\":[3]}"
            })
    void aDamagedFileIsKeptAsideAndSaidOnce(String text) throws Exception {
        Files.writeString(folder.resolve("desktop.json"), text);
        DeskFile file = new DeskFile(folder);
        ConsoleException e = assertThrows(ConsoleException.class, () -> file.load("auto"));
        assertEquals("desktop.memory", e.problem().code());
        assertEquals(text, Files.readString(folder.resolve("desktop.json.damaged")));
        assertEquals(DeskMemory.fresh("auto"), file.load("auto"));
    }

    @Test
    void aScreenOfAnotherVersionOpensTheFleet() throws Exception {
        DeskFile file = new DeskFile(folder);
        file.save(
                DeskMemory.of(
                        new DeskMemory.Style("auto", false, true, 13),
                        List.of(WindowMemory.fresh(new TabMemory(ScreenKind.NODES, "x")))));
        Path path = folder.resolve("desktop.json");
        Files.writeString(path, Files.readString(path).replace("nodes", "quota"));
        assertEquals(
                List.of(new TabMemory(ScreenKind.FLEET, "x")),
                file.load("auto").windows().getFirst().tabs());
        assertTrue(Files.exists(path));
    }
}
