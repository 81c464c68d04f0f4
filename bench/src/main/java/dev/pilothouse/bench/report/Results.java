package dev.pilothouse.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** All figures of one run, in the order in which they came. */
public final class Results {
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();

    public void add(String scenario, String metric, String program, int round, double value) {
        samples.add(new Sample(scenario, metric, program, round, value));
    }

    /**
     * How busy the machine was with other things just before a round.
     *
     * @param busy share of all cores, 0 to 1
     * @param load load average of the last minute
     */
    public void machine(String scenario, int round, double busy, double load) {
        looks.add(new Look(scenario, round, busy, load));
    }

    List<Look> looks() {
        return List.copyOf(looks);
    }

    /** One look at the machine. */
    record Look(String scenario, int round, double busy, double load) {
        /** Above this the latencies of a round are not to be trusted. */
        private static final double QUIET = 0.25;

        boolean noisy() {
            return busy > QUIET;
        }
    }

    /** Something that the reader of the figures must know. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    Set<String> scenarios() {
        Set<String> names = new LinkedHashSet<>();
        samples.forEach(sample -> names.add(sample.scenario()));
        return names;
    }

    Set<String> metrics(String scenario) {
        Set<String> names = new LinkedHashSet<>();
        samples.stream()
                .filter(sample -> sample.scenario().equals(scenario))
                .forEach(sample -> names.add(sample.metric()));
        return names;
    }

    Set<String> programs(String scenario) {
        Set<String> names = new LinkedHashSet<>();
        samples.stream()
                .filter(sample -> sample.scenario().equals(scenario))
                .forEach(sample -> names.add(sample.program()));
        return names;
    }

    /** Median and range of a figure; empty where it was not measured. */
    public Optional<Stats> stats(String scenario, String metric, String program) {
        List<Double> values =
                values(scenario, metric, program).stream().map(Sample::value).toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Stats.of(values));
    }

    public OptionalDouble median(String scenario, String metric, String program) {
        return stats(scenario, metric, program)
                .map(stats -> OptionalDouble.of(stats.median()))
                .orElse(OptionalDouble.empty());
    }

    /** Median of the ratios of the same round, which the machine's mood disturbs least. */
    public OptionalDouble ratio(String scenario, String metric, String program, String to) {
        List<Double> ratios = new ArrayList<>();
        for (Sample one : values(scenario, metric, program)) {
            values(scenario, metric, to).stream()
                    .filter(other -> other.round() == one.round() && other.value() > 0)
                    .findFirst()
                    .ifPresent(other -> ratios.add(one.value() / other.value()));
        }
        return ratios.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Stats.of(ratios).median());
    }

    private List<Sample> values(String scenario, String metric, String program) {
        return samples.stream()
                .filter(
                        sample ->
                                sample.scenario().equals(scenario)
                                        && sample.metric().equals(metric)
                                        && sample.program().equals(program))
                .toList();
    }

    /** All figures as comma-separated values with a head. */
    public String csv() {
        StringBuilder text = new StringBuilder("scenario,metric,program,round,value\n");
        for (Sample sample : samples) {
            text.append(sample.scenario())
                    .append(',')
                    .append(sample.metric())
                    .append(',')
                    .append(sample.program())
                    .append(',')
                    .append(sample.round())
                    .append(',')
                    .append(sample.value())
                    .append('\n');
        }
        return text.toString();
    }
}
