package dev.pilothouse.model;

import org.jspecify.annotations.Nullable;

/**
 * One fact that a statement rests on, such as `label app.kubernetes.io/component=agent` or
 * `container agent: OOMKilled, exit 137, limit 512Mi`.
 *
 * @param level how bad it is
 * @param subject the object to look at; null when there is none
 * @param look the screen that shows it: `logs`, `events`, `yaml`, `pods` ... ; empty for the
 *     object's own page
 */
public record Evidence(
        Health.Level level, String sentence, @Nullable ObjectKey subject, String look) {}
