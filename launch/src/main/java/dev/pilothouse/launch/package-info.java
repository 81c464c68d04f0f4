/**
 * How a program becomes a console, for every face alike: which contexts are opened, the stores and
 * connectors behind them, and the folders that are ours on this machine.
 */
@NullMarked
package dev.pilothouse.launch;

import org.jspecify.annotations.NullMarked;
