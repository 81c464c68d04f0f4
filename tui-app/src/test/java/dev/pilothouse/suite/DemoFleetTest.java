package dev.pilothouse.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.demo.api.Faults;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.time.Time;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DemoFleetTest {
    private static DemoPlatform demo(String scenario, double speed) throws Exception {
        DemoOptions defaults = DemoOptions.defaults();
        return DemoPlatform.start(
                new DemoOptions(defaults.agents(), 0, scenario, 1, speed, 0), Time.system());
    }

    @Test
    void showsAllAgentsOfBothClustersWithTheProblemsFirst() throws Exception {
        try (DemoPlatform platform = demo("calm", 1);
                Driver user = Driver.open(platform.kubeconfig(), ScreenKind.FLEET)) {
            Frame frame = user.until("60 agents", f -> Driver.rows(f) == 60);
            assertTrue(
                    Driver.text(frame)
                                    .lines()
                                    .skip(2)
                                    .findFirst()
                                    .orElseThrow()
                                    .startsWith("invoice-writer")
                            || Driver.text(frame)
                                    .lines()
                                    .skip(2)
                                    .findFirst()
                                    .orElseThrow()
                                    .startsWith("kyc-vision"));
            user.untilLine("kyc-vision", "crash loop", "OOM 512Mi", "exit 137");
            user.untilLine("eu-prod live", "us-prod live", "READ-ONLY");
        }
    }

    @Test
    void aFilterTypedInOneBurstNarrowsAndEscapeShowsAllAgain() throws Exception {
        try (DemoPlatform platform = demo("calm", 1);
                Driver user = Driver.open(platform.kubeconfig(), ScreenKind.FLEET)) {
            user.until("60 agents", f -> Driver.rows(f) == 60);
            user.press("/");
            user.type("refund-planner");
            user.until("the two refund planners", f -> Driver.rows(f) == 2);
            user.press("esc");
            user.until("60 agents again", f -> Driver.rows(f) == 60);
            user.press("/");
            user.type("restarts>x");
            user.untilLine("'x' is not a number");
            assertEquals(60, Driver.rows(user.frame()), "a wrong filter keeps the rows");
        }
    }

    @Test
    void explainsOpensLogsAndComesBack() throws Exception {
        try (DemoPlatform platform = demo("calm", 1);
                Driver user = Driver.open(platform.kubeconfig(), ScreenKind.FLEET)) {
            user.untilLine("kyc-vision", "crash loop");
            user.press("/");
            user.type("name=triage");
            user.until("the triage agents", f -> Driver.rows(f) == 2);
            user.press("enter", "l");
            user.untilLine("hostile");
            Frame logs = user.frame();
            assertFalse(
                    Driver.text(logs).contains("\u001b"),
                    "no escape sequence of a log reaches a frame");
            assertFalse(
                    Driver.text(logs).contains("\u202e"),
                    "no bidirectional control reaches a frame");
            user.press("esc", "x");
            user.untilLine("label app.kubernetes.io/component=agent");
            user.press("esc", "enter");
            user.untilLine("-- Versions");
        }
    }

    @Test
    void aBadRolloutIsSeenFromItsStartToItsCrash() throws Exception {
        try (DemoPlatform platform = demo("bad-rollout", 10);
                Driver user = Driver.open(platform.kubeconfig(), ScreenKind.FLEET)) {
            user.untilLine("refund-planner", "→", "p-bad");
            user.untilLine("refund-planner", "crash loop");
        }
    }

    @Test
    void survivesALostClusterAndIsLiveAgainWithinTwoSeconds() throws Exception {
        try (DemoPlatform platform = demo("calm", 1);
                Driver user = Driver.open(platform.kubeconfig(), ScreenKind.FLEET)) {
            user.until("60 agents", f -> Driver.rows(f) == 60);
            user.untilLine("eu-prod live", "us-prod live");
            platform.faults(0).set(Faults.Mode.CUT);
            user.untilLine("eu-prod stale", "us-prod live");
            assertEquals(60, Driver.rows(user.frame()), "rows of a lost cluster stay");
            platform.faults(0).clear();
            user.until(
                    "live again",
                    Duration.ofSeconds(3),
                    f -> Driver.sources(f).contains("eu-prod live"));
        }
    }

    @Test
    void saysWhyWhenEveryRequestIsRefused() throws Exception {
        try (DemoPlatform platform = demo("calm", 1)) {
            platform.faults(0).set(Faults.Mode.FORBIDDEN);
            platform.faults(1).set(Faults.Mode.UNAUTHORIZED);
            try (Driver user = Driver.open(platform.kubeconfig(), ScreenKind.CLUSTERS)) {
                user.untilLine("eu-prod", "failed", "Not allowed");
                user.untilLine("us-prod", "failed", "does not accept our credentials");
            }
        }
    }
}
