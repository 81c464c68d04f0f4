package dev.pilothouse.connectors.kube;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The head of an HTTP/1.1 message, up to and without its empty line. */
final class HttpHead {
    private static final int LONGEST = 16 << 10;

    private HttpHead() {}

    static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the proxy closed the connection");
            }
            head.append((char) next);
            if (head.length() > LONGEST) {
                throw new IOException("the proxy's answer is too long");
            }
        }
        return head.toString();
    }

    /** The value of a field; empty when absent. */
    static String field(String head, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse("");
    }

    /** The status of an answer; 0 when it is none. */
    static int status(String head) {
        String[] words = head.split(" ", 3);
        return words.length > 1 && words[0].startsWith("HTTP/") && words[1].matches("\\d{3}")
                ? Integer.parseInt(words[1].strip())
                : 0;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
