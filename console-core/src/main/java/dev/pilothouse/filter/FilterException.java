package dev.pilothouse.filter;

/** A filter that cannot be understood: at which character (0 up), and what to write instead. */
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int at;

    FilterException(int at, String sentence) {
        super(sentence);
        this.at = at;
    }

    public int at() {
        return at;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
