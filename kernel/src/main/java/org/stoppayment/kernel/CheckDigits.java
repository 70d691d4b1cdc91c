package org.stoppayment.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The check-digit rules of the identifiers that reports carry. Every method answers false for text of the wrong form. */
public final class CheckDigits {

    private static final Pattern BANK_NUMBER = Pattern.compile("[0-9]{12}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,64}");
    private static final Pattern RESIDENT_ID = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

    private static final int[] RESIDENT_ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_ID_CHECKS = "10X98765432";
    private static final String CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CheckDigits() {}

    /** Bank number (联行号), ISO 7064 MOD 11,10. */
    public static boolean bankNumber(String text) {
        if (!BANK_NUMBER.matcher(text).matches()) {
            return false;
        }
        int product = 10;
        for (int i = 0; i < 11; i++) {
            int sum = (product + digit(text, i)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + digit(text, 11)) % 10 == 1;
    }

    /** Card number, Luhn (ISO/IEC 7812). */
    public static boolean luhn(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        for (int fromRight = 0; fromRight < text.length(); fromRight++) {
            int digit = digit(text, text.length() - 1 - fromRight);
            int weighted = fromRight % 2 == 1 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** Resident ID (GB 11643): check digit right and birth date exists. */
    public static boolean residentId(String text) {
        if (!RESIDENT_ID.matcher(text).matches() || !isDate(text.substring(6, 14))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += digit(text, i) * RESIDENT_ID_WEIGHTS[i];
        }
        return RESIDENT_ID_CHECKS.charAt(sum % 11) == text.charAt(17);
    }

    /** Unified social credit code (GB 32100). */
    public static boolean creditCode(String text) {
        if (!CREDIT_CODE.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_CODE_ALPHABET.indexOf(text.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_CODE_ALPHABET.charAt((31 - sum % 31) % 31) == text.charAt(17);
    }

    private static int digit(String text, int index) {
        return text.charAt(index) - '0';
    }

    private static boolean isDate(String yyyymmdd) {
        try {
            LocalDate.of(
                    Integer.parseInt(yyyymmdd, 0, 4, 10),
                    Integer.parseInt(yyyymmdd, 4, 6, 10),
                    Integer.parseInt(yyyymmdd, 6, 8, 10));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
