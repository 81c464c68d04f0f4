/** Terminal painter and keys over the shared frames; the only room that sees Lanterna. */
@NullMarked
package dev.pilothouse.tui;

import org.jspecify.annotations.NullMarked;
