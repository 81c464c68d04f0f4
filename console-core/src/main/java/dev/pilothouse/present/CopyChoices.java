package dev.pilothouse.present;

import dev.pilothouse.model.AgentId;
import dev.pilothouse.model.ObjectKey;
import java.util.ArrayList;
import java.util.List;

/** What can be copied of the selection: names, the row, each of its cells, what is marked. */
final class CopyChoices {
    private static final int PREVIEW = 80;

    private final ConsoleContext context;
    private final ViewSession view;
    private final List<Overlay.Choice> all = new ArrayList<>();

    CopyChoices(ConsoleContext context, ViewSession view) {
        this.context = context;
        this.view = view;
    }

    Overlay.Picker picker(ScreenSession screen) {
        names(screen.selection());
        BodyFrame body = screen.pane().body(screen.state(), context.time().now());
        switch (body) {
            case TableFrame table -> table(table, screen);
            case TextFrame text -> text(text);
            case PanesFrame ignored -> {}
        }
        return new Overlay.Picker("Copy", LineEdit.EMPTY, List.copyOf(all), 0);
    }

    private void names(Selection selection) {
        add("name", selection.name());
        ObjectKey object = selection.object();
        AgentId agent = selection.agent();
        if (object != null) {
            String namespace = object.namespace().isEmpty() ? "" : object.namespace() + "/";
            add("namespace/name", namespace + object.name());
            add("id", object.words());
            add("kubectl command", kubectl(object));
        } else if (agent != null) {
            add("id", agent.words());
        }
    }

    private static String kubectl(ObjectKey object) {
        String namespace = object.namespace().isEmpty() ? "" : " -n " + object.namespace();
        return "kubectl --context "
                + object.cluster()
                + namespace
                + " get "
                + object.kind().plural()
                + " "
                + object.name()
                + " -o yaml";
    }

    private void table(TableFrame table, ScreenSession screen) {
        int row = table.cursor().row();
        if (row < 0) {
            return;
        }
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            cells.add(table.rows().cell(row, column).text());
        }
        add("row", String.join("\t", cells));
        add("row as JSON", TableText.jsonRow(table, row));
        marked(table, screen);
        for (int column = 0; column < cells.size(); column++) {
            add("cell " + table.columns().get(column).title(), cells.get(column));
        }
    }

    private void marked(TableFrame table, ScreenSession screen) {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < table.rows().count(); row++) {
            if (table.cursor().marked().contains(table.rows().key(row))) {
                names.add(screen.pane().selection(row).name());
            }
        }
        if (!names.isEmpty()) {
            add("names of the " + names.size() + " marked rows", String.join("\n", names));
        }
    }

    private void text(TextFrame text) {
        int line = text.search().line() >= 0 ? text.search().line() : text.cursor();
        if (line >= 0 && line < text.lines().size()) {
            add(
                    text.search().line() >= 0 ? "found line" : "first line in view",
                    text.lines().get(line).plain());
        }
        if (!text.lines().isEmpty()) {
            add(
                    "all " + text.lines().size() + " lines",
                    String.join("\n", text.lines().stream().map(TextFrame.Line::plain).toList()));
        }
    }

    private void add(String what, String text) {
        if (text.isBlank()) {
            return;
        }
        String preview = text.length() > PREVIEW ? text.substring(0, PREVIEW) : text;
        all.add(
                Choices.choice(
                        what,
                        what,
                        preview.replace('\t', ' ').replace('\n', ' '),
                        "",
                        rest -> {
                            view.say("Copied the " + what + ".", Tone.GOOD);
                            view.ask(new FaceRequest.Copy(what, text));
                        }));
    }
}
