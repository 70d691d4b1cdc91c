package org.stoppayment.intake.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stoppayment.intake.domain.Reported.NOW;
import static org.stoppayment.intake.domain.Reported.PAYEE;
import static org.stoppayment.intake.domain.Reported.VICTIM;
import static org.stoppayment.intake.domain.Reported.brief;
import static org.stoppayment.intake.domain.Reported.report;
import static org.stoppayment.intake.domain.Reported.supplement;
import static org.stoppayment.intake.domain.Reported.transfer;
import static org.stoppayment.intake.domain.Reported.warnings;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.intake.domain.CaseSupplement;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Correction;
import org.stoppayment.intake.domain.FraudReport;
import org.stoppayment.intake.domain.NamedAccount;
import org.stoppayment.intake.domain.Operator;
import org.stoppayment.intake.domain.ProtectiveStop;
import org.stoppayment.intake.domain.Reported;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.intake.domain.Victim;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

class IntakeRulesTest {

    private static final String REQUEST_ID = "0195518a-0000-7000-8000-000000000001";

    @Test
    void completeReportAndSupplementAreAcceptedWithoutWarnings() {
        assertThat(warnings(report(transfer()))).isEmpty();
        assertThat(warnings(supplement(List.of(transfer()), List.of(), 0))).isEmpty();
    }

    @Test
    void requestIdMustBeAUuid() {
        assertThat(refusals(report("", VICTIM, List.of(transfer()), List.of()))).containsExactly("requestId MISSING");
        assertThat(refusals(report("17", VICTIM, List.of(transfer()), List.of())))
                .containsExactly("requestId NOT_A_UUID");
    }

    @Test
    void caseHasFiveHundredTransfersAtMost() {
        assertThat(warnings(report(REQUEST_ID, VICTIM, times(500), List.of()))).isEmpty();
        assertThat(refusals(report(REQUEST_ID, VICTIM, times(501), List.of()))).containsExactly("transfers TOO_MANY");
    }

    @Test
    void nilUuidIsNoRequestId() {
        assertThat(refusals(report("00000000-0000-0000-0000-000000000000", VICTIM, List.of(transfer()), List.of())))
                .containsExactly("requestId NIL_UUID");
    }

    @Test
    void protectiveStopsCountTowardsTheSameLimitAsTransfers() {
        ProtectiveStop stop = new ProtectiveStop(PAYEE, Optional.of(NOW));

        assertThat(warnings(report(REQUEST_ID, VICTIM, times(499), List.of(stop))))
                .isEmpty();
        assertThat(refusals(report(REQUEST_ID, VICTIM, times(499), List.of(stop, stop))))
                .containsExactly("protectiveStops TOO_MANY");
        assertThat(refusals(report(REQUEST_ID, VICTIM, List.of(), Collections.nCopies(501, stop))))
                .containsExactly("protectiveStops TOO_MANY");
        assertThat(refusals(report(REQUEST_ID, VICTIM, times(501), List.of(stop))))
                .containsExactly("transfers TOO_MANY");
    }

    @Test
    void correctionsCountTowardsTheTransfersOfOneSupplement() {
        Correction correction = new Correction(Reported.id(1).value().toString(), transfer());

        assertThat(warnings(supplement(times(499), List.of(correction), 0))).isEmpty();
        assertThat(refusals(supplement(times(500), List.of(correction), 0))).containsExactly("transfers TOO_MANY");
    }

    @Test
    void callMoreThanFiveMinutesAheadIsAWarning() {
        assertThat(warnings(startedAt(NOW.plusSeconds(300)))).isEmpty();
        assertThat(warnings(startedAt(NOW.plusSeconds(301)))).containsExactly("receivedAt IN_FUTURE");
    }

    @Test
    void transferMoreThanFiveMinutesAheadIsAWarning() {
        Transfer ahead = transfer(PAYEE, Optional.of(1L), "CNY", Optional.of(NOW.plusSeconds(301)), "S1");

        assertThat(warnings(report(ahead))).containsExactly("transfers[0].transferredAt IN_FUTURE");
    }

