package org.stoppayment.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The number of an account, normalised: no spaces or hyphens, full-width characters made half-width.
 *
 * @param value 1..64 letters, digits, and {@code @ . _ +} for payment accounts
 */
public record AccountNumber(String value) {

    /** Maximum length of a number. */
    public static final int MAX_CHARACTERS = 64;

    /** The form of a number, for messages. */
    public static final String FORM_IN_WORDS = "1.." + MAX_CHARACTERS + " letters, digits or @._+";

    private static final int DIGEST_BYTES = 8;

    // Only this block, not Unicode NFKC, which would convert ² or ① to a digit of the number.
    private static final char FIRST_FULL_WIDTH = '\uff01';
    private static final char LAST_FULL_WIDTH = '\uff5e';
    private static final int TO_HALF_WIDTH = FIRST_FULL_WIDTH - '!';

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Zs}\\p{Pd}\\u2212]+");
    private static final Pattern FORM = Pattern.compile("[\\p{Alnum}@._+]{1," + MAX_CHARACTERS + "}");
    private static final Pattern CARD = Pattern.compile("[0-9]{16,19}");

    public AccountNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "account number: " + Masking.mask(value) + " (expected: " + FORM_IN_WORDS + ")");
        }
    }

    /**
     * Removes spaces and dashes and converts full-width characters to half-width. Nothing else is changed, so the result is not
     * always a valid number.
     */
    public static String normalise(String typed) {
        StringBuilder halfWidth = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            halfWidth.append(c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH ? (char) (c - TO_HALF_WIDTH) : c);
        }
        return SEPARATORS.matcher(halfWidth).replaceAll("");
    }

    /**
     * Shortens {@code normalised} to the maximum length. A shortened text ends in {@code ~} and part of its digest, so that
     * different texts stay different; it is not a valid number.
     */
    public static String bounded(String normalised) {
        if (normalised.length() <= MAX_CHARACTERS) {
            return normalised;
        }
        String digest = HexFormat.of().formatHex(sha256(normalised), 0, DIGEST_BYTES);
        int end = MAX_CHARACTERS - digest.length() - 1;
        return normalised.substring(0, Character.isHighSurrogate(normalised.charAt(end - 1)) ? end - 1 : end) + "~"
                + digest;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missingFromTheJdk) {
            throw new IllegalStateException(missingFromTheJdk);
        }
    }

    /** True when {@code normalised} has the form of an account number. */
    public static boolean hasForm(String normalised) {
        return FORM.matcher(normalised).matches();
    }

    /** True when the number has a card's length (16 to 19 digits) and so a check digit and a BIN. */
    public boolean looksLikeCard() {
        return CARD.matcher(value).matches();
    }

    /** True when the last digit is the Luhn check digit of the others. */
    public boolean passesLuhn() {
        return CheckDigits.luhn(value);
    }

    /** The number without its middle: safe for logs. */
    @Override
    public String toString() {
        return Masking.mask(value);
    }
}
