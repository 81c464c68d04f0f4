package dev.pilothouse.launch;

import dev.pilothouse.text.CleanText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text of one log record: a line, and the stack trace when there is one. */
final class LogLine {
    private static final int MESSAGE = 2_000;
    private static final int TRACE = 16_000;

    /**
     * What a credential looks like in a sentence. Nothing that we log holds one; a library's
     * message might.
     */
    private static final Pattern CREDENTIAL =
            Pattern.compile(
                    "(?i)(bearer\\s+)\\S+"
                        + "|((?:token|password|passwd|secret|api[-_]?key)[\"']?\\s{0,3}[=:]\\s{0,3})\\S+"
                        + "|(eyJ)[\\w-]{8,}\\.[\\w-]+(?:\\.[\\w-]*)?|(://)[^/\\s@]+(?=@)|(-----BEGIN"
                        + " [A-Z ]*PRIVATE KEY-----)(?s:.*?)(?:-----END|$)");

    private LogLine() {}

    static String of(LogRecord record) {
        String logger = String.valueOf(record.getLoggerName());
        String head =
                record.getInstant()
                        + " "
                        + record.getLevel().getName()
                        + " "
                        + logger.substring(logger.lastIndexOf('.') + 1)
                        + ": ";
        String message = CleanText.line(masked(String.valueOf(record.getMessage())), MESSAGE);
        return head + message + "\n" + trace(record.getThrown());
    }

    private static String trace(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return CleanText.lines(masked(text.toString()), TRACE).stripTrailing() + "\n";
    }

    private static String masked(String text) {
        return CREDENTIAL.matcher(text).replaceAll("$1$2$3$4$5***");
    }
}
