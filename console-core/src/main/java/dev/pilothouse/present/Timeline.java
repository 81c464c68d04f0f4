package dev.pilothouse.present;

import dev.pilothouse.model.AgentVersion;
import dev.pilothouse.model.ContainerState;
import dev.pilothouse.model.EventRow;
import dev.pilothouse.model.Health;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.Termination;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one object or agent, newest first: events, restarts, new pods and rollouts, each
 * one line. Lines stay when their object is gone, since that is what one looks for.
 */
final class Timeline {
    private Timeline() {}

    /** One line. `what` is a word: the event's reason, `restart`, `new pod`, `rollout`. */
    record Entry(Key key, Instant at, Health what, ObjectKey about, String message) {}

    /** Equal for the same happening in every frame. */
    record Key(String what, ObjectKey object) {}

    static Entry event(EventRow event, ObjectKey about) {
        Health.Level level = event.warning() ? Health.Level.WARN : Health.Level.OK;
        String times = event.count() > 1 ? " (" + event.count() + " times)" : "";
        return new Entry(
                new Key("event", event.key()),
                event.last(),
                new Health(level, event.reason(), ""),
                about,
                event.message() + times);
    }

    static Entry created(PodRow pod) {
        String node = pod.node() == null ? "not scheduled yet" : "on " + pod.node();
        return new Entry(
                new Key("created", pod.key()),
                pod.created(),
                Health.ok("new pod"),
                pod.key(),
                node);
    }

    static boolean restarted(PodRow pod) {
        return newest(pod) != null;
    }

    /** The newest restart of a pod; ask {@link #restarted} first. */
    static Entry restart(PodRow pod) {
        ContainerState container = Objects.requireNonNull(newest(pod));
        Termination last = Objects.requireNonNull(container.last());
        return new Entry(
                new Key("restart " + container.name() + container.restarts(), pod.key()),
                Objects.requireNonNull(last.finished()),
                new Health(Health.Level.BAD, "restart", ""),
                pod.key(),
                container.name()
                        + " ended with exit "
                        + last.exitCode()
                        + (last.reason().isEmpty() ? "" : ", " + last.reason())
                        + "; restarts "
                        + container.restarts());
    }

    private static @Nullable ContainerState newest(PodRow pod) {
        return pod.containers().stream()
                .filter(container -> container.restarts() > 0 && ended(container) != null)
                .max(Comparator.comparing(c -> Objects.requireNonNull(ended(c))))
                .orElse(null);
    }

    private static @Nullable Instant ended(ContainerState container) {
        Termination last = container.last();
        return last == null ? null : last.finished();
    }

    static Entry rollout(AgentVersion version) {
        List<String> facts =
                Stream.of(
                                fact("image", version.image()),
                                fact("prompt", version.prompt()),
                                fact("model", version.model()),
                                version.changeCause())
                        .filter(text -> !text.isEmpty())
                        .toList();
        return new Entry(
                new Key("rollout", version.source()),
                version.created(),
                new Health(Health.Level.STARTING, "rollout", ""),
                version.source(),
                version.label() + ": " + String.join(", ", facts));
    }

    private static String fact(String name, String value) {
        return value.isEmpty() ? "" : name + " " + value;
    }

    static TableSpec<Key, Entry> spec() {
        return new TableSpec<>(
                "TIMELINE",
                List.of(
                        Column.age("age", "AGO", Entry::at),
                        Column.<Entry>state(20, Entry::what),
                        Column.name("object", "OBJECT", 34, Timeline::object),
                        Column.prose("message", "WHAT HAPPENED", 40, Entry::message)),
                Comparator.comparing(Entry::at)
                        .reversed()
                        .thenComparing(Entry::about, Orders.KEY)
                        .thenComparing(entry -> entry.key().what()),
                Entry::key,
                entry -> List.of(entry.what().word(), object(entry), entry.message()),
                (entry, label) -> null,
                new About());
    }

    private static String object(Entry entry) {
        Kind kind = entry.about().kind();
        return kind.kindName().toLowerCase(Locale.ROOT) + "/" + entry.about().name();
    }

    private static final class About implements TableSpec.About<Entry> {
        @Override
        public String cluster(Entry entry) {
            return entry.about().cluster().name();
        }

        @Override
        public String namespace(Entry entry) {
            return entry.about().namespace();
        }

        @Override
        public int severity(Entry entry) {
            return Column.severity(entry.what().level());
        }
    }
}
