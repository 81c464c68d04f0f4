package dev.pilothouse.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextChoiceTest {
    @TempDir Path home;

    @BeforeEach
    void aKubeconfigOfThree() throws IOException {
        write("current-context: two\n");
    }

    private void write(String current) throws IOException {
        StringBuilder text = new StringBuilder(current).append("clusters:\n");
        text.append("- {name: c, cluster: {server: 'http://127.0.0.1:1'}}\nusers: []\ncontexts:\n");
        for (String name : List.of("one", "two", "three")) {
            text.append("- {name: ").append(name).append(", context: {cluster: c}}\n");
        }
        Files.createDirectories(home.resolve(".kube"));
        Files.writeString(home.resolve(".kube/config"), text);
    }

    private Host host() {
        return new Host(Map.of(), home, "Linux", Time.system());
    }

    private Set<String> opened(List<String> contexts, boolean all) throws ConsoleException {
        ContextChoice choice = new ContextChoice(Optional.empty(), contexts, all);
        return choice.open(choice.read(host()));
    }

    @Test
    void theCurrentContextIsOpenedUnlessOthersAreNamed() throws ConsoleException {
        assertEquals(Set.of("two"), opened(List.of(), false));
        assertEquals(Set.of("one", "three"), opened(List.of("three", "one"), false));
        assertEquals(Set.of("one", "two", "three"), opened(List.of(), true));
    }

    @Test
    void aCurrentContextThatDoesNotExistOpensTheFirst() throws Exception {
        write("current-context: gone\n");
        assertEquals(Set.of("one"), opened(List.of(), false));
    }

    @Test
    void anUnknownContextNamesTheKnownOnes() {
        ConsoleException e =
                assertThrows(ConsoleException.class, () -> opened(List.of("four"), true));
        assertEquals("kube.context", e.problem().code());
        assertTrue(e.problem().sentence().contains("one, two, three"), e.problem().sentence());
    }

    @Test
    void withoutAnyContextACommandEndsAndAWindowOpens() throws Exception {
        Files.delete(home.resolve(".kube/config"));
        ContextChoice choice = new ContextChoice(Optional.empty(), List.of(), false);
        LaunchOptions command = LaunchOptions.defaults();
        ConsoleException e =
                assertThrows(
                        ConsoleException.class,
                        () -> Launch.console(choice, command, host(), ScreenKind.FLEET));
        assertEquals("kube.none", e.problem().code());
        try (Console window =
                Launch.console(choice, command.acceptNoClusters(), host(), ScreenKind.FLEET)) {
            assertEquals(0, window.stores().clusters().size());
        }
    }
}
