package dev.pilothouse.bench.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.bench.proc.ProcessTree;
import dev.pilothouse.bench.proc.Usage;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Shell scripts in a real pseudo terminal. */
@Timeout(30)
@EnabledOnOs(OS.LINUX)
class TerminalProgramTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static TerminalProgram start(String script) throws IOException {
        return TerminalProgram.start(
                new Launch(
                        List.of("/bin/sh", "-c", script),
                        Map.of("PATH", "/usr/bin:/bin"),
                        Path.of("/"),
                        60,
                        10),
                Time.system());
    }

    @Test
    void theProgramHasATerminalOfTheSizeAndIsToldOfANewOne() throws Exception {
        String script = "trap 'stty size' WINCH; stty size; while :; do read x; done";
        try (TerminalProgram program = start(script)) {
            program.await("its size", LIMIT, screen -> screen.line(0).equals("10 60"));
            program.resize(80, 24);
            program.await("its new size", LIMIT, screen -> screen.text().contains("24 80"));
            assertTrue(program.firstText() > program.started());
            assertTrue(program.bytes() > 0 && program.writes() > 0);
        }
    }

    @Test
    void aKeysTimeEndsWithTheChunkThatShowsItsEffect() throws Exception {
        String script = "stty -echo; echo ready; read x; sleep 0.2; echo got $x; sleep 10";
        try (TerminalProgram program = start(script)) {
            program.await("ready", LIMIT, screen -> screen.text().contains("ready"));
            long from = Time.system().nanos();
            Seen seen =
                    program.pressAndAwait(
                            "word<enter>", LIMIT, screen -> screen.text().contains("got word"));
            double millis = seen.millisSince(from);
            assertTrue(millis >= 195 && millis < 5_000, millis + " ms");
            assertFalse(seen.already());
            assertTrue(program.await("again", LIMIT, s -> s.text().contains("got")).already());
        }
    }

    @Test
    void whatDoesNotComeIsSaidWithTheScreen() throws Exception {
        try (TerminalProgram program = start("echo something else; sleep 10")) {
            program.await("text", LIMIT, screen -> screen.text().contains("something"));
            NotSeen late =
                    assertThrows(
                            NotSeen.class,
                            () -> program.await("rows", Duration.ofMillis(50), s -> false));
            assertTrue(late.toString().contains("something else"), late.toString());
        }
        try (TerminalProgram program = start("echo bye")) {
            NotSeen ended =
                    assertThrows(NotSeen.class, () -> program.await("rows", LIMIT, s -> false));
            assertTrue(ended.toString().contains("ended"), ended.toString());
            assertEquals(0, program.exit(LIMIT));
        }
    }

    @Test
    void theWholeTreeIsCountedAndEnded() throws Exception {
        String script =
                "sleep 60 & sleep 60 & i=0; while [ $i -lt 90000 ]; do i=$((i+1)); done; echo spun;"
                        + " wait";
        long pid;
        try (TerminalProgram program = start(script)) {
            pid = program.pid();
            program.await("spun", LIMIT, screen -> screen.text().contains("spun"));
            Usage usage = new ProcessTree(pid).usage();
            assertEquals(3, usage.processes());
            assertTrue(usage.cpu() > 0 && usage.rss() > 1 && usage.pss() < usage.rss());
            assertTrue(usage.peak() >= usage.rss() - 0.1 && usage.switches() > 0);
        }
        assertEquals(0, new ProcessTree(pid).usage().processes());
    }
}
