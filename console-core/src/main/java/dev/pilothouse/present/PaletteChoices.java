package dev.pilothouse.present;

import dev.pilothouse.model.AgentRow;
import dev.pilothouse.model.Kind;
import dev.pilothouse.model.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the palette: every page, command and cluster, what only the face can do, and every agent,
 * workload, node and pod. What was used last comes first. Thousands of pods cost one small object
 * each, and only while the palette is open.
 */
final class PaletteChoices {
    /** More would push the pages out of the first look. */
    private static final int RECENT = 6;

    private final ConsoleContext context;
    private final ViewSession view;
    private final List<String> recent = new ArrayList<>();

    PaletteChoices(ConsoleContext context, ViewSession view) {
        this.context = context;
        this.view = view;
    }

    /** `named` are the choices that are there by name: pages, commands, clusters, namespaces. */
    Overlay.Picker picker(List<Overlay.Choice> named) {
        List<Overlay.Choice> all = new ArrayList<>();
        named.forEach(choice -> all.add(remembered(choice)));
        face(all);
        agents(all);
        context.stores().workloads().values().forEach(row -> object(row.key(), all));
        context.stores().nodes().values().forEach(row -> object(row.key(), all));
        pods(all);
        return new Overlay.Picker("Go to or run", LineEdit.EMPTY, recentFirst(all), 0);
    }

    private void face(List<Overlay.Choice> all) {
        for (OverlayFrame.Item item : view.offered()) {
            String id = item.label();
            all.add(
                    new Overlay.Choice(
                            id,
                            item,
                            rest ->
                                    used(
                                            id,
                                            item.detail(),
                                            () -> view.ask(new FaceRequest.Act(id)))));
        }
    }

    private void agents(List<Overlay.Choice> all) {
        List<AgentRow> rows = new ArrayList<>(context.index().agents().values());
        rows.sort(
                Comparator.comparing((AgentRow row) -> row.id().name())
                        .thenComparing(row -> row.id().cluster()));
        for (AgentRow row : rows) {
            all.add(
                    choice(
                            row.id().name(),
                            row.id().name(),
                            "agent in " + row.id().cluster() + ", " + row.health().word(),
                            rest -> view.show(ScreenKind.AGENT, Selection.of(row.id()))));
        }
    }

    private void pods(List<Overlay.Choice> all) {
        Map<String, String> details = new HashMap<>();
        context.stores()
                .pods()
                .values()
                .forEach(
                        pod -> {
                            ObjectKey key = pod.key();
                            String place = key.cluster() + "/" + key.namespace();
                            String detail = details.computeIfAbsent(place, at -> "pod in " + at);
                            all.add(object(key, detail));
                        });
    }

    private void object(ObjectKey key, List<Overlay.Choice> all) {
        String place = key.namespace().isEmpty() ? "" : "/" + key.namespace();
        String kind = key.kind().kindName().toLowerCase(Locale.ROOT);
        all.add(object(key, kind + " in " + key.cluster() + place));
    }

    private Overlay.Choice object(ObjectKey key, String detail) {
        ScreenKind screen = key.kind() == Kind.POD ? ScreenKind.EXPLAIN : ScreenKind.DESCRIBE;
        return choice(key.name(), key.name(), detail, rest -> view.show(screen, Selection.of(key)));
    }

    private Overlay.Choice remembered(Overlay.Choice choice) {
        return new Overlay.Choice(
                choice.id(),
                choice.item(),
                rest -> used(choice.id(), choice.item().detail(), () -> choice.action().run(rest)));
    }

    private Overlay.Choice choice(String id, String label, String detail, Overlay.Action action) {
        return new Overlay.Choice(
                id,
                new OverlayFrame.Item(label, detail, "", true, ""),
                rest -> used(id, detail, () -> action.run(rest)));
    }

    private void used(String id, String detail, Runnable action) {
        String name = name(id, detail);
        recent.remove(name);
        recent.addFirst(name);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
        action.run();
    }

    /** States change in a detail; what comes before the comma does not. */
    private static String name(String id, String detail) {
        int comma = detail.indexOf(',');
        return id + " " + (comma < 0 ? detail : detail.substring(0, comma));
    }

    private List<Overlay.Choice> recentFirst(List<Overlay.Choice> all) {
        if (recent.isEmpty()) {
            return List.copyOf(all);
        }
        Map<String, Overlay.Choice> found = new HashMap<>();
        List<Overlay.Choice> others = new ArrayList<>(all.size());
        for (Overlay.Choice choice : all) {
            String name = name(choice.id(), choice.item().detail());
            if (!recent.contains(name) || found.putIfAbsent(name, choice) != null) {
                others.add(choice);
            }
        }
        List<Overlay.Choice> ordered = new ArrayList<>(all.size());
        for (String name : recent) {
            Overlay.Choice choice = found.get(name);
            if (choice != null) {
                ordered.add(choice);
            }
        }
        ordered.addAll(others);
        return List.copyOf(ordered);
    }
}
