package org.stoppayment.kernel;

import java.util.OptionalInt;

/** What no text of a person may hold: control characters, and those that turn the direction of writing around. */
public final class PlainText {

    private PlainText() {}

    /**
     * Where the first forbidden character of {@code text} stands.
     *
     * @param allowed control characters that may be there nevertheless
     */
    public static OptionalInt firstForbidden(String text, String allowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((Character.isISOControl(c) || isBidirectional(c)) && allowed.indexOf(c) < 0) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Says where a forbidden character stands, and what was expected. */
    public static Violation violation(String field, String text, int index) {
        return new Violation(
                field,
                "FORBIDDEN_CHARACTER",
                "value: U+%04X at %d (expected: no control or bidirectional characters)"
                        .formatted((int) text.charAt(index), index));
    }

    private static boolean isBidirectional(char c) {
        return (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C';
    }
}
