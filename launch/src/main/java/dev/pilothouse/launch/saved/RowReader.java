package dev.pilothouse.launch.saved;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.Condition;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.ContainerState;
import dev.pilothouse.model.CustomRow;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.Managed;
import dev.pilothouse.model.NodeRow;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.OwnerRef;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.PodTemplate;
import dev.pilothouse.model.Replicas;
import dev.pilothouse.model.Resources;
import dev.pilothouse.model.RevisionRow;
import dev.pilothouse.model.RuntimeClassRow;
import dev.pilothouse.model.Termination;
import dev.pilothouse.model.WorkloadRow;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the rows that {@link RowWriter} wrote; Java evaluates arguments from left to right. */
final class RowReader {
    private static final Kind[] KINDS = Kind.values();
    private static final Health.Level[] LEVELS = Health.Level.values();
    private static final Managed.Manager[] MANAGERS = Managed.Manager.values();

    private final ByteReader in;
    private final ClusterId cluster;

    RowReader(ByteReader in, ClusterId cluster) {
        this.in = in;
        this.cluster = cluster;
    }

    PodRow pod() throws IOException {
        return new PodRow(
                key(),
                in.text(),
                template(),
                owner(),
                in.textOrNull(),
                in.instant(),
                in.instantOrNull(),
                in.text(),
                health(),
                in.list(this::container),
                in.instantOrNull());
    }

    WorkloadRow workload() throws IOException {
        return new WorkloadRow(
                key(),
                in.text(),
                in.instant(),
                owner(),
                in.map(),
                in.map(),
                template(),
                replicas(),
                in.flag(),
                in.flag(),
                in.text(),
                in.list(this::condition),
                managed(),
                health());
    }

    RevisionRow revision() throws IOException {
        return new RevisionRow(
                key(),
                in.text(),
                in.instant(),
                owner(),
                in.number(),
                template(),
                replicas(),
                in.text());
    }

    NodeRow node() throws IOException {
        return new NodeRow(
                key(),
                in.text(),
                in.instant(),
                in.texts(),
                in.text(),
                in.text(),
                in.text(),
                resources(),
                in.number(),
                in.flag(),
                in.texts(),
                in.list(this::condition),
                in.map(),
                health());
    }

    CustomRow custom() throws IOException {
        return new CustomRow(
                key(),
                in.text(),
                in.instant(),
                owner(),
                in.map(),
                in.map(),
                template(),
                replicas(),
                in.text(),
                in.text(),
                in.text(),
                in.list(this::condition),
                managed(),
                health());
    }

    RuntimeClassRow runtimeClass() throws IOException {
        return new RuntimeClassRow(key(), in.text());
    }

    private ObjectKey key() throws IOException {
        return new ObjectKey(cluster, in.choice(KINDS), in.text(), in.text());
    }

    private @Nullable OwnerRef owner() throws IOException {
        return in.shared(
                OwnerRef.class, () -> new OwnerRef(in.text(), in.text(), in.text(), in.text()));
    }

    private PodTemplate template() throws IOException {
        return in.sharedOr(
                PodTemplate.class,
                () ->
                        new PodTemplate(
                                in.map(),
                                in.map(),
                                in.list(this::spec),
                                in.list(this::spec),
                                in.textOrNull(),
                                in.texts(),
                                in.texts(),
                                in.texts()));
    }

    private ContainerSpec spec() throws IOException {
        return new ContainerSpec(in.text(), in.text(), resources(), resources(), in.map());
    }

    private Resources resources() throws IOException {
        return new Resources(in.number(), in.number(), in.map(in::number));
    }

    private Replicas replicas() throws IOException {
        return new Replicas(number(), number(), number(), number(), number());
    }

    private Condition condition() throws IOException {
        return new Condition(in.text(), in.text(), in.text(), in.text(), in.instantOrNull());
    }

    private Managed managed() throws IOException {
        return new Managed(in.choice(MANAGERS), in.text(), in.text());
    }

    private Health health() throws IOException {
        return in.sharedOr(Health.class, () -> new Health(in.choice(LEVELS), in.text(), in.text()));
    }

    private ContainerState container() throws IOException {
        return new ContainerState(
                in.text(),
                in.flag(),
                in.flag(),
                number(),
                current(),
                in.flag() ? termination() : null);
    }

    private ContainerState.Current current() throws IOException {
        int which = in.count();
        return switch (which) {
            case 0 -> new ContainerState.Current.Unknown();
            case 1 -> new ContainerState.Current.Running(in.instantOrNull());
            case 2 -> new ContainerState.Current.Waiting(in.text(), in.textOrNull());
            case 3 -> new ContainerState.Current.Ended(termination());
            default -> throw new IOException("a container state is unknown");
        };
    }

    private Termination termination() throws IOException {
        return new Termination(number(), in.text(), in.textOrNull(), in.instantOrNull());
    }

    private int number() throws IOException {
        return (int) in.number();
    }
}
