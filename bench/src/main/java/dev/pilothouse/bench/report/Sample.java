package dev.pilothouse.bench.report;

/**
 * One measured value.
 *
 * @param scenario what was done
 * @param metric what was measured, with its unit behind the last blank
 * @param program which program
 * @param round which round, from 0
 * @param value the figure in the metric's unit
 */
record Sample(String scenario, String metric, String program, int round, double value) {}
