package dev.pilothouse.error;

import dev.pilothouse.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a user will read. Its message is the problem's sentence and never carries a
 * credential.
 */
public final class ConsoleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ConsoleException(Problem problem, @Nullable Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    public ConsoleException(String code, String sentence) {
        this(new Problem(code, sentence), null);
    }

    public Problem problem() {
        return problem;
    }
}
