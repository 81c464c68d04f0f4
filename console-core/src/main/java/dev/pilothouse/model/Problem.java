package dev.pilothouse.model;

/**
 * A failure in words for the user: what happened and what to do. Never carries a credential.
 *
 * @param code stable, such as `kube.forbidden`; tests and scripts may match on it
 */
public record Problem(String code, String sentence) {}
