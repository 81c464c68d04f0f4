package dev.pilothouse.bench.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The desktop's own benchmark, headless: 50,000 rows with 200 changes a second. */
public final class Desktop implements Scenario {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Lab lab;

    Desktop(Lab lab) {
        this.lab = lab;
    }

    @Override
    public String name() {
        return "desktop";
    }

    @Override
    public void run() throws IOException, InterruptedException {
        lab.lookAround(name(), 0);
        lab.say().accept("desktop: ScaleBench");
        lab.shell()
                .run(
                        LIMIT,
                        lab.project().resolve("mvnw").toString(),
                        "-B",
                        "-q",
                        "-pl",
                        "fx-app",
                        "-am",
                        "-Dtests.only=bench",
                        "-Dtest=ScaleBench",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dspotless.check.skip",
                        "-Djacoco.skip",
                        "test");
        for (String line : printed()) {
            lab.results().note("desktop: " + line);
        }
    }

    private List<String> printed() throws IOException {
        Path reports = lab.project().resolve("fx-app/target/surefire-reports");
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith("ScaleBench-output.txt")) {
                    return Files.readAllLines(file).stream()
                            .filter(line -> line.matches(".*\\d.*"))
                            .toList();
                }
            }
        }
        return List.of("no output found");
    }
}
