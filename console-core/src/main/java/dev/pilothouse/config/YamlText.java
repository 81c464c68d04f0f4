package dev.pilothouse.config;

import dev.pilothouse.text.CleanText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Turns the bytes of a file into a tree of YAML nodes that know their places. Nothing is built from
 * the nodes here, so that repeated aliases cost nothing.
 */
final class YamlText {
    /** Bytes; a settings file is a few KB. */
    static final int LARGEST = 256 * 1024;

    private YamlText() {}

    /** The file is not YAML, or not one of ours. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        Unreadable(Fault fault) {
            super(fault.sentence());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    /** The root node; empty when there is nothing but comments. */
    static Optional<Node> parse(byte[] bytes) throws Unreadable {
        if (bytes.length > LARGEST) {
            throw new Unreadable(
                    new Fault(
                            Fault.Place.NOWHERE,
                            "the file has "
                                    + bytes.length
                                    + " bytes; settings may have "
                                    + LARGEST
                                    + ". Is it the right file?"));
        }
        String text = decode(bytes);
        LoadSettings settings =
                LoadSettings.builder()
                        .setAllowDuplicateKeys(true) // seen by us, with both places
                        .setUseMarks(true)
                        .setAllowNonScalarKeys(true) // refused by us, with their place
                        .setCodePointLimit(LARGEST)
                        .build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            throw new Unreadable(new Fault(mark == null ? start() : place(mark), sentence(e)));
        } catch (YamlEngineException e) {
            throw new Unreadable(
                    new Fault(start(), "this is not YAML: " + clean(e.getMessage()) + "."));
        } catch (StackOverflowError e) {
            throw new Unreadable(new Fault(start(), "the YAML is nested too deeply."));
        }
    }

    private static Fault.Place start() {
        return new Fault.Place(1, 1);
    }

    static Fault.Place place(Node node) {
        return node.getStartMark().map(YamlText::place).orElse(start());
    }

    private static Fault.Place place(Mark mark) {
        return new Fault.Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String sentence(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("TAB") || problem.contains("'\\t'")) {
            return "YAML is indented with spaces, not with tabs.";
        }
        return "this is not YAML: " + clean(problem) + ".";
    }

    private static String clean(@Nullable String message) {
        return CleanText.line(String.valueOf(message), 160).replaceFirst("\\.$", "");
    }

    /** Strict UTF-8, with or without a byte order mark. */
    private static String decode(byte[] bytes) throws Unreadable {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF) {
            in.position(3);
        }
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (result.isError()) {
            long line = text.chars().filter(c -> c == '\n').count() + 1;
            int column = text.length() - text.lastIndexOf('\n');
            throw new Unreadable(
                    new Fault(
                            new Fault.Place((int) line, column),
                            "this byte is not UTF-8. Save the file as UTF-8."));
        }
        return text;
    }
}
