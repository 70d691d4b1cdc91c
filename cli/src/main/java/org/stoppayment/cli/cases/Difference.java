package org.stoppayment.cli.cases;

/**
 * One way in which a case is not as expected.
 *
 * @param subject an account's number, {@code total} or {@code recovery}
 * @param field what differs
 * @param expected what was expected
 * @param actual what was found
 */
public record Difference(String subject, String field, String expected, String actual) {

    @Override
    public String toString() {
        return subject + " " + field + ": " + actual + " (expected: " + expected + ")";
    }
}
