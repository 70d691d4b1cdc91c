package org.stoppayment.kernel;

import java.util.List;

/**
 * One error in an input.
 *
 * @param field path of the field, such as {@code transfers[2].amountFen}
 * @param code stable code, such as {@code OUT_OF_RANGE}
 * @param description {@code value: X (expected: …)}, personal values masked
 */
public record Violation(String field, String code, String description) {

    private static final String VALUE = "value";

    /** {@code field: X (expected: …)} for display; the field is not repeated when the description starts with it. */
    public String inWords() {
        return label() + withoutName();
    }

    /** {@code X (expected: …)}: the description without the name of the field that it may start with. */
    public String withoutName() {
        String name = field.substring(field.lastIndexOf('.') + 1);
        for (String repeated : List.of(field, name, VALUE)) {
            if (!repeated.isEmpty() && description.startsWith(repeated + ": ")) {
                return description.substring(repeated.length() + 2);
            }
        }
        return description;
    }

    private String label() {
        return field.isEmpty() ? "" : field + ": ";
    }
}
