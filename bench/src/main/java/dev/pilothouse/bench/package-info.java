/** The benchmark: Pilothouse and its peers side by side on one cluster, and the report of it. */
@NullMarked
package dev.pilothouse.bench;

import org.jspecify.annotations.NullMarked;
