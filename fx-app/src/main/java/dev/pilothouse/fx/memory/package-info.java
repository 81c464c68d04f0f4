/** What the desktop remembers between runs: windows, tabs and theme. */
@NullMarked
package dev.pilothouse.fx.memory;

import org.jspecify.annotations.NullMarked;
