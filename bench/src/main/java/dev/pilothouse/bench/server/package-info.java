/** The servers that programs are measured against, and what is done to them meanwhile. */
@NullMarked
package dev.pilothouse.bench.server;

import org.jspecify.annotations.NullMarked;
