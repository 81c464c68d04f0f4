package dev.pilothouse.connectors.kube;

import dev.pilothouse.model.Problem;
import java.io.IOException;

/** The way to the API server is broken, in words for the user; it may mend itself. */
final class RouteException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RouteException(String code, String sentence) {
        this(new Problem(code, sentence));
    }

    RouteException(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
