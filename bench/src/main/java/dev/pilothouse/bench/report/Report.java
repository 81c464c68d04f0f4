package dev.pilothouse.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Writes the figures of a run as a Markdown page. */
public final class Report {
    private final Results results;
    private final StringBuilder page = new StringBuilder();

    private Report(Results results) {
        this.results = results;
    }

    /**
     * @param facts what the reader must know about the run, by name
     */
    public static String of(Results results, Map<String, String> facts) {
        Report report = new Report(results);
        report.head(facts);
        report.bars();
        results.scenarios().forEach(report::scenario);
        report.notes();
        report.method();
        return report.page.toString();
    }

    private void head(Map<String, String> facts) {
        line("# Benchmarks");
        line("");
        line("Written by `bench/run`; do not edit. Figures are medians.");
        line("");
        line("| | |");
        line("|---|---|");
        facts.forEach((name, value) -> line("| " + name + " | " + value + " |"));
        List<Results.Look> looks = results.looks();
        long noisy = looks.stream().filter(Results.Look::noisy).count();
        double busiest = looks.stream().mapToDouble(Results.Look::busy).max().orElse(0);
        line(
                "| noisy | %s: %d of %d looks found other work on more than a quarter of the cores (most %.0f %%)%s |"
                        .formatted(
                                noisy > 0 ? "**yes**" : "no",
                                noisy,
                                looks.size(),
                                100 * busiest,
                                noisy > 0
                                        ? "; take latencies as hints, and memory, bytes and CPU"
                                                + " seconds as they are"
                                        : ""));
        line("");
    }

    private void bars() {
        line("## Bars");
        line("");
        line("| what | ours | bar | |");
        line("|---|---|---|---|");
        for (Bar bar : Bars.of(results)) {
            line(
                    "| %s | %s | %s | %s |"
                            .formatted(bar.what(), bar.figure(), bar.bar(), bar.verdict()));
        }
        line("");
    }

    private void scenario(String scenario) {
        Set<String> programs = results.programs(scenario);
        line("## " + scenario);
        line("");
        line("| | " + String.join(" | ", programs) + " |");
        line("|---" + "|---".repeat(programs.size()) + "|");
        for (String metric : results.metrics(scenario)) {
            StringBuilder row = new StringBuilder("| " + metric);
            for (String program : programs) {
                row.append(" | ").append(cell(scenario, metric, program));
            }
            line(row + " |");
        }
        line("");
    }

    private String cell(String scenario, String metric, String program) {
        return results.stats(scenario, metric, program)
                .map(
                        stats -> {
                            String text = Bar.text(stats.median());
                            if (stats.count() > 1) {
                                text +=
                                        " ("
                                                + Bar.text(stats.least())
                                                + "-"
                                                + Bar.text(stats.most())
                                                + ")";
                            }
                            OptionalDouble ratio =
                                    results.ratio(scenario, metric, program, "sofka");
                            return program.equals("sofka") || ratio.isEmpty()
                                    ? text
                                    : text
                                            + String.format(
                                                    Locale.ROOT,
                                                    ", %sx",
                                                    Bar.text(ratio.getAsDouble()));
                        })
                .orElse("-");
    }

    private void notes() {
        if (!results.notes().isEmpty()) {
            line("## Notes");
            line("");
            results.notes().forEach(note -> line("- " + note.replace("|", "\\|")));
            line("");
        }
    }

    private void method() {
        line("## How it is measured");
        line("");
        line(
                """
                - Programs run in a pseudo terminal of 180x50 on one cluster, in rounds that begin with another program each; ratios
                  (`x`) are medians of the ratios to sofka in the same round. `(same again)` is sofka once more: its ratio is the noise.
                - One thread reads what a program writes and stamps it; conditions are tested on a screen model after each chunk, and a
                  time ends with the chunk that made its condition true. Questions to the terminal are answered at once.
                - *All rows* asks for the number in the title and a row on the screen. Filter keys are sent in one burst; the table must
                  show the one pod and nothing else. *Change to screen* counts from before the request that changes a visible pod.
                - Memory, CPU and context switches are of the whole process tree, from /proc. Live heap is what a full collection leaves.
                - Homes are empty for each start but the *second start*'s; update checks are off, peers run read-only.
                - Before each round the machine is watched for 2 s with only the servers running: that is the *noisy* line.\
                """);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
