package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.Report.newCase;
import static org.stoppayment.proto.freeze.v1.CorrectionReason.CORRECTION_REASON_MATCHES_INFLOW;
import static org.stoppayment.proto.freeze.v1.CorrectionReason.CORRECTION_REASON_SIMPLIFIED_CHARACTERS;
import static org.stoppayment.proto.freeze.v1.CorrectionReason.CORRECTION_REASON_TIMES_100;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.CorrectionProposal;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;

/** A declined order says how its transfers might read; nothing is sent for that. */
@QuarkusTest
class CorrectionProposalsTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee =
            Report.account(FakeGateway.ICBC).toBuilder().setName("陳某").build();
    private final String transferId = newCase();

    private static Bank declines(String code, String... mismatched) {
        return id -> Bank.done(Outcomes.of(
                Feedback.newBuilder().setApplicationId(id).setResultCode(code).addAllMismatched(List.of(mismatched))));
    }

    /** The account was stopped before, for another case, and lifted since; its institution told of this inflow. */
    private void inflowIsKnown(long fen, Duration after) {
        database.execute(
                "INSERT INTO inflow (institution_code, account_number, serial, ordinal, application_id, amount_fen, booked_at,"
                        + " payer_institution_code, payer_number, payer_name, payer_kind) VALUES ('" + FakeGateway.ICBC
                        + "', '"
                        + payee.getNumber() + "', 'S" + fen + "', 1, gen_random_uuid(), " + fen + ", '"
                        + Report.PAID_AT.plus(after) + "', '', '', '', 'UNSPECIFIED')");
    }

    private StopOrder declined(long fen, Bank bank) {
        gateway().onSend(payee.getNumber(), bank);
        freeze().deliver(Report.of(caseId).paid(transferId, payee, fen));
        return awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);
    }

    @Test
    void nameInTraditionalCharactersIsProposedSimplified() {
        StopOrder order = declined(700, declines("0301", "account.name"));

        assertThat(order.getCorrectionProposalsList())
                .containsExactly(CorrectionProposal.newBuilder()
                        .setField("payee.name")
                        .addTransferIds(transferId)
                        .setProposedName("陈某")
                        .addReasons(CORRECTION_REASON_SIMPLIFIED_CHARACTERS)
                        .build());
        assertThat(freeze().order(order.getApplicationId()).getCorrectionProposalsList())
                .isEqualTo(order.getCorrectionProposalsList());
        assertThat(gateway().sendsTo(payee.getNumber()))
                .as("nothing is sent without a yes")
                .hasSize(1);
    }

    @Test
    void proposalIsGoneOnceTheTransferIsCorrected() {
        declined(700, declines("0301", "account.name"));
        gateway().onSend(payee.getNumber(), gateway().stops(700));
        Account corrected = payee.toBuilder().setName("陈某").build();

        freeze().deliver(Report.of(caseId).correcting(transferId, newCase(), corrected, 700));

        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().progress(caseId).getOrdersList())
                .allSatisfy(
                        order -> assertThat(order.getCorrectionProposalsList()).isEmpty());
        assertThat(gateway().sendsTo(payee.getNumber()).get(1).getAccount().getName())
                .isEqualTo("陈某");
    }

    @Test
    void sumInFenThatWasTypedInYuanIsProposedWhereTheAccountReceivedIt() {
        inflowIsKnown(70_000, Duration.ofMinutes(5));
        inflowIsKnown(7_000_000, Duration.ofMinutes(30));

        assertThat(declined(700, Bank.says("0400")).getCorrectionProposalsList())
                .containsExactly(CorrectionProposal.newBuilder()
                        .setField("amountFen")
                        .addTransferIds(transferId)
                        .setProposedFen(70_000)
                        .addReasons(CORRECTION_REASON_TIMES_100)
                        .addReasons(CORRECTION_REASON_MATCHES_INFLOW)
                        .build());
    }

    @Test
    void sumOfNoInflowIsNotProposed() {
        inflowIsKnown(71_000, Duration.ZERO);

        assertThat(declined(700, Bank.says("0400")).getCorrectionProposalsList())
                .isEmpty();
    }

    @Test
    void sumThatTheAccountNeverHadIsNotProposed() {
        gateway().onSend(payee.getNumber(), gateway().stops(60_000));
        String other = newCase();
        freeze().deliver(Report.of(other).paid(payee, 60_000));
        awaitOrder(other, STOP_ORDER_STATE_IN_EFFECT);
        time.jump(Duration.ofHours(49));
        advance();

        assertThat(declined(500, declines("0200", "transfers[0].amountFen")).getCorrectionProposalsList())
                .extracting(CorrectionProposal::getProposedFen)
                .containsExactly(50_000L, 5L);
    }

    @Test
    void otherDeclineAndAStopHaveNoProposal() {
        assertThat(declined(700, Bank.says("0302")).getCorrectionProposalsList())
                .isEmpty();
        Account stopped =
                Report.account(FakeGateway.ICBC).toBuilder().setName("陳某").build();
        String other = newCase();
        freeze().deliver(Report.of(other).paid(stopped, 700));

        assertThat(awaitOrder(other, STOP_ORDER_STATE_IN_EFFECT).getCorrectionProposalsList())
                .isEmpty();
    }
}
