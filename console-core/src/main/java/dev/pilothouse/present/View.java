package dev.pilothouse.present;

import java.util.List;
import java.util.function.Consumer;

/**
 * One window, tab or terminal on the console. Safe from any thread; no call waits. A painter keeps
 * the frame it painted last and compares it with {@link #frame()} when it is woken or on its own
 * pulse.
 */
public interface View extends AutoCloseable {
    /** The newest frame; there is always one. */
    Frame frame();

    /** Hands over what the user asked; answered by a later frame. */
    void send(Intent intent);

    /**
     * Calls `wake` on the presenter's thread after each new frame. It must return at once. One
     * listener, the last one set.
     */
    void onFrame(Runnable wake);

    /**
     * Calls `face` on the presenter's thread for what only a face can do. One listener, the last
     * one set.
     */
    void onRequest(Consumer<FaceRequest> face);

    /**
     * Puts what only this face can do into the palette; what is chosen comes back as {@link
     * FaceRequest.Act}. The last offer counts.
     */
    default void offer(List<OverlayFrame.Item> actions) {}

    /** Ends the view; its frames stop. */
    @Override
    void close();
}
