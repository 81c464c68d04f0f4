package dev.pilothouse.present;

import dev.pilothouse.error.ConsoleException;
import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.AgentVersion;
import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.EventRow;
import dev.pilothouse.model.Evidence;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import dev.pilothouse.model.PodRow;
import dev.pilothouse.model.PodView;
import dev.pilothouse.source.ClusterSource;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Builds the panes of each screen. */
final class ScreenFactory {
    private final ConsoleContext context;
    private final Notices notices;
    private final Summaries summaries;
    private final LongSupplier frames;

    /**
     * @param frames how many frames the view has made
     */
    ScreenFactory(ConsoleContext context, LongSupplier frames) {
        this.frames = frames;
        this.context = context;
        notices = new Notices(context);
        summaries = new Summaries(context);
    }

    /** Kinds that a screen cannot do without; they are followed before the rest. */
    static Set<Kind> needs(ScreenKind screen) {
        return switch (screen) {
            case PODS -> EnumSet.of(Kind.POD);
            case NODES -> EnumSet.of(Kind.NODE, Kind.POD);
            case EVENTS -> EnumSet.of(Kind.EVENT);
            case CLUSTERS, SELF, JOURNAL -> EnumSet.noneOf(Kind.class);
            case FLEET, AGENT, WORKLOADS, VERSIONS, EXPLAIN, LOGS, YAML, DESCRIBE, TIMELINE ->
                    everything();
        };
    }

    static Set<Kind> everything() {
        return EnumSet.complementOf(
                EnumSet.of(
                        Kind.NAMESPACE,
                        Kind.CONFIG_MAP,
                        Kind.RESOURCE_CLAIM,
                        Kind.RESOURCE_CLAIM_TEMPLATE));
    }

    ScreenSession create(ScreenKind kind, Selection subject) {
        context.follow(needs(kind));
        boolean many = context.manyClusters();
        return switch (kind) {
            case FLEET ->
                    whole(
                            kind,
                            subject,
                            new TablePane<>(
                                    "Agents",
                                    new TableModel<>(
                                            AgentTable.spec(many),
                                            RowFeed.of(context.index().agents(), context.wake())),
                                    row -> Selection.of(row.id()),
                                    () -> notices.empty("agents", Kind.DEPLOYMENT),
                                    context.options().zone()));
            case PODS -> whole(kind, subject, pods("Pods", podScope(subject)));
            case NODES ->
                    whole(
                            kind,
                            subject,
                            new TablePane<>(
                                    "Nodes",
                                    new TableModel<>(
                                            MoreTables.nodes(many),
                                            RowFeed.of(context.index().nodes(), context.wake())),
                                    row -> Selection.of(row.node().key()),
                                    () -> notices.empty("nodes", Kind.NODE),
                                    context.options().zone()));
            case WORKLOADS -> whole(kind, subject, workloads(many));
            case EVENTS -> whole(kind, subject, events(event -> about(event, subject)));
            case VERSIONS -> whole(kind, subject, versions(subject.agent()));
            case CLUSTERS ->
                    whole(
                            kind,
                            subject,
                            new TablePane<>(
                                    "Clusters",
                                    new TableModel<>(
                                            MoreTables.clusters(),
                                            RowFeed.of(
                                                    context.stores().clusters(), context.wake())),
                                    row -> new Selection(null, null, row.id(), row.id().name(), ""),
                                    () -> notices.noKubeconfig(),
                                    context.options().zone()));
            case AGENT -> agent(subject);
            case EXPLAIN -> whole(kind, subject, explanation(subject));
            case YAML -> whole(kind, subject, loaded("YAML of " + subject.name(), subject, true));
            case DESCRIBE -> whole(kind, subject, loaded(subject.name(), subject, false));
            case LOGS -> new LogScreens(context).create(subject);
            case TIMELINE -> whole(kind, subject, timeline(subject));
            case JOURNAL ->
                    whole(
                            kind,
                            subject,
                            new LinesPane(
                                    "Journal", LinesPane.Source.of(now -> summaries.journal())));
            case SELF ->
                    whole(
                            kind,
                            subject,
                            new LinesPane(
                                    "Console",
                                    LinesPane.Source.of(new SelfPanel(context, frames)::lines)));
        };
    }

    private static ScreenSession whole(ScreenKind kind, Selection subject, PaneModel pane) {
        String crumb =
                subject.name().isEmpty() ? kind.title() : kind.title() + " " + subject.name();
        return new ScreenSession(kind, subject, crumb, List.of(ScreenSession.Part.whole(pane)));
    }

    private static Predicate<PodView> podScope(Selection subject) {
        AgentId agent = subject.agent();
        if (agent != null) {
            return view -> agent.equals(view.agent());
        }
        ObjectKey object = subject.object();
        if (object != null && object.kind() == Kind.NODE) {
            return view ->
                    object.name().equals(view.pod().node())
                            && object.cluster().equals(view.pod().key().cluster());
        }
        return view -> true;
    }

