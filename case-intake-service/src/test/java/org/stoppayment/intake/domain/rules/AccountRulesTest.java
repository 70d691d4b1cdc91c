package org.stoppayment.intake.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.domain.Reported.BANK;
import static org.stoppayment.intake.domain.Reported.CARD;
import static org.stoppayment.intake.domain.Reported.NOW;
import static org.stoppayment.intake.domain.Reported.PAYEE;
import static org.stoppayment.intake.domain.Reported.payee;
import static org.stoppayment.intake.domain.Reported.report;
import static org.stoppayment.intake.domain.Reported.transfer;
import static org.stoppayment.intake.domain.Reported.warnings;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.intake.domain.NamedAccount;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.kernel.AccountKind;

/** The rules of accounts in reports. */
class AccountRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"6.22E+18", "6.22202E18", "6e18", "6.2220200000000E+18"})
    void numberThatASpreadsheetShortenedIsWarnedOf(String number) {
        assertThat(warnings(report(transfer(payee(number, AccountKind.BANK_PERSONAL, BANK)))))
                .containsExactly("transfers[0].payee.number SCIENTIFIC_NOTATION");
    }

    @Test
    void tooLongSerialOrNameIsAWarning() {
        assertThat(warnings(report(transfer(PAYEE, Optional.of(1L), "CNY", Optional.of(NOW), "S".repeat(100)))))
                .isEmpty();
        assertThat(warnings(report(transfer(PAYEE, Optional.of(1L), "CNY", Optional.of(NOW), "S".repeat(101)))))
                .containsExactly("transfers[0].serial TOO_LONG");
        assertThat(warnings(report(transfer(new NamedAccount("N".repeat(201), CARD, AccountKind.BANK_PERSONAL, BANK)))))
                .containsExactly("transfers[0].payee.name TOO_LONG");
    }

    @ParameterizedTest
    @CsvSource({
        "6222020000000000018, BANK_PERSONAL, ''",
        "6222020000000000012, BANK_PERSONAL, LUHN",
        "6222020000000000012, BANK_CORPORATE, ''",
        "446777012345, BANK_PERSONAL, ''",
        "some/account, BANK_PERSONAL, UNUSUAL_CHARACTERS"
    })
    void accountNumberIsCheckedByItsKind(String number, AccountKind kind, String code) {
        assertThat(warnings(report(transfer(payee(number, kind, BANK)))))
                .isEqualTo(code.isEmpty() ? List.of() : List.of("transfers[0].payee.number " + code));
    }

    @Test
    void accountNumberHasSixtyFourCharactersAtMost() {
        assertThat(warnings(report(transfer(payee("9".repeat(64), AccountKind.PAYMENT, BANK)))))
                .isEmpty();
        assertThat(warnings(report(transfer(payee("9".repeat(65), AccountKind.PAYMENT, BANK)))))
                .containsExactly("transfers[0].payee.number TOO_LONG");
    }

    @Test
    void payerWithANumberIsChecked() {
        Transfer named = new Transfer(
                payee("6222020000000000012", AccountKind.BANK_PERSONAL, ""),
                PAYEE,
                Optional.of(1L),
                "CNY",
                Optional.of(NOW),
                "S1");

        assertThat(warnings(report(named))).containsExactly("transfers[0].payer.number LUHN");
    }

    @Test
    void missingOrInvalidInstitutionCodeIsAWarning() {
        assertThat(warnings(report(transfer(payee(CARD, AccountKind.BANK_PERSONAL, "")))))
                .containsExactly("transfers[0].payee.institutionCode MISSING");
        assertThat(warnings(report(transfer(payee(CARD, AccountKind.BANK_PERSONAL, "102100099995")))))
                .containsExactly("transfers[0].payee.institutionCode INSTITUTION_CODE");
    }
}
