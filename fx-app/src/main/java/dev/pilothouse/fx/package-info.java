/** Desktop painter over the shared frames. */
@NullMarked
package dev.pilothouse.fx;

import org.jspecify.annotations.NullMarked;
