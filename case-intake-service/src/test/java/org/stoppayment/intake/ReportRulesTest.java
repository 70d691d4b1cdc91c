package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.account;
import static org.stoppayment.intake.Reports.report;
import static org.stoppayment.intake.Reports.transfer;
import static org.stoppayment.intake.Reports.victim;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.CaseSummary;
import org.stoppayment.proto.intake.v1.IdType;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ProtectiveStop;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.SuspectContact;
import org.stoppayment.proto.intake.v1.Victim;

/** Reports that are accepted, and their warnings. */
@QuarkusTest
class ReportRulesTest extends IntakeTest {

    private static ReportFraudRequest.Builder paidTo(Account.Builder payee) {
        return report().setTransfers(0, transfer().setPayee(payee));
    }

    @Test
    void completeReportIsAcceptedWithoutWarnings() {
        assertThat(warningsOf(report())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "102100099996",
                "103100000026",
                "104100000004",
                "105100000017",
                "308584000013",
                "403100000004",
                "Z2007933000010"
            })
    void validInstitutionCodeIsAcceptedWithoutWarnings(String code) {
        assertThat(warningsOf(paidTo(account(Reports.CARD).setInstitutionCode(code))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"102100099995", "Z20079330", "ICBC", "10210009999"})
    void invalidInstitutionCodeIsAWarning(String code) {
        assertThat(warningsOf(paidTo(account(Reports.CARD).setInstitutionCode(code))))
                .containsExactly("transfers[0].payee.institutionCode INSTITUTION_CODE");
    }

    @Test
    void missingInstitutionCodeIsAWarning() {
        assertThat(warningsOf(paidTo(account(Reports.CARD).clearInstitutionCode())))
                .containsExactly("transfers[0].payee.institutionCode MISSING");
    }

    @ParameterizedTest
    @CsvSource({
        "ID_TYPE_RESIDENT_ID, 11010519491231002X, true",
        "ID_TYPE_RESIDENT_ID, 440524188001010014, true",
        "ID_TYPE_RESIDENT_ID, 110105194912310021, false",
        "ID_TYPE_RESIDENT_ID, 110105194902300021, false",
        "ID_TYPE_CREDIT_CODE, 91350100M000100Y43, true",
        "ID_TYPE_CREDIT_CODE, 91350100M000100Y44, false",
        "ID_TYPE_PASSPORT, E12345678, true",
        "ID_TYPE_UNSPECIFIED, whatever, true"
    })
    void invalidIdentityNumberIsAWarning(IdType type, String number, boolean right) {
        assertThat(warningsOf(report().setVictim(victim().setIdType(type).setIdNumber(number))))
                .isEqualTo(
                        right
                                ? List.of()
                                : List.of("victim.idNumber " + type.name().substring(8)));
    }

    @Test
    void wrongCheckDigitIsAWarningForCardsOnly() {
        assertThat(warningsOf(paidTo(account("6222020000000000012"))))
                .containsExactly("transfers[0].payee.number LUHN");
        assertThat(warningsOf(paidTo(account("6222020000000000012").setKind(AccountKind.ACCOUNT_KIND_BANK_CORPORATE))))
                .isEmpty();
        assertThat(warningsOf(paidTo(account("446777012345")))).isEmpty();
        assertThat(warningsOf(with(transfer().setPayer(account("6222020000000000012")))))
                .containsExactly("transfers[0].payer.number LUHN");
    }

    @Test
    void fullWidthDigitsSpacesAndHyphensAreNormalisedWithoutWarnings() {
        assertThat(warningsOf(paidTo(account("６２２２ 0200-0000 0000　018")))).isEmpty();
    }

    @Test
    void unusualNumberIsAcceptedWithAWarning() {
        assertThat(warningsOf(paidTo(account("某某的账户"))))
                .containsExactly("transfers[0].payee.number UNUSUAL_CHARACTERS");
        assertThat(warningsOf(paidTo(account("9".repeat(65))))).containsExactly("transfers[0].payee.number TOO_LONG");
    }

    @Test
    void tooLongNameOrSerialIsAWarning() {
        assertThat(warningsOf(paidTo(account("6222020000000000018").setName("甲".repeat(200)))))
                .isEmpty();
        assertThat(warningsOf(paidTo(account("6222020000000000018").setName("甲".repeat(201)))))
                .containsExactly("transfers[0].payee.name TOO_LONG");
        assertThat(warningsOf(with(transfer().setSerial("S".repeat(101)))))
                .containsExactly("transfers[0].serial TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 14_000_000, 10_000_000_000_000L})
    void amountInRangeIsAccepted(long fen) {
        assertThat(warningsOf(with(transfer().setAmountFen(fen)))).isEmpty();
    }

    @Test
    void missingAmountTimeOrAccountIsAWarning() {
        assertThat(warningsOf(with(Transfer.newBuilder())))
                .containsExactly(
                        "transfers[0].payee.number MISSING",
                        "transfers[0].amountFen MISSING",
                        "transfers[0].transferredAt MISSING");
    }

    @Test
    void unknownCurrencyIsAWarningAndNoCurrencyMeansYuan() {
        assertThat(warningsOf(with(transfer().setCurrency("RMB"))))
                .containsExactly("transfers[0].currency NOT_A_CURRENCY");
        assertThat(warningsOf(with(transfer().clearCurrency()))).isEmpty();
        assertThat(warningsOf(with(transfer().setCurrency("CNY")))).isEmpty();
    }

    @Test
    void foreignAmountIsAWarningAndCountsInNoSum() {
        ReportFraudResponse taken = intake.reportFraud(
                with(transfer().setCurrency("USD").setAmountFen(14_000_000)).build());

        assertThat(brief(taken.getWarningsList())).containsExactly("transfers[0].currency FOREIGN_CURRENCY");
        assertThat(intake.listCases(ListCasesRequest.getDefaultInstance()).getCasesList())
                .filteredOn(listed -> listed.getCaseId().equals(taken.getCaseId()))
                .singleElement()
                .extracting(CaseSummary::getReportedFen)
                .isEqualTo(0L);
    }

    @Test
    void unknownEnumNumbersAreWarnings() {
        var report = with(transfer().setPayee(account(Reports.CARD).setKindValue(99)))
                .setChannelValue(77)
                .setFraudTypeValue(-5)
                .setVictim(victim().setIdTypeValue(42))
                .addSuspectContacts(SuspectContact.newBuilder().setKindValue(9).setValue("x"));
        assertThat(warningsOf(report))
                .containsExactlyInAnyOrder(
                        "channel UNKNOWN_ENUM",
                        "fraudType UNKNOWN_ENUM",
                        "victim.idType UNKNOWN_ENUM",
                        "transfers[0].payee.kind UNKNOWN_ENUM",
                        "suspectContacts[0].kind UNKNOWN_ENUM");
    }

    @Test
    void missingTransfersAreAWarningWhenThereIsAPhone() {
        assertThat(warningsOf(report().clearTransfers())).containsExactly("transfers MISSING");
        var nothing = report().clearTransfers()
                .setVictim(Victim.newBuilder().setName("林某").setPhone(" "));
        assertThat(violationsOf(() -> intake.reportFraud(nothing.build())))
                .containsExactly("victim.phone NOTHING_TO_ACT_ON");
    }

    @Test
    void accountAloneIsAccepted() {
        var account = ReportFraudRequest.newBuilder()
                .setRequestId(newId())
                .addTransfers(
                        Transfer.newBuilder().setPayee(Account.newBuilder().setNumber("446777012345")));
        assertThat(warningsOf(account)).contains("transfers[0].amountFen MISSING");
        var own = ReportFraudRequest.newBuilder()
                .setRequestId(newId())
                .addProtectiveStops(ProtectiveStop.newBuilder().setAccount(account(Reports.CARD)));
        assertThat(warningsOf(own))
                .containsExactlyInAnyOrder("protectiveStops[0].consentRecordedAt MISSING", "transfers MISSING");
    }
}
