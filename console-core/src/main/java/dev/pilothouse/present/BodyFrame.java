package dev.pilothouse.present;

/** The middle of a screen. */
public sealed interface BodyFrame permits TableFrame, TextFrame, PanesFrame {}
