/**
 * The last state of each cluster, kept on disk, so that the first frame of the next run shows it at
 * once, marked as stale, also when the cluster cannot be reached.
 */
@NullMarked
package dev.pilothouse.launch.saved;

import org.jspecify.annotations.NullMarked;