    @Test
    void missingFieldsOfATransferAreWarnings() {
        assertThat(warnings(report(transfer(NamedAccount.NONE, Optional.empty(), "CNY", Optional.empty(), ""))))
                .containsExactly(
                        "transfers[0].payee.number MISSING",
                        "transfers[0].amountFen MISSING",
                        "transfers[0].transferredAt MISSING");
        assertThat(warnings(report())).containsExactly("transfers MISSING");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "10000000000000, true", "0, false", "-1, false", "10000000000001, false"})
    void amountIsOneFenToTheMaximum(long fen, boolean accepted) {
        FraudReport report = report(transfer(PAYEE, Optional.of(fen), "CNY", Optional.of(NOW), "S1"));

        assertThat(refusals(report)).isEqualTo(accepted ? List.of() : List.of("transfers[0].amountFen OUT_OF_RANGE"));
    }

    @Test
    void foreignOrUnknownCurrencyIsAWarning() {
        assertThat(warnings(report(transfer(PAYEE, Optional.of(1L), "USD", Optional.of(NOW), "S1"))))
                .containsExactly("transfers[0].currency FOREIGN_CURRENCY");
        assertThat(warnings(report(transfer(PAYEE, Optional.of(1L), "RMB", Optional.of(NOW), "S1"))))
                .containsExactly("transfers[0].currency NOT_A_CURRENCY");
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 11010519491231002X, true",
        "RESIDENT_ID, 110105194912310021, false",
        "CREDIT_CODE, 91350100M000100Y43, true",
        "CREDIT_CODE, 91350100M000100Y44, false",
        "OTHER, anything, true",
        "RESIDENT_ID, '', true"
    })
    void invalidIdentityNumberIsAWarning(Victim.IdType type, String number, boolean right) {
        FraudReport report = report(REQUEST_ID, new Victim("Victim", type, number, ""), List.of(transfer()), List.of());

        assertThat(warnings(report)).isEqualTo(right ? List.of() : List.of("victim.idNumber " + type));
    }

    @Test
    void protectiveStopWithoutConsentIsAWarning() {
        assertThat(warnings(protecting(new ProtectiveStop(PAYEE, Optional.of(NOW)))))
                .containsExactly("transfers MISSING");
        assertThat(warnings(protecting(new ProtectiveStop(NamedAccount.NONE, Optional.empty()))))
                .containsExactly(
                        "protectiveStops[0].account.number MISSING",
                        "protectiveStops[0].consentRecordedAt MISSING",
                        "transfers MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void reportWithoutAnAccountOrATelephoneIsRefused(String phone) {
        Victim unreachable = new Victim("Victim", Victim.IdType.OTHER, "", phone);

        assertThat(refusals(report(REQUEST_ID, unreachable, List.of(transfer(NamedAccount.NONE)), List.of())))
                .containsExactly("victim.phone NOTHING_TO_ACT_ON");
        assertThat(refusals(report(REQUEST_ID, unreachable, List.of(transfer()), List.of())))
                .isEmpty();
        assertThat(refusals(report(
                        REQUEST_ID, unreachable, List.of(), List.of(new ProtectiveStop(PAYEE, Optional.of(NOW))))))
                .isEmpty();
    }

    @Test
    void supplementRequiresTheIdsOfCaseAndCorrectedTransfer() {
        CaseSupplement wrong = new CaseSupplement(
                REQUEST_ID,
                "no case",
                new Operator("desk", "badge"),
                List.of(),
                List.of(new Correction("no transfer", transfer(NamedAccount.NONE))),
                List.of(),
                0,
                new Content(new byte[0]),
                List.of(),
                List.of());

        assertThat(refusals(wrong)).containsExactly("caseId NOT_A_UUID", "corrections[0].transferId NOT_A_UUID");
    }

    @Test
    void correctedTransferIsChecked() {
        Correction correction = new Correction(Reported.id(1).value().toString(), transfer(NamedAccount.NONE));

        assertThat(warnings(supplement(List.of(), List.of(correction), 0)))
                .containsExactly("corrections[0].corrected.payee.number MISSING");
    }

    @Test
    void emptySupplementIsRefused() {
        assertThat(refusals(supplement(List.of(), List.of(), 0))).containsExactly("transfers NOTHING_TO_ACT_ON");
        assertThat(refusals(supplement(List.of(), List.of(), 1)))
                .as("a contact is something")
                .isEmpty();
    }

    @Test
    void violationsOfParsingAreIncluded() {
        Violation unreadable = new Violation("narrative", "FORBIDDEN_CHARACTER", "");
        Violation doubtful = new Violation("channel", "UNKNOWN", "");
        FraudReport whole = report(transfer());

        assertThat(refusals(found(whole, List.of(unreadable), List.of())))
                .containsExactly("narrative FORBIDDEN_CHARACTER");
        assertThat(warnings(found(whole, List.of(), List.of(doubtful)))).containsExactly("channel UNKNOWN");
        CaseSupplement supplement = supplement(List.of(transfer()), List.of(), 0);
        assertThat(refusals(found(supplement, List.of(unreadable), List.of())))
                .containsExactly("narrative FORBIDDEN_CHARACTER");
        assertThat(warnings(found(supplement, List.of(), List.of(doubtful)))).containsExactly("channel UNKNOWN");
    }

    private static FraudReport found(FraudReport from, List<Violation> unreadable, List<Violation> doubtful) {
        return new FraudReport(
                from.requestId(),
                from.channel(),
                from.receivedAt(),
                from.operator(),
                from.fraudType(),
                from.victim(),
                from.transfers(),
                from.protectiveStops(),
                from.content(),
                unreadable,
                doubtful);
    }

    private static CaseSupplement found(CaseSupplement from, List<Violation> unreadable, List<Violation> doubtful) {
        return new CaseSupplement(
                from.requestId(),
                from.caseId(),
                from.operator(),
                from.transfers(),
                from.corrections(),
                from.protectiveStops(),
                from.contacts(),
                from.content(),
                unreadable,
                doubtful);
    }

    private static FraudReport startedAt(Instant receivedAt) {
        FraudReport from = report(transfer());
        return new FraudReport(
                from.requestId(),
                from.channel(),
                Optional.of(receivedAt),
                from.operator(),
                from.fraudType(),
                from.victim(),
                from.transfers(),
                from.protectiveStops(),
                from.content(),
                List.of(),
                List.of());
    }

    private static FraudReport protecting(ProtectiveStop stop) {
        return report(REQUEST_ID, VICTIM, List.of(), List.of(stop));
    }

    private static List<Transfer> times(int count) {
        return Collections.nCopies(count, transfer());
    }

    private static List<String> refusals(FraudReport report) {
        return refusals(IntakeRules.examine(report, NOW));
    }

    private static List<String> refusals(CaseSupplement supplement) {
        return refusals(IntakeRules.examine(supplement, NOW));
    }

    private static List<String> refusals(Findings findings) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, findings::warningsOrRefuse);
        return refused == null ? List.of() : brief(refused.violations());
    }
}
