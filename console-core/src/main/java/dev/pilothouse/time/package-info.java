/** Seams for time: the only room that may read a clock. */
@NullMarked
package dev.pilothouse.time;

import org.jspecify.annotations.NullMarked;
