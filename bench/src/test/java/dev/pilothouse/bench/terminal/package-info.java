@NullMarked
package dev.pilothouse.bench.terminal;

import org.jspecify.annotations.NullMarked;
