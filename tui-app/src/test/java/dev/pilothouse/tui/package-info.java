@NullMarked
package dev.pilothouse.tui;

import org.jspecify.annotations.NullMarked;
