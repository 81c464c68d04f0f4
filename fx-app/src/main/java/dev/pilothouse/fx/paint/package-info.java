/** Paints one body of a frame: tables, texts and stacks of panes, and nothing of windows. */
@NullMarked
package dev.pilothouse.fx.paint;

import org.jspecify.annotations.NullMarked;
