/** The one filter language of all faces and of the command line. */
@NullMarked
package dev.pilothouse.filter;

import org.jspecify.annotations.NullMarked;
