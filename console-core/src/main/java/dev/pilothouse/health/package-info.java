/**
 * States with their reason, from what a cluster reports. Pure functions; the words are the same on
 * every screen.
 */
@NullMarked
package dev.pilothouse.health;

import org.jspecify.annotations.NullMarked;
