package dev.pilothouse.bench.terminal;

import java.util.ArrayList;
import java.util.List;

/** One control sequence: {@code ESC [ prefix parameters intermediates end}. */
record Sequence(String prefix, List<Integer> parameters, String intermediate, char end) {
    static Sequence of(String body, char end) {
        int from = 0;
        while (from < body.length() && "<=>?".indexOf(body.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < body.length() && body.charAt(to) >= '0' && body.charAt(to) <= ';') {
            to++;
        }
        return new Sequence(
                body.substring(0, from),
                numbers(body.substring(from, to)),
                body.substring(to),
                end);
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split("[;:]", -1)) {
            numbers.add(part.isEmpty() || part.length() > 6 ? -1 : Integer.parseInt(part));
        }
        return numbers;
    }

    /** A parameter, or the other value where it is left out. */
    int at(int index, int otherwise) {
        return index < parameters.size() && parameters.get(index) >= 0
                ? parameters.get(index)
                : otherwise;
    }

    boolean has(int number) {
        return parameters.contains(number);
    }

    boolean isPrivate() {
        return !prefix.isEmpty();
    }

    boolean hasIntermediate() {
        return !intermediate.isEmpty();
    }
}
