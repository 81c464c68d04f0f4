package dev.pilothouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopCommandTest {
    @Test
    void theWindowGetsWhatWasGiven() {
        Shared shared = new Shared();
        shared.kubeconfig = "/k";
        shared.contexts = List.of("eu", "us");
        shared.namespace = "kyc";
        Looks looks = new Looks();
        looks.screen = "pod";
        looks.palette = "light";
        assertEquals(
                List.of(
                        "--kubeconfig",
                        "/k",
                        "--context",
                        "eu",
                        "--context",
                        "us",
                        "--namespace",
                        "kyc",
                        "--screen",
                        "pods",
                        "--palette",
                        "light"),
                DesktopCommand.arguments(shared, looks));
        assertEquals(List.of(), DesktopCommand.arguments(new Shared(), new Looks()));
    }

    @Test
    void aWrongScreenIsSaidBeforeAWindowOpens(@TempDir Path home) {
        Shell shell = new Shell(home);
        assertEquals(2, shell.run("desktop", "--screen", "quota"));
        assertTrue(shell.words().contains("'--screen' cannot be 'quota'"), shell.words());
    }
}
