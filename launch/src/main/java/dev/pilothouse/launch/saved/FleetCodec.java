package dev.pilothouse.launch.saved;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The file format: `PHS1`, version, checksum (CRC-32C of what follows), then whose state it is and
 * the rows. Our own because a general one costs more than it gives here: the file is read before
 * the first frame, Jackson would have to be loaded and would read four times the bytes, and Java's
 * own serialisation must not be fed from files.
 */
final class FleetCodec {
    /** Raise it whenever a saved record or enum changes its shape; a test notices that. */
    static final int VERSION = 1;

    private static final int MAGIC = 0x50485331;
    private static final int HEAD = 12;

    private FleetCodec() {}

    /**
     * @param owner the cluster, server and user that the rows were seen as
     */
    static byte[] encode(SavedFleet fleet, String owner) {
        ByteWriter out = new ByteWriter();
        RowWriter rows = new RowWriter(out);
        out.text(owner);
        out.list(
                List.copyOf(fleet.until().entrySet()),
                entry -> {
                    out.choice(entry.getKey());
                    out.instant(entry.getValue());
                });
        out.list(fleet.runtimeClasses(), rows::runtimeClass);
        out.list(fleet.customs(), rows::custom);
        out.list(fleet.workloads(), rows::workload);
        out.list(fleet.revisions(), rows::revision);
        out.list(fleet.nodes(), rows::node);
        out.list(fleet.pods(), rows::pod);
        byte[] body = out.toBytes();
        return ByteBuffer.allocate(HEAD + body.length)
                .putInt(MAGIC)
                .putInt(VERSION)
                .putInt(checksum(body, 0))
                .put(body)
                .array();
    }

    /**
     * @throws IOException for a file that is not whole, not ours, of another version or of another
     *     owner
     */
    static SavedFleet decode(byte[] file, ClusterId cluster, String owner) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(file);
        if (file.length < HEAD || head.getInt() != MAGIC) {
            throw new IOException("it is not a saved state");
        }
        if (head.getInt() != VERSION) {
            throw new IOException("it was written by another version");
        }
        if (head.getInt() != checksum(file, HEAD)) {
            throw new IOException("it is damaged");
        }
        ByteReader in = new ByteReader(file, HEAD);
        RowReader rows = new RowReader(in, cluster);
        if (!in.text().equals(owner)) {
            throw new IOException("it belongs to another server or user");
        }
        return new SavedFleet(
                until(in),
                in.list(rows::runtimeClass),
                in.list(rows::custom),
                in.list(rows::workload),
                in.list(rows::revision),
                in.list(rows::node),
                in.list(rows::pod));
    }

    private static Map<Kind, Instant> until(ByteReader in) throws IOException {
        Kind[] kinds = Kind.values();
        Map<Kind, Instant> until = new EnumMap<>(Kind.class);
        int count = in.count();
        for (int i = 0; i < count; i++) {
            until.put(in.choice(kinds), in.instant());
        }
        return until;
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, bytes.length - from);
        return (int) sum.getValue();
    }
}
