package dev.pilothouse.present;

import dev.pilothouse.text.CellWidth;
import dev.pilothouse.text.FlatJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a line of a log is shown. A JSON line reads as level, message, then the other fields, since
 * the message is what people look for; a plain line keeps its words. The level gives the tone.
 */
final class LogLine {
    private static final List<String> LEVELS = List.of("level", "lvl", "severity");
    private static final List<String> MESSAGES = List.of("msg", "message", "event");

    /** The time of a line is known from the kubelet already. */
    private static final List<String> TIMES = List.of("time", "ts", "timestamp", "@timestamp");

    private static final Tone[] SERIES = {
        Tone.SERIES_1, Tone.SERIES_2, Tone.SERIES_3, Tone.SERIES_4, Tone.SERIES_5, Tone.SERIES_6
    };

    private LogLine() {}

    /** A line with its time and its source where they are wanted. */
    static TextFrame.Line of(LogBuffer.Entry entry, LogChoice choice, boolean sources) {
        List<TextFrame.Span> spans = new ArrayList<>(6);
        Instant at = entry.at();
        if (choice.times() && at != null) {
            String time = at.toString();
            String clock = time.substring(11, Math.min(23, time.length() - 1));
            spans.add(new TextFrame.Span(clock + " ", Tone.QUIET));
        }
        if (sources && entry.series() >= 0) {
            String source = CellWidth.cutMiddle(entry.source(), 24);
            spans.add(new TextFrame.Span(source + " ", SERIES[entry.series() % SERIES.length]));
        }
        words(entry, choice, spans);
        return new TextFrame.Line(spans, false);
    }

    /** What a search looks at. */
    static String text(LogBuffer.Entry entry, LogChoice choice) {
        if (!choice.readable() || !json(entry.text())) {
            return entry.text();
        }
        List<TextFrame.Span> spans = new ArrayList<>(4);
        words(entry, choice, spans);
        return new TextFrame.Line(spans, false).plain();
    }

    private static boolean json(String text) {
        return text.startsWith("{") && text.endsWith("}");
    }

    private static void words(LogBuffer.Entry entry, LogChoice choice, List<TextFrame.Span> spans) {
        if (choice.readable() && json(entry.text())) {
            Optional<Map<String, String>> fields = FlatJson.fields(entry.text());
            if (fields.isPresent()) {
                readable(fields.get(), spans);
                return;
            }
        }
        Tone tone = entry.tone() == Tone.NORMAL ? plainTone(entry.text()) : entry.tone();
        spans.add(new TextFrame.Span(entry.text(), tone));
    }

    private static void readable(Map<String, String> fields, List<TextFrame.Span> spans) {
        String level = first(fields, LEVELS);
        String message = first(fields, MESSAGES);
        Tone tone = level == null ? Tone.NORMAL : tone(level);
        if (level != null) {
            String word = CellWidth.cutEnd(level.toUpperCase(Locale.ROOT), 5);
            String gap = " ".repeat(Math.max(0, 5 - CellWidth.of(word)));
            spans.add(new TextFrame.Span(word + gap + " ", tone == Tone.NORMAL ? Tone.GOOD : tone));
        }
        if (message != null) {
            spans.add(new TextFrame.Span(message + " ", tone));
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String name = field.getKey();
            if (!LEVELS.contains(name) && !MESSAGES.contains(name) && !TIMES.contains(name)) {
                spans.add(new TextFrame.Span(" " + name + "=", Tone.QUIET));
                spans.add(new TextFrame.Span(field.getValue(), tone));
            }
        }
    }

    private static @Nullable String first(Map<String, String> fields, List<String> names) {
        for (String name : names) {
            String value = fields.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Tone tone(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "error", "err", "fatal", "critical", "panic", "alert", "emergency" -> Tone.BAD;
            case "warn", "warning" -> Tone.WARN;
            case "debug", "trace" -> Tone.QUIET;
            default -> Tone.NORMAL;
        };
    }

    /** A level stands near the beginning of a line, if it has one. */
    private static Tone plainTone(String text) {
        String head = text.substring(0, Math.min(48, text.length()));
        if (head.contains("ERROR") || head.contains("FATAL") || head.contains("level=error")) {
            return Tone.BAD;
        }
        return head.contains("WARN") || head.contains("level=warn") ? Tone.WARN : Tone.NORMAL;
    }
}
