@NullMarked
package dev.pilothouse.bench.report;

import org.jspecify.annotations.NullMarked;
