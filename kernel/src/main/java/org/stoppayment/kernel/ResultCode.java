package org.stoppayment.kernel;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Result code of the national platform, as institutions answer with it.
 *
 * @param value four digits, or six for a transport code
 */
public record ResultCode(String value) {

    /** What a code means for a stop order. */
    public enum Meaning {
        /** The account is stopped. */
        IN_EFFECT,
        /** Another authority holds the account. */
        HELD_BY_OTHER,
        /** The effect is unknown: inquire. */
        IN_DOUBT,
        /** The message was not processed: send it again. */
        NOT_SENT,
        /** A person must act. */
        MANUAL,
        /** The institution refused. */
        DECLINED
    }

    // Declared before the constants, whose constructor uses it.
    private static final Pattern FORM = Pattern.compile("[0-9]{4}|[0-9]{6}");

    /** Stopped. */
    public static final ResultCode OK = new ResultCode("0000");
    /** Stopped; the balance is less than the reported amount. */
    public static final ResultCode BALANCE_SHORT = new ResultCode("1200");
    /** The account already had two stops. */
    public static final ResultCode STOP_COUNT_EXCEEDED = new ResultCode("1304");

    private static final Set<String> IN_EFFECT = Set.of("0000", "1200");
    private static final Set<String> HELD_BY_OTHER = Set.of("1301", "1302", "1303");
    private static final Set<String> IN_DOUBT = Set.of("0900", "200003", "1100", "1101", "200002");
    private static final Set<String> NOT_SENT = Set.of("200008");
    private static final Set<String> DECLINED = Set.of(
            "0100", "0200", "0300", "0301", "0302", "0303", "0400", "0800", "0801", "0802", "1304", "1800", "1900",
            "200001");

    public ResultCode {
        if (!hasForm(value)) {
            throw new IllegalArgumentException("resultCode: " + Masking.mask(value) + " (expected: 4 or 6 digits)");
        }
    }

    /** True when {@code text} has the form of a code, known or not. */
    public static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }

    /** The meaning of the code for a stop order; an unknown code needs a person. */
    public Meaning meaning() {
        if (IN_EFFECT.contains(value)) {
            return Meaning.IN_EFFECT;
        }
        if (HELD_BY_OTHER.contains(value)) {
            return Meaning.HELD_BY_OTHER;
        }
        if (IN_DOUBT.contains(value)) {
            return Meaning.IN_DOUBT;
        }
        if (NOT_SENT.contains(value)) {
            return Meaning.NOT_SENT;
        }
        if (DECLINED.contains(value) || isFormatError()) {
            return Meaning.DECLINED;
        }
        return Meaning.MANUAL;
    }

    /** True for 0500..0599: the institution could not read a field. */
    private boolean isFormatError() {
        return value.length() == 4 && value.startsWith("05");
    }

    @Override
    public String toString() {
        return value;
    }
}
