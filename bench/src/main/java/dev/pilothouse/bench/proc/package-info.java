/** What processes and the machine cost, read from Linux' /proc. */
@NullMarked
package dev.pilothouse.bench.proc;

import org.jspecify.annotations.NullMarked;
