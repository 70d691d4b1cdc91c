package org.stoppayment.benchmarks.figures;

/**
 * How to measure.
 *
 * @param seconds length of one measurement
 * @param warmUpSeconds length of the warm-up before it
 * @param rounds how often floor and subject are measured, in turn
 * @param callers callers at once, for the rates
 */
public record Figure(int seconds, int warmUpSeconds, int rounds, int callers) {}
