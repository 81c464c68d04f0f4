package dev.pilothouse.tui;

import dev.pilothouse.present.BodyFrame;
import dev.pilothouse.present.FaceRequest;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A view without a presenter: a cursor over hand-made agents. `t` shows a text, `T` the table,
 * ctrl-z suspends, `q` quits. The footer says what was asked last.
 */
final class FakeView implements View {
    private final List<Frames.Row> rows = new ArrayList<>();
    private Runnable wake = () -> {};
    private Consumer<FaceRequest> face = request -> {};
    private Runnable painted = () -> {};
    private String last = "";
    private boolean text;
    private boolean broken;
    private int cursor;
    private long number;
    private Frame frame;

    FakeView() {
        for (int i = 0; i < 20; i++) {
            rows.addAll(Frames.fleetRows());
        }
        frame = made();
    }

    private synchronized Frame made() {
        BodyFrame body = text ? Frames.log(80) : Frames.table(List.copyOf(rows), cursor);
        Frame made = Frames.of(number++, body, null);
        return new Frame(
                made.number(),
                made.at(),
                made.screen(),
                made.header(),
                body,
                Frames.footer(last),
                null,
                0);
    }

    /** One agent's figures change. */
    synchronized void tick() {
        int at = (int) (number % 5);
        Frames.Row old = rows.get(at);
        List<String> cells = new ArrayList<>(old.cells());
        cells.set(5, number % 1000 + "k");
        rows.set(at, new Frames.Row(old.glyph(), old.tone(), cells));
        frame = made();
        wake.run();
    }

    /** Runs once after the first frame was painted. */
    synchronized void whenPainted(Runnable task) {
        painted = task;
    }

    /** The next look at the frame fails, as a bug of ours would. */
    synchronized void breakNow() {
        broken = true;
        wake.run();
    }

    @Override
    public synchronized Frame frame() {
        if (broken) {
            throw new IllegalStateException("broken on purpose");
        }
        return frame;
    }

    @Override
    public synchronized void send(Intent intent) {
        last = intent.toString();
        switch (intent) {
            case Intent.Keys(List<String> names) -> names.forEach(this::key);
            case Intent.Move(int by) -> cursor += by;
            case Intent.Select(int row) -> cursor = row;
            case Intent.Viewport ignored -> painted.run();
            default -> {}
        }
        cursor = Math.clamp(cursor, 0, rows.size() - 1);
        frame = made();
        wake.run();
    }

    private void key(String name) {
        Map<String, Integer> moves = Map.of("j", 1, "k", -1, "down", 1, "up", -1);
        cursor += moves.getOrDefault(name, 0);
        switch (name) {
            case "t" -> text = true;
            case "T" -> text = false;
            case "q" -> face.accept(new FaceRequest.Quit());
            case "ctrl-z" -> face.accept(new FaceRequest.Suspend());
            case "c" -> face.accept(new FaceRequest.Copy("name", "refund-planner"));
            default -> {}
        }
    }

    @Override
    public synchronized void onFrame(Runnable listener) {
        wake = listener;
    }

    @Override
    public synchronized void onRequest(Consumer<FaceRequest> listener) {
        face = listener;
    }

    @Override
    public void close() {}
}
