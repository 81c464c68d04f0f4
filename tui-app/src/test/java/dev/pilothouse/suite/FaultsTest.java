package dev.pilothouse.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.demo.api.Faults;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.time.Time;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server does, the console keeps its rows and keeps the other cluster live. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private DemoPlatform platform;

    @BeforeAll
    void serve() throws Exception {
        platform = DemoPlatform.start(new DemoOptions(8, 0, "calm", 1, 1, 0), Time.system());
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @ParameterizedTest
    @EnumSource(Faults.Mode.class)
    void theConsoleSurvives(Faults.Mode mode) throws Exception {
        try (Driver user = Driver.open(platform.kubeconfig(), ScreenKind.FLEET)) {
            user.until("8 agents", frame -> Driver.rows(frame) == 8);
            user.untilLine("eu-prod live", "us-prod live");
            platform.faults(0).set(mode);
            if (seen(mode)) {
                user.until(
                        "eu-prod is not live",
                        frame -> !Driver.sources(frame).contains("eu-prod live"));
            }
            assertEquals(8, Driver.rows(user.frame()), "rows stay");
            user.untilLine("us-prod live");
            platform.faults(0).clear();
            if (mode != Faults.Mode.UNAUTHORIZED && mode != Faults.Mode.FORBIDDEN) {
                // Who is refused waits up to a minute before asking again: too long for this test.
                user.until(
                        "live again",
                        Duration.ofSeconds(40),
                        frame ->
                                Driver.sources(frame).contains("eu-prod live")
                                        && Driver.rows(frame) == 8);
            }
        }
    }

    /** Where running watches go on, or resume at once, there is nothing to be seen. */
    private static boolean seen(Faults.Mode mode) {
        return switch (mode) {
            case CUT, UNAUTHORIZED, FORBIDDEN, THROTTLED, BROKEN, GARBAGE -> true;
            case SLOW, GONE, HALF_OPEN, HANG -> false;
        };
    }
}
