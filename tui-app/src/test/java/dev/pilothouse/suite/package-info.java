/**
 * The whole console against a whole platform: the simulated one in every build, a real control
 * plane where one runs.
 */
@NullMarked
package dev.pilothouse.suite;

import org.jspecify.annotations.NullMarked;
