package dev.pilothouse.present;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.ContainerSpec;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodView;
import dev.pilothouse.source.LogRequest;
import dev.pilothouse.source.LogSink;
import dev.pilothouse.source.LogStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds log screens: of a pod and who takes its place, or of all pods of an agent. */
final class LogScreens {
    private final ConsoleContext context;

    LogScreens(ConsoleContext context) {
        this.context = context;
    }

    ScreenSession create(Selection subject) {
        boolean previous = subject.look().equals("previous-logs");
        String what = previous ? "Previous logs" : "Logs";
        ObjectKey object = subject.object();
        boolean one = object != null && object.kind() == Kind.POD;
        LogStreams.Source source = new FleetSource(subject);
        int lines = context.options().logs().tail();
        int tail = one ? lines : Math.ceilDiv(lines, 4); // of many, each starts with a quarter
        LogPane pane =
                new LogPane(
                        what + " of " + subject.name(),
                        source,
                        choice -> reading(source, choice, previous, tail));
        return new ScreenSession(
                ScreenKind.LOGS,
                subject,
                what + " " + subject.name(),
                List.of(new ScreenSession.Part("", 1, pane, PaneState.START.follow(!previous))));
    }

    private LogPane.Reading reading(
            LogStreams.Source source, LogChoice choice, boolean previous, int tail) {
        LogBuffer buffer =
                new LogBuffer(
                        context.wake(),
                        choice.range() == LogRange.HEAD,
                        context.options().logs().lines());
        LogStreams.Request request =
                new LogStreams.Request(choice.range(), choice.container(), previous, tail);
        return new LogPane.Reading(
                new LogStreams(source, context.background(), context.time(), buffer, request),
                buffer);
    }

    /** The pods of a selection as the stores have them now. */
    private final class FleetSource implements LogStreams.Source {
        private final @Nullable AgentId agent;
        private final List<ObjectKey> line = new ArrayList<>();
        private final Set<ObjectKey> before = new HashSet<>();

        private FleetSource(Selection subject) {
            ObjectKey object = subject.object();
            if (object != null && object.kind() == Kind.POD) {
                line.add(object);
                agent =
                        context.index()
                                .pods()
                                .get(object)
                                .map(PodView::agent)
                                .orElse(subject.agent());
                ofAgent().forEach(view -> before.add(view.pod().key()));
            } else {
                agent = subject.agent();
            }
        }

        @Override
        public List<ObjectKey> pods() {
            if (line.isEmpty()) {
                List<ObjectKey> all =
                        new ArrayList<>(ofAgent().stream().map(view -> view.pod().key()).toList());
                all.sort(Orders.KEY);
                return all;
            }
            follow();
            return line.stream().filter(pod -> line.size() == 1 || here(pod)).toList();
        }

        private boolean here(ObjectKey pod) {
            return context.stores().pods().get(pod).isPresent();
        }

        /** When the pod is gone, the newest that its agent got since takes its place. */
        private void follow() {
            if (here(line.getLast()) || context.stores().pods().values().isEmpty()) {
                return;
            }
            ofAgent().stream()
                    .filter(view -> !before.contains(view.pod().key()))
                    .max(Comparator.comparing(view -> view.pod().created()))
                    .ifPresent(
                            view -> {
                                line.add(view.pod().key());
                                ofAgent().forEach(known -> before.add(known.pod().key()));
                            });
        }

        private List<PodView> ofAgent() {
            return agent == null
                    ? List.of()
                    : context.index().pods().values().stream()
                            .filter(view -> agent.equals(view.agent()))
                            .toList();
        }

        @Override
        public List<String> containers(ObjectKey pod) {
            return context.stores()
                    .pods()
                    .get(pod)
                    .map(
                            row ->
                                    row.template().containers().stream()
                                            .map(ContainerSpec::name)
                                            .toList())
                    .orElse(List.of());
        }

        @Override
        public LogStream open(LogRequest request, LogSink sink) throws ConsoleException {
            return Objects.requireNonNull(
                            context.source(request.pod().cluster()).orElse(null),
                            "the pod's cluster has a source")
                    .detail()
                    .logs(request, sink);
        }
    }
}
