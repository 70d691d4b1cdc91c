package org.stoppayment.cli.cases;

import org.stoppayment.cli.text.Text;
import org.stoppayment.cli.text.Texts;

/**
 * A difference between a case and its expectation.
 *
 * @param subject an account's number, {@code total} or {@code recovery}
 * @param field what differs
 * @param expected the expected value
 * @param actual the actual value
 */
public record Difference(String subject, String field, String expected, String actual) {

    static final String TOTAL = "total";
    static final String RECOVERY = "recovery";
    static final String ORDER = "order";
    static final String NONE = "none";

    /** In the language of who reads it; states and fields as in the file of the expectation. */
    public Text inWords() {
        return Text.of(OutcomeText.DIFFERENCE, shown(subject), shown(field), shown(actual), shown(expected));
    }

    private static Object shown(String part) {
        return switch (part) {
            case TOTAL -> Text.of(OutcomeText.TOTAL);
            case RECOVERY -> Text.of(OutcomeText.RECOVERY);
            case ORDER -> Text.of(OutcomeText.ORDER);
            case NONE -> Text.of(OutcomeText.NONE);
            default -> part;
        };
    }

    /** In English. */
    @Override
    public String toString() {
        return inWords().in(Texts.ENGLISH);
    }
}
