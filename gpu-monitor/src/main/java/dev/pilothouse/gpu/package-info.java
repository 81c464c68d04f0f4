/** GPU and model-serving records, their joins with agents, projections, and reading local GPUs. */
@NullMarked
package dev.pilothouse.gpu;

import org.jspecify.annotations.NullMarked;
