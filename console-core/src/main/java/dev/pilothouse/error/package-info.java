/** Errors that reach a user: a stable code and a sentence that says what to do. */
@NullMarked
package dev.pilothouse.error;

import org.jspecify.annotations.NullMarked;
