package org.stoppayment.intake.domain.rules;

import java.util.regex.Pattern;
import org.stoppayment.intake.domain.NamedAccount;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.Masking;

/** The rules for accounts in reports. They only warn: an account is used as far as it is known. */
final class AccountRules {

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]{1,17})?[Ee]\\+?[0-9]{1,2}");

    private AccountRules() {}

    /** Checks an account to stop: it must have a number and an institution. */
    static void checkPayee(String path, NamedAccount payee, Findings findings) {
        if (!payee.isNamed()) {
            findings.warn(path + ".number", "MISSING", "value: none (expected: the account to stop)");
            return;
        }
        checkAccount(path, payee, findings);
        checkInstitutionCode(path, payee, findings);
    }

    /** Checks name and number of an account that has a number. */
    static void checkAccount(String path, NamedAccount account, Findings findings) {
        String number = account.number();
        // Institutions accept no longer names; the order has a truncated one.
        findings.warnIfTooLong(path + ".name", account.name(), ContractLimits.MAX_NAME);
        if (number.length() > AccountNumber.MAX_CHARACTERS) {
            findings.warnIfTooLong(path + ".number", number, AccountNumber.MAX_CHARACTERS);
        } else if (SCIENTIFIC.matcher(number).matches()) {
            findings.warn(
                    path + ".number",
                    "SCIENTIFIC_NOTATION",
                    "value: " + number + " (expected: all digits; a spreadsheet has shortened the number)");
        } else if (!AccountNumber.hasForm(number)) {
            findings.warn(
                    path + ".number",
                    "UNUSUAL_CHARACTERS",
                    "value: " + Masking.mask(number) + " (expected: letters, digits or @._+)");
        } else if (account.kind().isCard() && hasWrongCheckDigit(new AccountNumber(number))) {
            findings.warn(
                    path + ".number",
                    "LUHN",
                    "value: " + Masking.mask(number)
                            + " (expected: a card number whose last digit is its check digit)");
        }
    }

    private static boolean hasWrongCheckDigit(AccountNumber number) {
        return number.looksLikeCard() && !number.passesLuhn();
    }

    private static void checkInstitutionCode(String path, NamedAccount account, Findings findings) {
        String code = account.institutionCode();
        if (code.isEmpty()) {
            findings.warn(
                    path + ".institutionCode",
                    "MISSING",
                    "value: none (expected: a bank number; the card's BIN decides, else a person)");
        } else if (!InstitutionCode.isValid(code)) {
            findings.warn(
                    path + ".institutionCode",
                    "INSTITUTION_CODE",
                    "value: " + Masking.mask(code)
                            + " (expected: a 12-digit bank number with a right check digit, or Z and 13 digits; the"
                            + " card's BIN decides, else a person)");
        }
    }
}
