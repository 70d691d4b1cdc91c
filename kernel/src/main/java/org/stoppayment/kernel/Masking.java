package org.stoppayment.kernel;

/** Masks personal values for messages and logs. */
public final class Masking {

    private static final int MIN_LENGTH_TO_SHOW_ENDS = 12;

    private Masking() {}

    /** Keeps the first and last two characters of a long value, and only the length of a short one. */
    public static String mask(String personal) {
        int length = personal.codePointCount(0, personal.length());
        if (length < MIN_LENGTH_TO_SHOW_ENDS) {
            return "***(" + length + ")";
        }
        // Code points, because half of a surrogate pair cannot be encoded as UTF-8.
        int headEnd = personal.offsetByCodePoints(0, 2);
        int tailStart = personal.offsetByCodePoints(personal.length(), -2);
        return personal.substring(0, headEnd) + "***" + personal.substring(tailStart);
    }
}
