package org.stoppayment.kernel;

import java.util.List;
import java.util.OptionalInt;

/**
 * What no text of a person may hold: control characters, those that turn the direction of writing around, and halves of a
 * surrogate pair that stand alone, which are no characters.
 */
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
            if ((Character.isISOControl(c) || isBidirectional(c) || isHalf(text, i)) && allowed.indexOf(c) < 0) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** True when {@code text} holds nothing that is forbidden. */
    public static boolean isPlain(String text) {
        return firstForbidden(text, "").isEmpty();
    }

    /** True when {@code text} has {@code least} to {@code most} characters and holds nothing that is forbidden. */
    public static boolean isPlain(String text, int least, int most) {
        return text.length() >= least && text.length() <= most && isPlain(text);
    }

    /** What keeps {@code text} from being plain and of {@code least} to {@code most} characters; it is not quoted. */
    public static List<Violation> violations(String field, String text, int least, int most) {
        if (text.isEmpty() && least > 0) {
            return List.of(
                    new Violation(field, "MISSING", "value: none (expected: " + least + ".." + most + " characters)"));
        }
        if (text.length() < least || text.length() > most) {
            return List.of(new Violation(
                    field,
                    "LENGTH",
                    "value: " + text.length() + " characters (expected: " + least + ".." + most + ")"));
        }
        return firstForbidden(text, "").stream()
                .mapToObj(index -> violation(field, text, index))
                .toList();
    }

    /** Says where a forbidden character stands, and what was expected. */
    public static Violation violation(String field, String text, int index) {
        return new Violation(
                field,
                "FORBIDDEN_CHARACTER",
                "value: U+%04X at %d (expected: no control or bidirectional characters)"
                        .formatted((int) text.charAt(index), index));
    }

    private static boolean isHalf(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    private static boolean isBidirectional(char c) {
        return (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C';
    }
}
