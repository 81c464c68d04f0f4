package dev.pilothouse.fx.memory;

/** Text that is not what we write; `at` counts characters from 0. */
final class JsonException extends Exception {
    private static final long serialVersionUID = 1L;

    JsonException(String sentence, int at) {
        super(sentence + ", at character " + at);
    }
}
