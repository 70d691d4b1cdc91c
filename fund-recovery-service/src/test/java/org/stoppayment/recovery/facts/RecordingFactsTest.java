package org.stoppayment.recovery.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.testkit.FactEvents.account;
import static org.stoppayment.recovery.testkit.FactEvents.balance;
import static org.stoppayment.recovery.testkit.FactEvents.bookings;
import static org.stoppayment.recovery.testkit.FactEvents.filed;
import static org.stoppayment.recovery.testkit.FactEvents.paid;
import static org.stoppayment.recovery.testkit.FactEvents.second;
import static org.stoppayment.recovery.testkit.FactEvents.stop;
import static org.stoppayment.recovery.testkit.FactEvents.transfer;
import static org.stoppayment.recovery.testkit.FactEvents.transfers;
import static org.stoppayment.recovery.testkit.Moves.newId;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.FactKind;
import org.stoppayment.proto.freeze.v1.HoldMeasure;
import org.stoppayment.proto.freeze.v1.ReportedTransferFact;

/** Facts are kept, and what they say anew makes accounts due. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class RecordingFactsTest extends FactsFixture {

    @Test
    void transferIsKeptAsItWasReported() {
        String transferId = newId();
        String corrected = newId();
        ReportedTransferFact.Builder fact = transfer(transferId, mule)
                .setCorrectsTransferId(corrected)
                .setTransfer(Transfer.newBuilder()
                        .setPayer(account("payer-" + caseId))
                        .setPayee(mule)
                        .setSerial("S1"));

        deliver(transfers(caseId, fact).build());

        assertThat(count("reported_transfer WHERE transfer_id = '" + transferId + "' AND case_id = '" + caseId
                        + "' AND payer_number = 'payer-" + caseId + "' AND account_number = 'mule-" + caseId
                        + "' AND account_name = 'Wang Wu' AND account_kind = 'BANK_PERSONAL' AND amount_fen IS NULL"
                        + " AND transferred_at IS NULL AND serial = 'S1' AND corrects = '" + corrected
                        + "' AND duplicate_of IS NULL AND is_loss AND revision = 1"))
                .isOne();
        assertThat(count("recovery_case WHERE case_id = '" + caseId + "' AND victim_name = 'Li Si'"))
                .isOne();
        assertThat(revision(mule)).isOne();
        assertThat(revision(account("payer-" + caseId))).isOne();
    }

    @Test
    void transferThatTurnsOutToBeNoLossMakesItsAccountDueAgain() {
        ReportedTransferFact.Builder fact = transfer(newId(), mule);
        deliver(transfers(caseId, fact).build());

        deliver(transfers(caseId, fact.setRevision(2).setIsLoss(false)).build());

        assertThat(count("reported_transfer WHERE case_id = '" + caseId + "' AND NOT is_loss"))
                .isOne();
        assertThat(revision(mule)).isEqualTo(2);
    }

    @Test
    void correctionMakesTheAccountOfTheCorrectedTransferDue() {
        String wrong = newId();
        deliver(transfers(caseId, transfer(wrong, mule)).build());

        deliver(transfers(caseId, transfer(newId(), next).setCorrectsTransferId(wrong))
                .build());

        assertThat(revision(mule)).isEqualTo(2);
        assertThat(revision(next)).isOne();
    }

    @Test
    void ofSeveralNamesOfAVictimTheGreatestCountsInAnyOrder() {
        deliver(transfers(caseId, transfer(newId(), mule)).setVictimName("B").build());
        deliver(transfers(caseId, transfer(newId(), mule)).setVictimName("").build());
        deliver(transfers(caseId, transfer(newId(), mule)).setVictimName("A").build());

        assertThat(count("recovery_case WHERE case_id = '" + caseId + "' AND victim_name = 'B'"))
                .isOne();
    }

    @Test
    void paymentMakesTheAccountAndThatWhichWasPaidDue() {
        deliver(bookings(mule, paid("S1", next)).build());

        assertThat(count("booking WHERE account_number = 'mule-" + caseId + "' AND direction = 'OUT' AND serial = 'S1'"
                        + " AND ordinal = 1 AND revision = 1 AND kind = 'TRANSFER' AND amount_fen = 5000"
                        + " AND counterparty_number = 'next-" + caseId + "' AND NOT is_replaced"))
                .isOne();
        assertThat(revision(mule)).isOne();
        assertThat(revision(next)).isOne();
    }

    @Test
    void paymentToAnotherAccountThanWasToldMakesBothDue() {
        deliver(bookings(mule, paid("S1", next)).build());

        deliver(bookings(mule, paid("S1", last).setRevision(2)).build());

        assertThat(List.of(revision(mule), revision(next), revision(last))).containsExactly(2L, 2L, 1L);
    }

    @Test
    void cashMakesOnlyItsAccountDue() {
        deliver(bookings(mule, paid("S1", next).setKind(FactKind.FACT_KIND_CASH).clearCounterparty())
                .build());

        assertThat(revision(mule)).isOne();
        assertThat(count("attributed_account WHERE account_number = ''")).isZero();
    }

    @Test
    void balanceIsKept() {
        String application = newId();

        deliver(balance(application, mule).setOpeningFen(0).setSince(second(0)).build());

        assertThat(count("balance WHERE application_id = '" + application
                        + "' AND balance_fen = 3000 AND opening_fen = 0 AND since IS NOT NULL"))
                .isOne();
        assertThat(revision(mule)).isOne();
    }

    @Test
    void freezeIsKeptWithTheLevelOfItsApproval() {
        String freeze = newId();

        deliver(stop(freeze, caseId, mule)
                .setMeasure(HoldMeasure.HOLD_MEASURE_FREEZE)
                .setApprovalLevel(ApprovalLevel.APPROVAL_LEVEL_CITY)
                .setReturnedFen(700)
                .build());

        assertThat(count("hold WHERE hold_id = '" + freeze + "' AND measure = 'FREEZE' AND approval_level = 'CITY'"
                        + " AND held_fen = 3000 AND returned_fen = 700 AND is_in_effect AND case_id = '" + caseId
                        + "'"))
                .isOne();
        assertThat(revision(mule)).isOne();
    }

    @Test
    void filingMakesTheAccountsOfTheCaseDueThatAreHeldOrWereReported() {
        deliver(stop(newId(), caseId, mule).build());
        deliver(transfers(caseId, transfer(newId(), next)).build());

        deliver(filed(caseId).build());

        assertThat(count("recovery_case WHERE case_id = '" + caseId
                        + "' AND victim_name = 'Li Si' AND status_revision = 1"
                        + " AND filing_number = 'A-2026-1' AND filed_at IS NOT NULL AND NOT is_closed"))
                .isOne();
        assertThat(List.of(revision(mule), revision(next))).containsExactly(2L, 2L);
    }
}
