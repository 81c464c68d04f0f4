package dev.pilothouse.demo.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilothouse.demo.state.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the access reviews of clients that speak protobuf, as kubectl's `auth` does: the envelope
 * `k8s\0` with a runtime.Unknown, and the few fields of k8s.io/api/authorization/v1 that are asked.
 */
final class Protobuf {
    private static final byte[] MAGIC = {'k', '8', 's', 0};

    private Protobuf() {}

    static boolean is(byte[] body) {
        return body.length > MAGIC.length
                && ByteBuffer.wrap(body, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    /** The review as JSON would have said it. */
    static ObjectNode review(byte[] body) {
        byte[] envelope = new byte[body.length - MAGIC.length];
        System.arraycopy(body, MAGIC.length, envelope, 0, envelope.length);
        Map<Integer, byte[]> unknown = fields(envelope);
        Map<Integer, byte[]> type = fields(part(unknown, 1));
        Map<Integer, byte[]> spec = fields(part(fields(part(unknown, 2)), 2));
        String kind = text(type, 2);
        ObjectNode asked = Tree.of("kind", kind, "apiVersion", text(type, 1));
        asked.set("metadata", Tree.object());
        switch (kind) {
            case "SelfSubjectAccessReview" -> asked.set("spec", access(spec));
            case "SelfSubjectRulesReview" -> asked.set("spec", Tree.of("namespace", text(spec, 1)));
            default -> {}
        }
        return asked;
    }

    private static ObjectNode access(Map<Integer, byte[]> spec) {
        if (spec.containsKey(1)) {
            Map<Integer, byte[]> what = fields(part(spec, 1));
            ObjectNode attributes = Tree.object();
            String[] names = {
                "namespace", "verb", "group", "version", "resource", "subresource", "name"
            };
            for (int i = 0; i < names.length; i++) {
                if (!text(what, i + 1).isEmpty()) {
                    attributes.put(names[i], text(what, i + 1));
                }
            }
            return Tree.of("resourceAttributes", attributes);
        }
        Map<Integer, byte[]> what = fields(part(spec, 2));
        return Tree.of(
                "nonResourceAttributes", Tree.of("path", text(what, 1), "verb", text(what, 2)));
    }

    private static byte[] part(Map<Integer, byte[]> fields, int number) {
        return fields.getOrDefault(number, new byte[0]);
    }

    private static String text(Map<Integer, byte[]> fields, int number) {
        return new String(part(fields, number), StandardCharsets.UTF_8);
    }

    /** The fields with a length; numbers are passed over. */
    private static Map<Integer, byte[]> fields(byte[] message) {
        Map<Integer, byte[]> found = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            long tag = varint(in);
            switch ((int) (tag & 7)) {
                case 0 -> varint(in);
                case 1 -> in.getLong();
                case 2 -> {
                    byte[] value = new byte[(int) varint(in)];
                    in.get(value);
                    found.put((int) (tag >> 3), value);
                }
                case 5 -> in.getInt();
                default -> throw new IllegalArgumentException("not protobuf");
            }
        }
        return found;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
