/**
 * Immutable records of what the outside world told us. No behaviour beyond what follows from the
 * fields.
 */
@NullMarked
package dev.pilothouse.model;

import org.jspecify.annotations.NullMarked;
