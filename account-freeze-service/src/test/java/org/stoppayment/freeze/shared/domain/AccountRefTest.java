package org.stoppayment.freeze.shared.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.AccountKind;

/** What an institution writes of an account is read as intake reads what a caller says. */
class AccountRefTest {

    private static final String ABC = "103100000026";
    private static final String NUMBER = "6228488076130008818";

    @ParameterizedTest
    @ValueSource(
            strings = {
                NUMBER,
                "6228 4880 7613 0008 818",
                "6228-4880-7613-0008-818",
                " 6228488076130008818 ",
                "６２２８４８８０７６１３０００８８１８",
                "6228\u30004880\u00a07613\u20130008\u2212818"
            })
    void oneNumberIsOneAccountHoweverItIsWritten(String written) {
        assertThat(reported(ABC, written).key()).isEqualTo(new AccountRef.Key(ABC, NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {ABC, " 103100000026", "1031-0000-0026", "１０３１００００００２６", "103 100 000 026"})
    void codeIsReadHoweverItIsWritten(String written) {
        assertThat(reported(written, NUMBER).institutionCode()).isEqualTo(ABC);
    }

    @Test
    void codeOfAPaymentInstitutionIsOneToo() {
        assertThat(reported("ｚ2007933000010", NUMBER).institutionCode()).isEmpty();
        assertThat(reported("Ｚ2007933000010", NUMBER).institutionCode()).isEqualTo("Z2007933000010");
    }

    @ParameterizedTest
    @CsvSource({"garbage", "102100099995", "10310000002", "Z20079330", "''", "某某银行"})
    void codeThatIsNoneCountsAsMissing(String written) {
        assertThat(reported(written, NUMBER).institutionCode()).isEmpty();
    }

    @Test
    void codeOfAnInstitutionThatNobodyHasConnectedStays() {
        assertThat(reported("403100000004", NUMBER).institutionCode()).isEqualTo("403100000004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " - "})
    void whatHasNothingOfANumberStaysAsItWasTold(String written) {
        assertThat(reported(ABC, written).number()).isEqualTo(written);
    }

    private static AccountRef reported(String code, String number) {
        return AccountRef.reported(code, number, "", AccountKind.UNSPECIFIED);
    }
}
