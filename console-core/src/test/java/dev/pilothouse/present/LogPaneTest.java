package dev.pilothouse.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.source.LogRequest;
import dev.pilothouse.source.LogSink;
import dev.pilothouse.source.LogStream;
import dev.pilothouse.time.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log as its reader sees it, over streams that the test ends and feeds. */
class LogPaneTest {
    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");

    private final List<ObjectKey> pods = new ArrayList<>();
    private final List<LogRequest> requests = new ArrayList<>();
    private final List<LogSink> sinks = new ArrayList<>();
    private final List<ObjectKey> closed = new ArrayList<>();
    private Instant now = START;
    private PaneState state = PaneState.START.follow(true);
    private final LogPane pane = new LogPane("Logs", new Pods(), this::reading);

    private LogPane.Reading reading(LogChoice choice) {
        LogBuffer buffer = new LogBuffer(() -> {}, choice.range() == LogRange.HEAD);
        LogStreams.Request request =
                new LogStreams.Request(choice.range(), choice.container(), false, 200);
        Time time =
                new Time() {
                    @Override
                    public Instant now() {
                        return now;
                    }

                    @Override
                    public long nanos() {
                        return 0;
                    }
                };
        return new LogPane.Reading(
                new LogStreams(new Pods(), Runnable::run, time, buffer, request), buffer);
    }

    private final class Pods implements LogStreams.Source {
        @Override
        public List<ObjectKey> pods() {
            return List.copyOf(pods);
        }

        @Override
        public List<String> containers(ObjectKey pod) {
            return List.of("agent", "proxy");
        }

        @Override
        public LogStream open(LogRequest request, LogSink sink) throws ConsoleException {
            requests.add(request);
            sinks.add(sink);
            return () -> closed.add(request.pod());
        }
    }

    private static ObjectKey pod(String name) {
        return new ObjectKey(new ClusterId("eu"), Kind.POD, "refund", name);
    }

    private void line(int stream, String text) {
        now = now.plusMillis(1);
        sinks.get(stream).line(requests.get(stream).pod(), "agent", now, text);
    }

    private TextFrame shown() {
        pane.apply(state, Scope.ALL, now);
        pane.refresh(now, false);
        state = pane.settle(state);
        return pane.body(state, now);
    }

    private String text() {
        return String.join("\n", shown().lines().stream().map(TextFrame.Line::plain).toList());
    }

    @Test
    void aRestartedContainerGoesOnWhereItsStreamEnded() {
        pods.add(pod("a"));
        shown();
        line(0, "before");
        Instant last = now;
        sinks.getFirst().ended(pod("a"), null);
        now = now.plusSeconds(1);
        shown();
        assertEquals(1, requests.size(), "too soon");
        now = now.plusSeconds(2);
        shown();
        assertEquals(2, requests.size());
        assertEquals(last, requests.getLast().since());
        sinks.getLast().line(pod("a"), "agent", last, "before");
        line(1, "after");
        assertEquals("before\nafter", text());
    }

    @Test
    void aNewPodJoinsAndOneThatLeavesIsTold() {
        pods.add(pod("a"));
        shown();
        line(0, "one");
        pods.clear();
        pods.add(pod("b"));
        now = now.plusSeconds(2);
        shown();
        line(1, "two");
        assertEquals("a one\n── b appeared\n── a is gone\nb two", text());
    }

    @Test
    void fortyPodsOpenAndTheHeadingSaysSo() {
        for (int i = 0; i < LogStreams.BOUND + 5; i++) {
            pods.add(pod("p" + i));
        }
        String title = shown().title();
        assertTrue(title.contains("60 of 60 streams open, 5 more not read"), title);
    }

    @Test
    void theSearchKeepsEveryLine() {
        pods.add(pod("a"));
        shown();
        line(0, "retry one");
        line(0, "fine");
        line(0, "Retry two");
        state = state.search("retry");
        TextFrame frame = shown();
        assertEquals(3, frame.lines().size());
        assertEquals(List.of(0, 2), pane.matches());
        state = state.filter("fine", TableFrame.FilterError.NONE);
        assertEquals("fine", text());
    }

    @Test
    void droppedLinesAreCountedAndDoNotMoveTheReader() {
        pods.add(pod("a"));
        shown();
        for (int i = 0; i < LogBuffer.LINES; i++) {
            line(0, "line " + i);
        }
        shown();
        state = state.follow(false).at(pane.keyAt(500), 500);
        for (int i = 0; i < 100; i++) {
            line(0, "more " + i);
        }
        TextFrame frame = shown();
        assertEquals("line 500", frame.lines().get(frame.cursor()).plain());
        assertTrue(frame.title().contains("100 older lines dropped"), frame.title());
    }

    @Test
    void longLinesAreBoundedInMemory() {
        pods.add(pod("a"));
        shown();
        String text = "x".repeat(16_000);
        for (int i = 0; i < 1_000; i++) {
            line(0, text);
        }
        shown();
        assertTrue((long) pane.size() * text.length() <= LogBuffer.CHARACTERS);
    }

    @Test
    void anotherRangeReadsAnew() {
        pods.add(pod("a"));
        shown();
        line(0, "old");
        pane.choose(pane.choice().range(LogRange.FIVE_MINUTES));
        assertEquals("", text());
        assertEquals(List.of(pod("a")), closed);
        assertEquals(now.minusSeconds(300), requests.getLast().since());
        assertEquals(-1, requests.getLast().tail());
        pane.choose(pane.choice().range(LogRange.HEAD));
        shown();
        assertFalse(requests.getLast().follow());
    }

    @Test
    void allContainersAreNamed() {
        pods.add(pod("a"));
        pane.choose(pane.choice().container(LogChoice.ALL_CONTAINERS));
        shown();
        line(0, "one");
        line(1, "two");
        assertEquals("a/agent one\na/proxy two", text());
    }

    @Test
    void aJsonLineReadsAsItsMessage() {
        pods.add(pod("a"));
        shown();
        line(0, "{\"ts\":1,\"level\":\"warn\",\"tool\":\"refund\",\"msg\":\"retrying\"}");
        assertEquals("WARN  retrying  tool=refund", text());
        pane.choose(pane.choice().readable(false));
        assertTrue(text().startsWith("{\"ts\""), text());
    }
}