    private TablePane<ObjectKey, PodView> pods(String title, Predicate<PodView> scope) {
        RowFeed<ObjectKey, PodView> feed = RowFeed.of(context.index().pods(), context.wake());
        return new TablePane<>(
                title,
                new TableModel<>(
                        PodTable.spec(context.manyClusters()),
                        feed.only(scope, view -> view.pod().key())),
                view ->
                        new Selection(
                                view.agent(),
                                view.pod().key(),
                                view.pod().key().cluster(),
                                view.pod().key().name(),
                                ""),
                () -> notices.empty("pods", Kind.POD),
                context.options().zone());
    }

    private TablePane<ObjectKey, WorkloadTable.Line> workloads(boolean many) {
        RowFeed<ObjectKey, WorkloadTable.Line> core =
                RowFeed.of(context.stores().workloads(), context.wake())
                        .map(WorkloadTable.Line::of);
        RowFeed<ObjectKey, WorkloadTable.Line> custom =
                RowFeed.of(context.stores().customs(), context.wake()).map(WorkloadTable.Line::of);
        return new TablePane<>(
                "Workloads",
                new TableModel<>(WorkloadTable.spec(many), core.and(custom)),
                line ->
                        new Selection(
                                context.index().agentOf(line.key()).orElse(null),
                                line.key(),
                                line.key().cluster(),
                                line.key().name(),
                                ""),
                () -> notices.empty("workloads", Kind.DEPLOYMENT),
                context.options().zone());
    }

    private TablePane<ObjectKey, EventRow> events(Predicate<EventRow> scope) {
        RowFeed<ObjectKey, EventRow> feed = RowFeed.of(context.stores().events(), context.wake());
        return new TablePane<>(
                "Events",
                new TableModel<>(
                        MoreTables.events(context.manyClusters()), feed.only(scope, EventRow::key)),
                event -> Selection.of(subjectOf(event)),
                () -> notices.empty("events", Kind.EVENT),
                context.options().zone());
    }

    private static ObjectKey subjectOf(EventRow event) {
        for (Kind kind : Kind.values()) {
            if (kind.kindName().equals(event.about().kind())) {
                return new ObjectKey(
                        event.key().cluster(),
                        kind,
                        event.about().namespace(),
                        event.about().name());
            }
        }
        return event.key();
    }

    private boolean about(EventRow event, Selection subject) {
        AgentId agent = subject.agent();
        if (agent != null) {
            return event.key().cluster().equals(agent.cluster())
                    && context.index().agentOf(subjectOf(event)).filter(agent::equals).isPresent();
        }
        ObjectKey object = subject.object();
        return object == null
                || (event.key().cluster().equals(object.cluster())
                        && event.about().kind().equals(object.kind().kindName())
                        && event.about().namespace().equals(object.namespace())
                        && event.about().name().equals(object.name()));
    }

    /** Everything that happened to one object, and to the agent it is part of. */
    private TablePane<Timeline.Key, Timeline.Entry> timeline(Selection subject) {
        ObjectKey object = subject.object();
        AgentId agent =
                subject.agent() != null || object == null
                        ? subject.agent()
                        : context.index().agentOf(object).orElse(null);
        Predicate<PodView> mine =
                object != null && object.kind() == Kind.POD
                        ? view -> view.pod().key().equals(object)
                        : podScope(agent == null ? subject : Selection.of(agent));
        RowFeed<Timeline.Key, Timeline.Entry> all =
                RowFeed.of(context.stores().events(), context.wake())
                        .only(event -> about(event, subject), EventRow::key)
                        .<Timeline.Key, Timeline.Entry>kept(
                                event -> Timeline.event(event, subjectOf(event)))
                        .and(podTimes(mine, pod -> true, Timeline::created))
                        .and(podTimes(mine, Timeline::restarted, Timeline::restart))
                        .and(
                                RowFeed.of(context.index().versions(), context.wake())
                                        .only(v -> v.agent().equals(agent), AgentVersion::key)
                                        .kept(Timeline::rollout));
        return new TablePane<>(
                "Timeline",
                new TableModel<>(Timeline.spec(), all),
                entry -> Selection.of(entry.about()),
                () -> notices.empty("happenings", Kind.EVENT),
                context.options().zone());
    }

    private RowFeed<Timeline.Key, Timeline.Entry> podTimes(
            Predicate<PodView> mine,
            Predicate<PodRow> wanted,
            Function<PodRow, Timeline.Entry> entry) {
        return RowFeed.of(context.index().pods(), context.wake())
                .only(view -> mine.test(view) && wanted.test(view.pod()), view -> view.pod().key())
                .kept(view -> entry.apply(view.pod()));
    }

