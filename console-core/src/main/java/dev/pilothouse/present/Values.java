package dev.pilothouse.present;

import dev.pilothouse.model.Value;

/** Order of values. Absent ones come last whichever way the table is turned. */
final class Values {
    private Values() {}

    static int compare(Value a, Value b, boolean descending) {
        boolean noA = a instanceof Value.Absent;
        boolean noB = b instanceof Value.Absent;
        if (noA || noB) {
            return Boolean.compare(noA, noB);
        }
        int natural = compare(a, b);
        return descending ? -natural : natural;
    }

    private static int compare(Value a, Value b) {
        return switch (a) {
            case Value.Text(String text) when b instanceof Value.Text(String other) ->
                    text.compareToIgnoreCase(other);
            case Value.Amount(double amount) when b instanceof Value.Amount(double other) ->
                    Double.compare(amount, other);
            // A young age is a small one, so the later moment comes first.
            case Value.Moment moment when b instanceof Value.Moment other ->
                    other.at().compareTo(moment.at());
            case Value.State state when b instanceof Value.State other ->
                    Integer.compare(state.severity(), other.severity());
            case Value.Flag(boolean set) when b instanceof Value.Flag(boolean other) ->
                    Boolean.compare(set, other);
            case Value.Text ignored -> -1;
            case Value.Amount ignored -> -1;
            case Value.Moment ignored -> -1;
            case Value.State ignored -> -1;
            case Value.Flag ignored -> -1;
            case Value.Absent ignored -> 1;
        };
    }
}
