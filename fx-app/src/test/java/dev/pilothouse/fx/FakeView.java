package dev.pilothouse.fx;

import dev.pilothouse.present.FaceRequest;
import dev.pilothouse.present.Frame;
import dev.pilothouse.present.Intent;
import dev.pilothouse.present.View;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A view whose frames a test sets, and which notes what it was asked. */
public final class FakeView implements View {
    private final AtomicReference<Frame> newest;
    private final AtomicReference<Runnable> wake = new AtomicReference<>(() -> {});
    private final AtomicReference<Consumer<FaceRequest>> face = new AtomicReference<>(r -> {});
    private final List<Intent> asked = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final BiFunction<Frame, Intent, Frame> answer;

    public FakeView(Frame first) {
        this(first, (frame, intent) -> frame);
    }

    /** `answer` makes the next frame from the last one and what was asked. */
    public FakeView(Frame first, BiFunction<Frame, Intent, Frame> answer) {
        newest = new AtomicReference<>(first);
        this.answer = answer;
    }

    public void show(Frame frame) {
        newest.set(frame);
        wake.get().run();
    }

    public List<Intent> asked() {
        return asked;
    }

    public boolean closed() {
        return closed.get();
    }

    public void request(FaceRequest request) {
        face.get().accept(request);
    }

    @Override
    public Frame frame() {
        return newest.get();
    }

    @Override
    public void send(Intent intent) {
        asked.add(intent);
        Frame before = newest.get();
        Frame after = answer.apply(before, intent);
        if (!after.equals(before)) {
            show(after);
        }
    }

    @Override
    public void onFrame(Runnable wake) {
        this.wake.set(wake);
    }

    @Override
    public void onRequest(Consumer<FaceRequest> face) {
        this.face.set(face);
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
