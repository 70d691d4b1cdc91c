package org.stoppayment.cli.cases;

/**
 * A difference between a case and its expectation.
 *
 * @param subject an account's number, {@code total} or {@code recovery}
 * @param field what differs
 * @param expected the expected value
 * @param actual the actual value
 */
public record Difference(String subject, String field, String expected, String actual) {

    @Override
    public String toString() {
        return subject + " " + field + ": " + actual + " (expected: " + expected + ")";
    }
}
