package dev.pilothouse.connectors.kube;

import java.io.IOException;

/** The API server answered with an error. */
final class KubeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;
    private final long retryAfter;

    /** `retryAfter` in seconds, 0 when the server named none. */
    KubeException(int status, String reason, String message, long retryAfter) {
        super(message.isEmpty() ? "HTTP " + status : message);
        this.status = status;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    long retryAfter() {
        return retryAfter;
    }

    boolean gone() {
        return status == 410 || reason.equals("Expired") || reason.equals("Gone");
    }
}
