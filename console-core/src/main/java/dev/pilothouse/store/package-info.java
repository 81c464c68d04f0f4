/**
 * Bounded stores that connectors write and the presenter reads, without either waiting for the
 * other.
 */
@NullMarked
package dev.pilothouse.store;

import org.jspecify.annotations.NullMarked;
