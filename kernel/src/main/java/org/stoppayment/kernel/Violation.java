package org.stoppayment.kernel;

/**
 * One thing that is wrong with an input.
 *
 * @param field path of the field, such as {@code transfers[2].amountFen}
 * @param code stable code, such as {@code OUT_OF_RANGE}
 * @param description {@code value: X (expected: …)}, personal values masked
 */
public record Violation(String field, String code, String description) {}
