package dev.pilothouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pilothouse.error.ConsoleException;

import org.junit.jupiter.api.Test;

import java.util.List;

class DesktopCommandTest {
    @Test
    void theWindowGetsWhatWasGiven() throws Exception {
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
    void aWrongScreenIsSaidBeforeAWindowOpens() {
        Looks looks = new Looks();
        looks.screen = "quota";
        assertThrows(ConsoleException.class, () -> DesktopCommand.arguments(new Shared(), looks));
    }
}
