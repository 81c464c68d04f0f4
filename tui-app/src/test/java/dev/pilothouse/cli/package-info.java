@NullMarked
package dev.pilothouse.cli;

import org.jspecify.annotations.NullMarked;
