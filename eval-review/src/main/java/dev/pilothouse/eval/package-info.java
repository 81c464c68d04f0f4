/**
 * Statistics, drift, the review queue and its label store, judge calibration, and evaluation gates.
 */
@NullMarked
package dev.pilothouse.eval;

import org.jspecify.annotations.NullMarked;
