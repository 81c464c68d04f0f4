package dev.pilothouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pilothouse.demo.DemoOptions;
import dev.pilothouse.demo.DemoPlatform;
import dev.pilothouse.present.ScreenKind;
import dev.pilothouse.time.Time;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What `get` prints, against one simulated platform. */
@Timeout(60)
class GetTest {
    private static DemoPlatform platform;

    @TempDir Path home;

    @BeforeAll
    static void start() throws Exception {
        platform = DemoPlatform.start(new DemoOptions(60, 0, "calm", 1, 1, 20), Time.system());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private Shell get(int code, String... args) {
        Shell shell = new Shell(home);
        assertEquals(code, shell.run(line(args)), shell.words());
        return shell;
    }

    private static String[] line(String... args) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "get",
                                "--all-contexts",
                                "--kubeconfig",
                                platform.kubeconfig().toString()));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }

    @Test
    void everyKindPrintsInEveryFormat() {
        for (ScreenKind kind : Kinds.tables()) {
            String word = kind.word();
            long rows = get(0, word).data().lines().count() - 1;
            assertTrue(rows > 0, word);
            String wide = get(0, word, "-o", "wide").data().lines().findFirst().orElseThrow();
            String json = get(0, word, "-o", "json").data();
            assertTrue(json.startsWith("{\"version\":1,\"items\":[\n  {"), json);
            assertTrue(json.endsWith("\n]}\n"), json);
            String csv = get(0, word, "-o", "csv").data();
            int columns = csv.lines().findFirst().orElseThrow().split(",").length;
            assertTrue(wide.strip().split(" {2,}").length <= columns, wide);
            assertTrue(get(0, word, "-o", "name").data().lines().count() >= 1, word);
        }
    }

    /** Scripts rely on the fields; run with -Dgolden.update=true when one is added on purpose. */
    @Test
    void theFieldsAreThoseOfTheManual() throws Exception {
        StringBuilder table = new StringBuilder("| list | fields |\n|---|---|\n");
        for (ScreenKind kind : Kinds.tables()) {
            String head = get(0, kind.word(), "-o", "csv").data().lines().findFirst().orElseThrow();
            table.append("| `").append(kind.word()).append("` | `");
            table.append(head.replace(",", "` `")).append("` |\n");
        }
        Path manual = Path.of("..", "docs", "cli.md");
        String text = Files.readString(manual);
        String start = "<!-- fields -->\n";
        int from = text.indexOf(start) + start.length();
        int to = text.indexOf("<!-- end -->");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(manual, text.substring(0, from) + table + text.substring(to));
            return;
        }
        assertEquals(table.toString(), text.substring(from, to));
    }

    @Test
    void severalNamesArePrintedAndThoseThatAreNotThereAreSaid() {
        Shell shell = get(1, "agents", "kyc-vision", "nobody", "triage", "-o", "name");
        assertEquals(
                List.of("kyc-vision", "triage"), shell.data().lines().distinct().sorted().toList());
        assertEquals(
                "pilothouse: there is nothing named 'nobody' among the agents.\n", shell.words());
    }

    @Test
    void aNameIsTakenAsItIsAndNotAsAFilter() {
        assertTrue(get(1, "agents", "x !y restarts>0").words().contains("'x !y restarts>0'"));
        assertTrue(get(0, "agents", "-n", "no such").words().contains("namespace 'no such'"));
    }

    @Test
    void aFilterThatIsWrongIsUsage() {
        assertTrue(get(2, "pods", "--filter", "restarst>5").words().contains("character 1"));
    }

    @Test
    void aShareKeepsBothItsNumbers() {
        String json = get(0, "agents", "kyc-vision", "-o", "json").data();
        assertTrue(Pattern.compile("\"pods\":\"\\d+/\\d+\"").matcher(json).find(), json);
    }

    @Test
    void csvIsQuotedAndNoTextBecomesAFormula() {
        assertEquals("'=1+1", TablePrinter.csvText("=1+1"));
        assertEquals("'-2", TablePrinter.csvText("-2"));
        assertEquals("\"a,\"\"b\"\"\"", TablePrinter.csvText("a,\"b\""));
        assertEquals("\"'@x,y\"", TablePrinter.csvText("@x,y"));
        assertEquals("plain", TablePrinter.csvText("plain"));
    }

    @Test
    void aWatchPrintsOneDocumentForEachChangeAndEndsWithItsReader() throws Exception {
        LinesUntilClosed reader = new LinesUntilClosed();
        Shell shell = new Shell(home);
        Thread watching =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        shell.run(
                                                new PrintStream(
                                                        reader, true, StandardCharsets.UTF_8),
                                                line("pods", "--watch", "-o", "json")));
        String first = reader.next();
        assertTrue(first.startsWith("{\"version\":1,\"change\":\"added\",\"item\":{"), first);
        String change = first;
        while (change.contains("\"change\":\"added\"")) {
            change = reader.next();
        }
        assertTrue(change.startsWith("{\"version\":1,\"change\":\"modified\""), change);
        reader.gone = true;
        assertTrue(watching.join(java.time.Duration.ofSeconds(20)), "ends with its reader");
        assertEquals("", shell.words());
    }

    /** A pipe whose reader goes away. */
    private static final class LinesUntilClosed extends OutputStream {
        private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final StringBuilder line = new StringBuilder();
        volatile boolean gone;

        @Override
        public void write(int b) throws IOException {
            if (gone) {
                throw new IOException("Broken pipe");
            }
            if (b == '\n') {
                lines.add(line.toString());
                line.setLength(0);
            } else {
                line.append((char) b);
            }
        }

        String next() throws InterruptedException {
            String line = lines.poll(20, TimeUnit.SECONDS);
            assertTrue(line != null, "no line within 20 s");
            return line;
        }
    }
}
