/**
 * The user's settings: one schema from which reading, checking, defaults, printing, documentation
 * and the schema for editors come; and following the file while the program runs.
 */
@NullMarked
package dev.pilothouse.config;

import org.jspecify.annotations.NullMarked;
