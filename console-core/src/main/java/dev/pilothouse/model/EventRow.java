package dev.pilothouse.model;

import java.time.Instant;

/**
 * One Kubernetes event.
 *
 * @param about what it is about; its kind by the API's spelling, since events exist for kinds we do
 *     not list
 * @param warning true for type Warning
 * @param count how often it was seen, 1 and up
 */
public record EventRow(
        ObjectKey key,
        About about,
        boolean warning,
        String reason,
        String message,
        int count,
        Instant first,
        Instant last,
        String source) {

    /** The object of an event. */
    public record About(String kind, String namespace, String name, String uid) {}
}
