package dev.pilothouse.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script `./pilothouse`, with a build and a Java that only note that they were called. */
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class StarterTest {
    /** Ends when the test says so, or after 20 s. */
    private static final String BUILD =
            """
            #!/bin/sh
            echo built >>builds
            i=0
            while [ ! -f go ] && [ $i -lt 200 ]; do i=$((i + 1)); sleep 0.1; done
            exit $(cat result 2>/dev/null || echo 0)
            """;

    private static final Set<String> TOOLS =
            Set.of(
                    "sh",
                    "sleep",
                    "cat",
                    "mkdir",
                    "rm",
                    "mv",
                    "find",
                    "head",
                    "tail",
                    "dirname",
                    "readlink",
                    "sed",
                    "touch");

    @TempDir Path tree;
    @TempDir Path tools;

    @BeforeEach
    void aTreeThatWasNeverBuilt() throws IOException {
        Path checkout = Path.of("..").toAbsolutePath().normalize();
        Files.copy(checkout.resolve("pilothouse"), tree.resolve("pilothouse"));
        script(tree.resolve(".mvn/find-jdk.sh"), "JAVA_HOME=$home/jdk\n");
        script(tree.resolve("mvnw"), BUILD);
        script(tree.resolve("jdk/bin/java"), "#!/bin/sh\necho started >>\"$STARTS\"\n");
        for (String module : List.of("tui-app", "fx-app")) {
            Files.createDirectories(tree.resolve(module).resolve("src/main"));
            script(tree.resolve(module).resolve("target/classpath.txt"), "");
            script(tree.resolve(module).resolve("pom.xml"), "");
        }
        script(tree.resolve("pom.xml"), "");
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start(String path) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", tree.resolve("pilothouse").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(Files.createTempFile(tree, "out", "").toFile());
        builder.environment().put("PATH", path);
        builder.environment().put("STARTS", tree.resolve("starts").toString());
        return builder.start();
    }

    private long lines(String file) throws IOException {
        Path path = tree.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path).size() : 0;
    }

    private String said() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(tree)) {
            for (Path file :
                    files.filter(f -> f.getFileName().toString().startsWith("out")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void until(Condition condition) throws Exception {
        for (int i = 0; i < 400 && !condition.holds(); i++) {
            new ProcessBuilder("sleep", "0.05").start().waitFor();
        }
        assertTrue(condition.holds(), this::saidOrNothing);
    }

    private String saidOrNothing() {
        try {
            return said();
        } catch (IOException e) {
            return "";
        }
    }

    private void twoStartsBuildOnce(String path) throws Exception {
        Process first = start(path);
        until(() -> lines("builds") == 1);
        Process second = start(path);
        until(() -> said().contains("another start is building; waiting"));
        assertEquals(0, lines("starts"));
        Files.createFile(tree.resolve("go"));
        for (Process process : List.of(first, second)) {
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), this::saidOrNothing);
        }
        assertEquals(1, lines("builds"));
        assertEquals(2, lines("starts"));
    }

    /** The same tools as everywhere, but for flock. */
    private String pathWithoutFlock() throws IOException {
        for (String tool : TOOLS) {
            for (String folder : List.of("/usr/bin", "/bin")) {
                Path real = Path.of(folder, tool);
                if (Files.exists(real) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), real);
                }
            }
        }
        return tools.toString();
    }

    @Test
    void twoFirstStartsBuildOnceAndTheSecondSaysThatItWaits() throws Exception {
        twoStartsBuildOnce(System.getenv("PATH"));
    }

    @Test
    void soTheyDoWhereThereIsNoFlock() throws Exception {
        twoStartsBuildOnce(pathWithoutFlock());
    }

    @Test
    void aBuilderThatDiedIsTakenOver() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        script(tree.resolve("target/build.lock.d/pid"), Long.toString(gone.pid()));
        Files.createFile(tree.resolve("go"));
        Process start = start(pathWithoutFlock());
        assertTrue(start.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, start.exitValue(), said());
        assertEquals(1, lines("starts"));
    }

    @Test
    void aFailedBuildSaysWhereToLookAndLeavesTheLock() throws Exception {
        Files.createFile(tree.resolve("go"));
        Files.writeString(tree.resolve("result"), "1");
        List<Process> starts = new ArrayList<>();
        for (String path : List.of(System.getenv("PATH"), pathWithoutFlock())) {
            starts.add(start(path));
            assertTrue(starts.getLast().waitFor(30, TimeUnit.SECONDS));
            assertEquals(1, starts.getLast().exitValue());
        }
        assertTrue(said().contains("see target/build.log"), said());
        assertEquals(0, lines("starts"));
        assertEquals(2, lines("builds"));
    }

    @Test
    void whatIsBuiltStartsWithoutABuild() throws Exception {
        Files.createFile(tree.resolve("go"));
        for (int i = 0; i < 2; i++) {
            assertTrue(start(System.getenv("PATH")).waitFor(30, TimeUnit.SECONDS));
        }
        assertEquals(1, lines("builds"));
        assertEquals(2, lines("starts"));
    }
}
