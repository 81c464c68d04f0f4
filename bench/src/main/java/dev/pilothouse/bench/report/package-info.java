/** Figures, their medians, the bars they are held to, and the report. */
@NullMarked
package dev.pilothouse.bench.report;

import org.jspecify.annotations.NullMarked;
