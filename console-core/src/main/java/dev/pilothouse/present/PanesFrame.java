package dev.pilothouse.present;

import java.util.List;

/**
 * Several bodies on one screen, top to bottom, such as an agent's summary, versions, pods and
 * events.
 *
 * @param focus index of the pane that keys go to
 */
public record PanesFrame(String title, List<Pane> panes, int focus) implements BodyFrame {
    public PanesFrame {
        panes = List.copyOf(panes);
    }

    /**
     * One pane.
     *
     * @param weight share of the height, 0 for as little as its lines need
     */
    public record Pane(String title, int weight, BodyFrame body) {}
}
