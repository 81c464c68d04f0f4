package dev.pilothouse.present;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The formats in which what is shown can be saved. */
final class ExportChoices {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ConsoleContext context;
    private final ViewSession view;

    ExportChoices(ConsoleContext context, ViewSession view) {
        this.context = context;
        this.view = view;
    }

    Overlay.Picker picker(ScreenSession screen) {
        String name = name(screen);
        List<Overlay.Choice> all = new ArrayList<>();
        switch (screen.pane().body(screen.state(), context.time().now())) {
            case TableFrame table -> {
                String rows =
                        table.rows().count() + " rows, " + table.columns().size() + " columns";
                all.add(choice("CSV", rows, name + ".csv", to -> TableText.csv(table, to)));
                all.add(choice("JSON", rows, name + ".json", to -> TableText.json(table, to)));
                all.add(choice("text", rows, name + ".txt", to -> TableText.aligned(table, to)));
            }
            case TextFrame text -> {
                String lines = text.lines().size() + " lines";
                String end = screen.kind == ScreenKind.YAML ? ".yaml" : ".txt";
                all.add(
                        choice(
                                "text",
                                lines,
                                name + end,
                                to -> text.lines().forEach(line -> to.accept(line.plain()))));
            }
            case PanesFrame ignored -> {}
        }
        return new Overlay.Picker("Save what is shown as", LineEdit.EMPTY, List.copyOf(all), 0);
    }

    /** Safe as a file name everywhere: an object's name could hold a path. */
    private String name(ScreenSession screen) {
        String subject = screen.subject.name().replaceAll("[^A-Za-z0-9._-]", "_");
        String about = subject.isEmpty() ? "" : "-" + subject;
        return screen.kind.word() + about + "-" + STAMP.format(context.time().now());
    }

    private Overlay.Choice choice(
            String format, String size, String file, Consumer<Consumer<String>> writer) {
        Supplier<String> content =
                () -> {
                    StringBuilder all = new StringBuilder();
                    writer.accept(line -> all.append(line).append('\n'));
                    return all.toString();
                };
        return Choices.choice(
                format, format, size, "", rest -> view.ask(new FaceRequest.Save(file, content)));
    }
}
