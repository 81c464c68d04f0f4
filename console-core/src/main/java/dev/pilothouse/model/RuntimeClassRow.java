package dev.pilothouse.model;

/** A RuntimeClass: its handler decides how well a pod is isolated, not its name. */
public record RuntimeClassRow(ObjectKey key, String handler) {}
