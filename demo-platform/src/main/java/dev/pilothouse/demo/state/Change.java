package dev.pilothouse.demo.state;

import org.jspecify.annotations.Nullable;

/**
 * What happened to one object at a version.
 *
 * @param before null when it was added
 * @param now null when it was deleted
 * @param last the object as a watch shows it: the new one, or the deleted one at the version of its
 *     deletion
 */
public record Change(long version, @Nullable Item before, @Nullable Item now, Item last) {}
