package dev.pilothouse.bench.report;

import java.util.List;

/**
 * What some values have in common.
 *
 * @param count how many
 * @param median the middle one, or the mean of the two in the middle
 */
public record Stats(int count, double median, double least, double most) {
    /**
     * @throws IllegalArgumentException where there is no value
     */
    public static Stats of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median =
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Stats(sorted.size(), median, sorted.getFirst(), sorted.getLast());
    }

    /** The value that a share of all does not exceed (nearest rank). */
    public static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
    }
}
