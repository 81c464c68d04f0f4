package dev.pilothouse.connectors.kube;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.Problem;
import dev.pilothouse.source.LogRequest;
import dev.pilothouse.source.LogSink;
import dev.pilothouse.source.LogStream;
import dev.pilothouse.text.CleanText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads one container's log line by line. A line of any length costs at most what is shown of it.
 */
final class KubeLogStream implements LogStream {
    private static final Duration HEADERS = Duration.ofSeconds(15);

    private final KubeHttp http;
    private final String path;
    private final LogRequest request;
    private final String container;
    private final LogSink sink;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable InputStream body;

    KubeLogStream(KubeHttp http, String path, LogRequest request, String container, LogSink sink) {
        this.http = http;
        this.path = path;
        this.request = request;
        this.container = container;
        this.sink = sink;
    }

    void open() throws ConsoleException {
        try {
            InputStream opened = http.get(path, HEADERS);
            body = opened;
            Thread.ofVirtual()
                    .name("log-" + request.pod().name())
                    .start(() -> read(new BufferedInputStream(opened, 1 << 15)));
        } catch (KubeException e) {
            throw new ConsoleException(logProblem(e), e);
        } catch (IOException e) {
            throw new ConsoleException(Problems.of(e, http.address()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConsoleException("kube.interrupted", "Reading the log was interrupted.");
        }
    }

    private Problem logProblem(KubeException e) {
        String what = request.pod().name();
        if (request.previous() && e.status() == 400) {
            return new Problem("kube.log", what + " has no previous run whose log is kept.");
        }
        return e.status() == 400
                ? new Problem("kube.log", "No log of " + what + " yet: " + e.getMessage() + ".")
                : Problems.of(e, http.address());
    }

    private void read(InputStream in) {
        Problem problem = null;
        try (in) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    emit(line);
                } else if (line.size() < CleanText.LINE * 4) {
                    line.write(next);
                }
            }
            if (line.size() > 0) {
                emit(line);
            }
        } catch (IOException e) {
            problem = closed.get() ? null : Problems.of(e, http.address());
        }
        sink.ended(request.pod(), problem);
    }

    private void emit(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        int space = text.indexOf(' ');
        Instant at = space < 0 ? null : time(text.substring(0, space));
        String rest = at == null ? text : text.substring(space + 1);
        sink.line(
                request.pod(), container, at, CleanText.line(rest.stripTrailing(), CleanText.LINE));
    }

    private static @Nullable Instant time(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public void close() {
        closed.set(true);
        InputStream open = body;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // The stream had ended.
            }
        }
    }
}
