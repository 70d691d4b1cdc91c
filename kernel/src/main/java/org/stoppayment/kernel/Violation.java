package org.stoppayment.kernel;

import java.util.List;

/**
 * One thing that is wrong with an input.
 *
 * @param field path of the field, such as {@code transfers[2].amountFen}
 * @param code stable code, such as {@code OUT_OF_RANGE}
 * @param description {@code value: X (expected: …)}, personal values masked
 */
public record Violation(String field, String code, String description) {

    private static final String VALUE = "value";

    /** {@code field: X (expected: …)}, for people: the field is named once, whatever the description begins with. */
    public String inWords() {
        String name = field.substring(field.lastIndexOf('.') + 1);
        for (String repeated : List.of(name, VALUE)) {
            if (!repeated.isEmpty() && description.startsWith(repeated + ": ")) {
                return label() + description.substring(repeated.length() + 2);
            }
        }
        return label() + description;
    }

    private String label() {
        return field.isEmpty() ? "" : field + ": ";
    }
}
