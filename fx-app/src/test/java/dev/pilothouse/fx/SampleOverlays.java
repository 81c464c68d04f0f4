package dev.pilothouse.fx;

import dev.pilothouse.present.Command;
import dev.pilothouse.present.FooterFrame.Hint;
import dev.pilothouse.present.KeyMap;
import dev.pilothouse.present.OverlayFrame;
import java.util.ArrayList;
import java.util.List;

/** What lies over a body in tests and pictures. */
public final class SampleOverlays {
    private SampleOverlays() {}

    static OverlayFrame help() {
        List<OverlayFrame.Section> sections = new ArrayList<>();
        for (Command.Group group : Command.Group.values()) {
            List<Hint> keys = new ArrayList<>();
            for (Command command : Command.values()) {
                List<String> bound = KeyMap.defaults().keysOf(command);
                if (command.group() == group && !bound.isEmpty()) {
                    keys.add(new Hint(String.join(" ", bound), command.title()));
                }
            }
            sections.add(new OverlayFrame.Section(group.title(), keys));
        }
        return new OverlayFrame.HelpFrame("Keys", "", 0, sections);
    }

    public static OverlayFrame palette() {
        return new OverlayFrame.PickerFrame(
                "GO TO OR RUN ANYTHING",
                "po",
                2,
                List.of(
                        new OverlayFrame.Item("Pods", "Pods of all open clusters", "", true, ""),
                        new OverlayFrame.Item("Only problems", "", "E", true, ""),
                        new OverlayFrame.Item(
                                "Logs of a pod", "Logs of the chosen pod or agent", "l", true, ""),
                        new OverlayFrame.Item(
                                "Roll back",
                                "",
                                "R",
                                false,
                                "read-only: start with --allow-writes"),
                        new OverlayFrame.Item("Explain why it is unhealthy", "", "x", true, "")),
                1);
    }
}
