package dev.pilothouse.connectors.kube;

import dev.pilothouse.model.Problem;
import dev.pilothouse.text.CleanText;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Failed handshakes in words for the user. */
final class TlsProblems {
    /** How the JDK words the end of a certificate's life. */
    private static final DateTimeFormatter JDK_DATE =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.US);

    private TlsProblems() {}

    static Problem of(Throwable failure, String server) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return problem(
                        "The certificate of "
                                + server
                                + " expired on "
                                + date(cause.getMessage())
                                + ". Have it renewed by who runs the cluster.");
            }
            if (cause instanceof CertificateNotYetValidException) {
                return problem(
                        "The certificate of "
                                + server
                                + " is not valid before "
                                + date(cause.getMessage())
                                + ". Check the clock of this machine.");
            }
        }
        String said = said(failure);
        if (said.contains("No subject alternative") || said.contains("No name matching")) {
            return problem(
                    "The certificate of "
                            + server
                            + " is for other names. Set tls-server-name in the kubeconfig to one"
                            + " of its names, or correct server.");
        }
        if (said.contains("PKIX path")) {
            return problem(
                    "The certificate of "
                            + server
                            + " is signed by nobody we trust. Set certificate-authority in the"
                            + " kubeconfig to the cluster's own.");
        }
        return problem(
                "No secure connection to "
                        + server
                        + ": "
                        + said
                        + ". Check server and certificate-authority in the kubeconfig.");
    }

    private static Problem problem(String sentence) {
        return new Problem("kube.tls", sentence);
    }

    private static String said(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && all.indexOf(message) < 0) {
                all.append(all.isEmpty() ? "" : ": ").append(message);
            }
        }
        return CleanText.line(all.toString(), 300);
    }

    private static String date(@Nullable String message) {
        String text = message == null ? "" : message.substring(message.indexOf(':') + 1).strip();
        try {
            return ZonedDateTime.parse(text, JDK_DATE).toLocalDate().toString();
        } catch (DateTimeException e) {
            return CleanText.line(text, 60);
        }
    }
}
