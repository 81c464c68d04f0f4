package dev.pilothouse.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.fx.shell.Robot;
import dev.pilothouse.launch.ContextChoice;
import dev.pilothouse.launch.Host;
import dev.pilothouse.present.Console;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desktop by its keyboard on the simulated platform, from end to end. */
class DemoDeskTest {
    @TempDir static Path state;

    private static DemoPlatform platform;
    private static Console console;

    @BeforeAll
    static void start() throws Exception {
        platform = DemoPlatform.start(DemoOptions.defaults(), Time.system());
        console =
                Wiring.console(
                        new ContextChoice(
                                Optional.of(platform.kubeconfig().toString()), List.of(), true),
                        false,
                        new Host(Map.of(), state, "", Time.system()));
        assertTrue(
                console.awaitSynced(Console.needs(ScreenKind.FLEET), Duration.ofSeconds(90)),
                "the fleet is there");
    }

    @AfterAll
    static void stop() {
        console.close();
        platform.close();
    }

    @Test
    void aBrokenAgentIsFoundExplainedAndItsLogsAreRead() throws Exception {
        try (Robot robot = Robot.open(new ConsoleViews(console), DesktopKeys.map())) {
            robot.sees(".frame-cell", "kyc-vision");
            robot.key(KeyCode.SLASH, "/");
            robot.type("kyc-vision crash");
            robot.until(() -> robot.now(".frame-cell").stream().noneMatch("running"::equals));
            robot.key(KeyCode.ENTER, "");
            robot.key(KeyCode.ENTER, "");
            robot.sees(".pane-title", "Versions");
            robot.key(KeyCode.X, "x");
            robot.until(() -> robot.lines().stream().anyMatch(line -> line.contains("OOM")));
            robot.key(KeyCode.ESCAPE, "");
            robot.key(KeyCode.L, "l");
            robot.sees(".text-toggle", "Following");
            robot.until(() -> !robot.lines().isEmpty());
            robot.key(KeyCode.F, "F");
            robot.sees(".text-toggle", "Paused");
            robot.key(KeyCode.ESCAPE, "");
            robot.key(KeyCode.ESCAPE, "");
            robot.sees(".crumb-here", "Agents");
        }
    }

    @Test
    void thePaletteLeadsToAPageAndTabsComeBackAfterARestart() throws Exception {
        try (Robot robot = Robot.open(new ConsoleViews(console), DesktopKeys.map())) {
            robot.sees(".frame-cell", "kyc-vision");
            robot.control(KeyCode.T);
            robot.control(KeyCode.K);
            robot.until(robot::overlay);
            robot.type("nodes");
            robot.until(() -> robot.now(".item-label").getFirst().equals("Nodes"));
            robot.key(KeyCode.ENTER, "");
            robot.sees(".crumb-here", "Nodes");
            assertFalse(robot.overlay());
            var memory = robot.quit();
            assertEquals(
                    List.of(ScreenKind.FLEET, ScreenKind.NODES),
                    memory.windows().getFirst().tabs().stream().map(tab -> tab.screen()).toList());
            try (Robot again =
                    Robot.restore(new ConsoleViews(console), DesktopKeys.map(), memory)) {
                again.sees(".crumb-here", "Nodes");
                again.sees(".frame-cell", "ready");
            }
        }
    }

    @Test
    void thePaletteFindsAPodAndShowsItFirstTheNextTime() throws Exception {
        try (Robot robot = Robot.open(new ConsoleViews(console), DesktopKeys.map())) {
            robot.sees(".frame-cell", "kyc-vision");
            robot.control(KeyCode.K);
            robot.until(robot::overlay);
            robot.type("inbox-watcher-");
            robot.until(() -> robot.now(".item-detail").getFirst().startsWith("pod in "));
            String pod = Toolkit.on(() -> robot.now(".item-label").getFirst());
            robot.key(KeyCode.ENTER, "");
            robot.sees(".crumb-here", "Explain " + pod);
            robot.control(KeyCode.K);
            robot.until(() -> robot.overlay() && robot.now(".item-label").getFirst().equals(pod));
            robot.type("zzzz-no-such-thing");
            robot.until(() -> !robot.now(".overlay-empty").isEmpty());
        }
    }

    @Test
    void anIdleDeskIsNotPaintedWhileNothingOnItChanges() throws Exception {
        try (Robot robot = Robot.open(new ConsoleViews(console), DesktopKeys.map())) {
            robot.sees(".frame-cell", "kyc-vision");
            robot.key(KeyCode.SLASH, "/");
            robot.type("catalog");
            robot.until(() -> robot.now(".frame-cell").stream().noneMatch("kyc-vision"::equals));
            robot.key(KeyCode.ENTER, "");
            Toolkit.quiet(3_500);
            long frames = robot.painted();
            int before = robot.pulses();
            Toolkit.quiet(3_000);
            // Use figures of the platform may change meanwhile; only a new frame may cause a pulse.
            assertTrue(
                    robot.pulses() == before || robot.painted() > frames,
                    "rows of days do not age in seconds");
        }
    }
}
