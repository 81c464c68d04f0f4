/**
 * A program in a pseudo terminal, used the way a person would: it gets keys, and what its screen
 * shows is waited for. Every chunk of output bears the time at which it was read.
 */
@NullMarked
package dev.pilothouse.bench.terminal;

import org.jspecify.annotations.NullMarked;
