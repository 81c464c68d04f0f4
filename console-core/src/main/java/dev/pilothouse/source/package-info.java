/**
 * What the console asks of a connector. A connector implements only the capabilities that its
 * backend has.
 */
@NullMarked
package dev.pilothouse.source;

import org.jspecify.annotations.NullMarked;
