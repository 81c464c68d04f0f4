package dev.pilothouse.present;

import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.ClusterRow;
import dev.pilothouse.model.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Fills the pickers: the palette holds every page, object, cluster and command. */
final class Choices {
    private final ConsoleContext context;
    private final ViewSession view;

    Choices(ConsoleContext context, ViewSession view) {
        this.context = context;
        this.view = view;
    }

    Overlay.Picker palette() {
        List<Overlay.Choice> all = new ArrayList<>();
        for (ScreenKind screen : ScreenKind.values()) {
            all.add(
                    choice(
                            screen.word(),
                            screen.title(),
                            screen.help(),
                            "",
                            rest -> view.open(screen, rest)));
        }
        for (Command command : Command.values()) {
            if (command.group() != Command.Group.MOVE
                    && command != Command.PALETTE
                    && command != Command.OPEN) {
                String key = context.options().keys().keyOf(command);
                all.add(
                        choice(
                                command.id(),
                                command.title(),
                                "command",
                                key,
                                rest -> view.runFromPalette(command)));
            }
        }
        context.stores().clusters().values().stream()
                .sorted(Comparator.comparing(ClusterRow::id))
                .forEach(cluster -> all.add(cluster(cluster)));
        for (String namespace : namespaceNames()) {
            all.add(
                    choice(
                            namespace,
                            namespace,
                            "namespace",
                            "",
                            rest ->
                                    view.narrow(
                                            new Scope(
                                                    view.scope().clusters(), Set.of(namespace)))));
        }
        context.index().agents().values().stream()
                .sorted(
                        Comparator.comparing((AgentRow row) -> row.id().name())
                                .thenComparing(row -> row.id().cluster()))
                .forEach(
                        row ->
                                all.add(
                                        choice(
                                                row.id().name(),
                                                row.id().name(),
                                                "agent in "
                                                        + row.id().cluster()
                                                        + ", "
                                                        + row.health().word(),
                                                "",
                                                rest ->
                                                        view.show(
                                                                ScreenKind.AGENT,
                                                                Selection.of(row.id())))));
        return new Overlay.Picker("Go to or run", LineEdit.EMPTY, List.copyOf(all), 0);
    }

    private Overlay.Choice cluster(ClusterRow row) {
        return choice(
                row.id().name(),
                row.id().name(),
                "cluster, " + MoreTables.clusterHealth(row).word(),
                "",
                rest -> {
                    context.source(row.id())
                            .ifPresent(source -> source.open(ScreenFactory.everything()));
                    view.narrow(new Scope(Set.of(row.id().name()), Set.of()));
                });
    }

    private Set<String> namespaceNames() {
        Set<String> names = new TreeSet<>();
        context.stores().pods().values().forEach(pod -> names.add(pod.key().namespace()));
        context.stores().workloads().values().forEach(row -> names.add(row.key().namespace()));
        return names;
    }

    Overlay.Picker namespaces() {
        List<Overlay.Choice> all = new ArrayList<>();
        all.add(
                choice(
                        "all",
                        "all namespaces",
                        "",
                        "",
                        rest -> view.narrow(new Scope(view.scope().clusters(), Set.of()))));
        for (String name : namespaceNames()) {
            all.add(
                    choice(
                            name,
                            name,
                            "",
                            "",
                            rest -> view.narrow(new Scope(view.scope().clusters(), Set.of(name)))));
        }
        return new Overlay.Picker("Namespaces", LineEdit.EMPTY, List.copyOf(all), 0);
    }

    Overlay.Picker sort(ScreenSession screen) {
        List<Overlay.Choice> all = new ArrayList<>();
        all.add(choice("default", "the screen's own order", "", "", rest -> view.sort(null)));
        if (screen.pane().body(screen.state(), context.time().now()) instanceof TableFrame table) {
            for (ColumnHead column : table.columns()) {
                all.add(
                        choice(
                                column.id(),
                                column.title(),
                                column.id(),
                                "",
                                rest -> view.sort(column.id())));
            }
        }
        return new Overlay.Picker("Sort by", LineEdit.EMPTY, List.copyOf(all), 0);
    }

    Overlay.Picker copy(ScreenSession screen) {
        Selection selection = screen.selection();
        List<Overlay.Choice> all = new ArrayList<>();
        all.add(copy("name", selection.name()));
        ObjectKey object = selection.object();
        if (object != null) {
            all.add(
                    copy(
                            "namespace/name",
                            object.namespace().isEmpty()
                                    ? object.name()
                                    : object.namespace() + "/" + object.name()));
            String namespace = object.namespace().isEmpty() ? "" : " -n " + object.namespace();
            all.add(
                    copy(
                            "kubectl command",
                            "kubectl --context "
                                    + object.cluster()
                                    + namespace
                                    + " get "
                                    + object.kind().plural()
                                    + " "
                                    + object.name()
                                    + " -o yaml"));
        }
        BodyFrame body = screen.pane().body(screen.state(), context.time().now());
        if (body instanceof TableFrame table && table.cursor().row() >= 0) {
            all.add(copy("row", row(table)));
        }
        if (body instanceof TextFrame text
                && text.cursor() >= 0
                && text.cursor() < text.lines().size()) {
            all.add(copy("line", text.lines().get(text.cursor()).plain()));
        }
        return new Overlay.Picker("Copy", LineEdit.EMPTY, List.copyOf(all), 0);
    }

    private static String row(TableFrame table) {
        StringBuilder row = new StringBuilder();
        for (int column = 0; column < table.columns().size(); column++) {
            row.append(column == 0 ? "" : "\t")
                    .append(table.rows().cell(table.cursor().row(), column).text());
        }
        return row.toString();
    }

    private Overlay.Choice copy(String what, String text) {
        return choice(
                what,
                what,
                text.length() > 80 ? text.substring(0, 80) : text,
                "",
                rest -> {
                    view.face.get().accept(new FaceRequest.Copy(what, text));
                    view.say("Copied the " + what + ".", Tone.GOOD);
                });
    }

    private static Overlay.Choice choice(
            String id, String label, String detail, String key, Overlay.Action action) {
        return new Overlay.Choice(id, new OverlayFrame.Item(label, detail, key, true, ""), action);
    }
}