    private TablePane<AgentVersion.Key, AgentVersion> versions(@Nullable AgentId agent) {
        RowFeed<AgentVersion.Key, AgentVersion> feed =
                RowFeed.of(context.index().versions(), context.wake());
        return new TablePane<>(
                "Versions",
                new TableModel<>(
                        MoreTables.versions(context.manyClusters()),
                        feed.only(
                                v -> agent == null || agent.equals(v.agent()), AgentVersion::key)),
                v ->
                        new Selection(
                                v.agent(),
                                v.source(),
                                v.agent().cluster(),
                                v.agent().name() + " " + v.label(),
                                ""),
                () -> notices.empty("versions", Kind.REPLICA_SET),
                context.options().zone());
    }

    private ScreenSession agent(Selection subject) {
        AgentId id = subject.agent();
        if (id == null) {
            return whole(ScreenKind.DESCRIBE, subject, loaded(subject.name(), subject, false));
        }
        Selection whole = Selection.of(id);
        LinesPane summary =
                new LinesPane("Summary", LinesPane.Source.of(now -> summaries.agent(id, now)));
        List<ScreenSession.Part> parts =
                List.of(
                        new ScreenSession.Part("Summary", 0, summary, PaneState.START),
                        new ScreenSession.Part(
                                "Pods", 3, pods("Pods", podScope(whole)), PaneState.START),
                        new ScreenSession.Part("Versions", 2, versions(id), PaneState.START),
                        new ScreenSession.Part(
                                "Events",
                                2,
                                events(event -> about(event, whole)),
                                PaneState.START));
        ScreenSession screen = new ScreenSession(ScreenKind.AGENT, whole, id.name(), parts);
        screen.focus = 1;
        return screen;
    }

    private LinesPane explanation(Selection subject) {
        ClusterId cluster = subject.cluster();
        return subject.agent() == null && subject.object() == null && cluster != null
                ? new LinesPane(
                        "Cluster " + cluster,
                        LinesPane.Source.of(
                                now -> new ClusterLines(context.stores()).lines(cluster, now)))
                : evidence(subject);
    }

    private LinesPane evidence(Selection subject) {
        AtomicReference<List<Evidence>> shown = new AtomicReference<>(List.of());
        Function<Instant, @Nullable List<TextFrame.Line>> make =
                now -> {
                    AgentId agent = subject.agent();
                    ObjectKey object = subject.object();
                    List<Evidence> lines =
                            object != null && !(agent != null && object.kind() != Kind.POD)
                                    ? context.explain().object(object, now)
                                    : agent != null
                                            ? context.explain().agent(agent, now)
                                            : List.of();
                    shown.set(lines);
                    return lines.stream().map(Summaries::evidence).toList();
                };
        return new LinesPane(
                "Why is " + subject.name() + " like this",
                new LinesPane.Source(make, line -> jump(shown.get(), line), true, () -> {}));
    }

    private Selection jump(List<Evidence> lines, int at) {
        if (at < 0 || at >= lines.size()) {
            return Selection.NOTHING;
        }
        Evidence line = lines.get(at);
        ObjectKey object = line.subject();
        return object == null
                ? Selection.NOTHING
                : new Selection(
                        context.index().agentOf(object).orElse(null),
                        object,
                        object.cluster(),
                        object.name(),
                        line.look());
    }

    /** YAML or a description, read in the background once. */
    private LinesPane loaded(String title, Selection subject, boolean yaml) {
        AtomicReference<@Nullable List<TextFrame.Line>> result = new AtomicReference<>();
        ObjectKey object = objectOf(subject);
        Optional<ClusterSource> source =
                object == null ? Optional.empty() : context.source(object.cluster());
        if (object == null || source.isEmpty()) {
            result.set(List.of(TextFrame.Line.of("There is no object to read here.", Tone.QUIET)));
        } else {
            context.background()
                    .execute(
                            () -> {
                                result.set(read(source.get(), object, yaml));
                                context.wake().run();
                            });
        }
        return new LinesPane(title, LinesPane.Source.of(now -> result.get()));
    }

    private static List<TextFrame.Line> read(ClusterSource source, ObjectKey object, boolean yaml) {
        try {
            String text = yaml ? source.detail().yaml(object) : source.detail().describe(object);
            return text.lines()
                    .map(line -> yaml ? YamlTones.line(line) : TextFrame.Line.of(line))
                    .toList();
        } catch (ConsoleException e) {
            return List.of(TextFrame.Line.of(e.problem().sentence(), Tone.BAD));
        }
    }

    /** The object a text is about: the selected one, else the agent's first. */
    private @Nullable ObjectKey objectOf(Selection subject) {
        AgentId agent = subject.agent();
        if (subject.object() != null || agent == null) {
            return subject.object();
        }
        return context.index()
                .agents()
                .get(agent)
                .filter(row -> !row.objects().isEmpty())
                .map(row -> row.objects().getFirst())
                .orElse(null);
    }
}
