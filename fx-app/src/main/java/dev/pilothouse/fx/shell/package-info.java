/** Windows, tabs and everything around a body: rail, bars, palette, status, inspector. */
@NullMarked
package dev.pilothouse.fx.shell;

import org.jspecify.annotations.NullMarked;
