package dev.pilothouse.present;

import dev.pilothouse.model.ClusterId;
import dev.pilothouse.model.ClusterRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Fills the pickers: the palette holds every page, object, cluster and command. */
final class Choices {
    private final ConsoleContext context;
    private final ViewSession view;
    private final Favourites favourites;
    private final Allowed allowed;
    private final PaletteChoices palette;

    Choices(ConsoleContext context, ViewSession view, Favourites favourites) {
        this.context = context;
        this.view = view;
        this.favourites = favourites;
        allowed = new Allowed(context);
        palette = new PaletteChoices(context, view);
    }

    Overlay.Picker palette() {
        List<Overlay.Choice> named = new ArrayList<>();
        for (ScreenKind screen : ScreenKind.values()) {
            // Pages that are about something are commands on the selection.
            if (!Routes.needsSubject(screen)) {
                named.add(
                        grey(
                                allowed.whyNot(screen),
                                choice(
                                        screen.word(),
                                        screen.title(),
                                        screen.help(),
                                        "",
                                        rest -> view.open(screen, rest))));
            }
        }
        context.options()
                .saved()
                .filters()
                .forEach(
                        (name, filter) ->
                                named.add(
                                        choice(
                                                name,
                                                name,
                                                "filter " + filter,
                                                "",
                                                rest -> view.setFilter(filter))));
        for (Command command : Command.values()) {
            if (command.group() != Command.Group.MOVE
                    && command != Command.PALETTE
                    && command != Command.OPEN) {
                named.add(grey(allowed.whyNot(command, view.top().selection()), command(command)));
            }
        }
        context.stores().clusters().values().stream()
                .sorted(Comparator.comparing(ClusterRow::id))
                .forEach(cluster -> named.add(cluster(cluster)));
        for (String namespace : namespaceNames()) {
            named.add(
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
        return palette.picker(named);
    }

    private static Overlay.Choice grey(String reason, Overlay.Choice choice) {
        OverlayFrame.Item item = choice.item();
        return reason.isEmpty()
                ? choice
                : new Overlay.Choice(
                        choice.id(),
                        new OverlayFrame.Item(
                                item.label(), item.detail(), item.key(), false, reason),
                        choice.action());
    }

    private Overlay.Choice command(Command command) {
        String key = KeySheet.shown(context.options().keys().keysOf(command));
        return new Overlay.Choice(
                command.id(),
                new OverlayFrame.Item(
                        command.title(),
                        "command",
                        key,
                        !command.reserved(),
                        "Pilothouse cannot change the cluster yet."),
                rest -> view.run(command, ""));
    }

    private Overlay.Choice cluster(ClusterRow row) {
        return choice(
                row.id().name(),
                row.id().name(),
                "cluster, " + MoreTables.clusterHealth(row).word(),
                "",
                rest -> enter(row.id()));
    }

    /** Opens a cluster when it is not open, and shows nothing else. */
    void enter(ClusterId cluster) {
        context.source(cluster).ifPresent(source -> source.open(ScreenFactory.everything()));
        view.narrow(new Scope(Set.of(cluster.name()), Set.of()));
    }

    Overlay.Picker clusters() {
        List<Overlay.Choice> all = new ArrayList<>();
        all.add(
                choice(
                        "all",
                        "all open clusters",
                        "",
                        "",
                        rest -> view.narrow(new Scope(Set.of(), view.scope().namespaces()))));
        context.stores().clusters().values().stream()
                .sorted(Comparator.comparing(ClusterRow::id))
                .forEach(cluster -> all.add(cluster(cluster)));
        return new Overlay.Picker("Clusters", LineEdit.EMPTY, List.copyOf(all), 0);
    }

    /** The favourites first, then all others by name. */
    private Set<String> namespaceNames() {
        Set<String> all = new LinkedHashSet<>(context.options().saved().favourites());
        all.addAll(knownNamespaces());
        return all;
    }

    private Set<String> knownNamespaces() {
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
                        "0",
                        rest -> view.narrow(new Scope(view.scope().clusters(), Set.of()))));
        for (String name : namespaceNames()) {
            all.add(
                    choice(
                            name,
                            name,
                            "",
                            favourites.keyOf(name),
                            rest -> {
                                favourites.picked(name);
                                view.narrow(new Scope(view.scope().clusters(), Set.of(name)));
                            }));
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

    static Overlay.Choice choice(
            String id, String label, String detail, String key, Overlay.Action action) {
        return new Overlay.Choice(id, new OverlayFrame.Item(label, detail, key, true, ""), action);
    }
}
