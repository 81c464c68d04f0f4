/** The command line: commands, their output and exit codes. */
@NullMarked
package dev.pilothouse.cli;

import org.jspecify.annotations.NullMarked;
