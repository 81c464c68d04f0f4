package dev.pilothouse.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pilothouse.time.Time;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoriesTest {
    private static final Path HOME = Path.of("/home/ada");

    private static Directories on(String system, Map<String, String> environment) {
        return new Host(environment, HOME, system, Time.system()).directories();
    }

    @Test
    void linuxFollowsTheBaseDirectorySpecification() {
        assertEquals(
                new Directories(
                        HOME.resolve(".config/pilothouse"),
                        HOME.resolve(".local/state/pilothouse"),
                        HOME.resolve(".cache/pilothouse")),
                on("Linux", Map.of()));
    }

    @Test
    void aVariableWinsOnEverySystemUnlessItIsRelative() {
        Map<String, String> set =
                Map.of("XDG_STATE_HOME", "/fast/state", "XDG_CACHE_HOME", "relative/cache");
        assertEquals(Path.of("/fast/state/pilothouse"), on("Mac OS X", set).state());
        assertEquals(HOME.resolve(".cache/pilothouse"), on("Linux", set).cache());
        assertEquals(
                HOME.resolve(".cache/pilothouse"),
                on("Linux", Map.of("XDG_CACHE_HOME", "\0")).cache());
    }

    @Test
    void otherSystemsHaveTheirOwnPlaces() {
        assertEquals(HOME.resolve("Library/Caches/pilothouse"), on("Mac OS X", Map.of()).cache());
        assertEquals(
                HOME.resolve("Library/Application Support/pilothouse"),
                on("Mac OS X", Map.of()).config());
        assertEquals(
                Path.of("/local/pilothouse/state"),
                on("Windows 11", Map.of("LOCALAPPDATA", "/local")).state());
        assertEquals(
                HOME.resolve("AppData/Roaming/pilothouse"), on("Windows 11", Map.of()).config());
    }
}
