package org.stoppayment.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of an institution: a 12-digit bank number (联行号, ISO 7064 MOD 11,10) or, for payment institutions, {@code Z} and
 * 13 digits.
 *
 * @param value the code, its check digit verified
 */
public record InstitutionCode(String value) {

    private static final Pattern PAYMENT_INSTITUTION = Pattern.compile("Z[0-9]{13}");

    public InstitutionCode {
        if (!isValid(value)) {
            // Masked, because a card number may have been typed into the wrong field.
            throw new IllegalArgumentException("institution code: " + Masking.mask(value)
                    + " (expected: a 12-digit bank number with a right check digit, or Z and 13 digits)");
        }
    }

    /** The code in {@code text}, empty when the text is not a valid code. */
    public static Optional<InstitutionCode> parse(String text) {
        return isValid(text) ? Optional.of(new InstitutionCode(text)) : Optional.empty();
    }

    /** True when {@code text} is a code with a correct check digit. */
    public static boolean isValid(String text) {
        return CheckDigits.bankNumber(text) || PAYMENT_INSTITUTION.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
