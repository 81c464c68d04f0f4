/** What is done to the programs, one class for each question. */
@NullMarked
package dev.pilothouse.bench.scenario;

import org.jspecify.annotations.NullMarked;
