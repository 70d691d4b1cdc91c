package org.stoppayment.kernel;

import java.util.List;
import java.util.OptionalInt;

/** Finds characters that no text from outside may contain: control and bidirectional characters, and unpaired surrogates. */
public final class PlainText {

    private PlainText() {}

    /**
     * Index of the first forbidden character of {@code text}.
     *
     * @param allowed control characters that are allowed
     */
    public static OptionalInt firstForbidden(String text, String allowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((Character.isISOControl(c) || isBidirectional(c) || isUnpairedSurrogate(text, i))
                    && allowed.indexOf(c) < 0) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** True when {@code text} has no forbidden character. */
    public static boolean isPlain(String text) {
        return firstForbidden(text, "").isEmpty();
    }

    /** True when {@code text} has {@code min} to {@code max} characters and none of them is forbidden. */
    public static boolean isPlain(String text, int min, int max) {
        return text.length() >= min && text.length() <= max && isPlain(text);
    }

    /** Violations of a text that must be plain and have {@code min} to {@code max} characters; the text is not quoted. */
    public static List<Violation> violations(String field, String text, int min, int max) {
        if (text.isEmpty() && min > 0) {
            return List.of(
                    new Violation(field, "MISSING", "value: none (expected: " + min + ".." + max + " characters)"));
        }
        if (text.length() < min || text.length() > max) {
            return List.of(new Violation(
                    field, "LENGTH", "value: " + text.length() + " characters (expected: " + min + ".." + max + ")"));
        }
        return firstForbidden(text, "").stream()
                .mapToObj(index -> violation(field, text, index))
                .toList();
    }

    /** The violation for the forbidden character at {@code index}. */
    public static Violation violation(String field, String text, int index) {
        return new Violation(
                field,
                "FORBIDDEN_CHARACTER",
                "value: U+%04X at %d (expected: no control or bidirectional characters)"
                        .formatted((int) text.charAt(index), index));
    }

    private static boolean isUnpairedSurrogate(String text, int index) {
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
