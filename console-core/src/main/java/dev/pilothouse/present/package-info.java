/**
 * What a face paints and what a user can ask: frames, intents, the reducer, and one presenter that
 * turns snapshots of the stores plus what the user chose into the newest frame.
 */
@NullMarked
package dev.pilothouse.present;

import org.jspecify.annotations.NullMarked;
