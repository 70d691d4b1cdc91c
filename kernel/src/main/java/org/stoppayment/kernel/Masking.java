package org.stoppayment.kernel;

/** Makes personal values safe for messages and logs. */
public final class Masking {

    private static final int LONG_ENOUGH_TO_SHOW_ENDS = 12;

    private Masking() {}

    /** First and last two characters of a long value, nothing but the length of a short one. */
    public static String mask(String personal) {
        int length = personal.codePointCount(0, personal.length());
        if (length < LONG_ENOUGH_TO_SHOW_ENDS) {
            return "***(" + length + ")";
        }
        // Whole characters: half of a rare one could not be stored or sent as UTF-8.
        int headEnd = personal.offsetByCodePoints(0, 2);
        int tailStart = personal.offsetByCodePoints(personal.length(), -2);
        return personal.substring(0, headEnd) + "***" + personal.substring(tailStart);
    }
}
