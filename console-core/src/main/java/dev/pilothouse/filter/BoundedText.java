package dev.pilothouse.filter;

/**
 * A text that stops a matcher after a number of reads, so that a pattern cannot hang the console.
 */
final class BoundedText implements CharSequence {
    private String text = "";
    private int left;

    /** Another text, with so many reads. */
    void reset(String newText, int reads) {
        text = newText;
        left = reads;
    }

    /** Reads that were not used. */
    int left() {
        return Math.max(0, left);
    }

    @Override
    public char charAt(int index) {
        if (left-- <= 0) {
            throw new TooManySteps();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The pattern read too much. */
    static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }
}
