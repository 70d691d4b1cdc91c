package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.Refusals.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.freeze.v1.HoldProposal;
import org.stoppayment.proto.freeze.v1.ListOverheldAccountsRequest;
import org.stoppayment.proto.freeze.v1.ProposeHoldsRequest;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/**
 * Several cases have money on one account, and each counts what left it in full: what they have there as one, above the sum of what each
 * has, may be frozen by the case that freezes first.
 */
@QuarkusTest
class SharedSurplusTest extends HoldsFixture {

    private static final Instant HOUR_LATER = Report.PAID_AT.plusSeconds(3_600);
    private static final Instant LEFT_AT = HOUR_LATER.plusSeconds(600);

    private final Account beyond = account();

    @Test
    void firstCaseToFreezeMayHoldWhatNoCaseHasByItself() {
        leaves(TAINT);
        String caseA = paidInto(Report.PAID_AT, TAINT);
        String caseB = paidInto(HOUR_LATER, TAINT);
        bookAll();

        Freeze held = order(freezeOf(caseA), FreezeState.FREEZE_STATE_IN_EFFECT);

        assertThat(held.getAmountFen()).as("200 came in, 100 left").isEqualTo(TAINT);
        assertRefused("NOTHING_TO_FREEZE", () -> freeze().holds()
                .orderFreeze(freezeOf(caseB).build()));
        bookAll();
        assertThat(booked(caseA, account, FundsPosition.FUNDS_POSITION_FROZEN))
                .as("in the books of the case its money has left the account")
                .isZero();
    }

    @Test
    void surplusIsProposedWithEachCaseUntilOneHasFrozenIt() {
        leaves(TAINT);
        String caseA = paidInto(Report.PAID_AT, TAINT);
        String caseB = paidInto(HOUR_LATER, TAINT);
        bookAll();

        assertThat(proposals(caseA)).singleElement().satisfies(proposed -> {
            assertThat(proposed.getAmountFen()).isZero();
            assertThat(proposed.getSurplusFen()).isEqualTo(TAINT);
        });
        assertThat(proposals(caseB)).hasSize(1);

        order(freezeOf(caseA), FreezeState.FREEZE_STATE_IN_EFFECT);

        assertThat(proposals(caseA)).isEmpty();
        assertThat(proposals(caseB)).isEmpty();
    }

    private List<HoldProposal> proposals(String caseId) {
        return freeze()
                .holds()
                .proposeHolds(ProposeHoldsRequest.newBuilder().setCaseId(caseId).build())
                .getProposalsList()
                .stream()
                .filter(proposed -> proposed.getAccount().getNumber().equals(account.getNumber()))
                .toList();
    }

    @Test
    void surplusIsNotHeldTooMuch() {
        leaves(TAINT);
        String caseA = paidInto(Report.PAID_AT, TAINT);
        paidInto(HOUR_LATER, TAINT);
        bookAll();
        order(freezeOf(caseA), FreezeState.FREEZE_STATE_IN_EFFECT);

        time.jump(Duration.ofHours(49)); // no stop holds the account any more
        advance();
        time.jump(Duration.ofHours(10));

        assertThat(freeze().statistics()
                        .listOverheldAccounts(ListOverheldAccountsRequest.newBuilder()
                                .setCaseId(caseA)
                                .build())
                        .getAccountsList())
                .isEmpty();
    }

    @Test
    void surplusComesOnTopOfTheCasesOwnMoney() {
        leaves(TAINT / 2);
        String caseA = paidInto(Report.PAID_AT, TAINT);
        paidInto(HOUR_LATER, TAINT);
        bookAll();

        Freeze held = order(freezeOf(caseA), FreezeState.FREEZE_STATE_IN_EFFECT);

        assertThat(held.getAmountFen())
                .as("half of its own, and half that both count as gone")
                .isEqualTo(TAINT);
        assertRefused("ABOVE_CEILING", () -> freeze().holds()
                .changeFreeze(changeOf(held.getApplicationId(), TAINT + 1).build()));
    }

    @Test
    void oneTransferThatTwoCasesReportCountsOnce() {
        leaves(TAINT);
        String caseA = paidInto(Report.PAID_AT, TAINT);
        paidInto(Report.PAID_AT.plusSeconds(300), TAINT);
        bookAll();

        assertRefused("NOTHING_TO_FREEZE", () -> freeze().holds()
                .orderFreeze(freezeOf(caseA).build()));
    }

    @Test
    void moneyOfAWithdrawnCaseDoesNotCount() {
        leaves(TAINT);
        String caseA = paidInto(Report.PAID_AT, TAINT);
        String caseB = paidInto(HOUR_LATER, TAINT);
        bookAll();
        freeze().deliver(List.of(Withdrawn.of(caseB, 1)));
        bookAll();

        assertRefused("NOTHING_TO_FREEZE", () -> freeze().holds()
                .orderFreeze(freezeOf(caseA).build()));
    }

    @Test
    void transferWhoseTimeIsUnknownLeavesNoSurplus() {
        leaves(TAINT);
        String caseA = paidInto(Report.PAID_AT, TAINT);
        paidInto(HOUR_LATER, TAINT);
        bookAll();
        database.execute("UPDATE reported_transfer SET transferred_at = NULL WHERE case_id = '" + caseA + "'");

        assertRefused("NOTHING_TO_FREEZE", () -> freeze().holds()
                .orderFreeze(freezeOf(caseA).build()));
    }

    @Test
    void oneOfTwoCasesThatFreezeAtOnceGetsTheSurplus() {
        leaves(TAINT);
        List<String> cases = List.of(paidInto(Report.PAID_AT, TAINT), paidInto(HOUR_LATER, TAINT));
        bookAll();

        cases.stream()
                .map(caseId -> CompletableFuture.runAsync(
                        () -> freeze().holds().orderFreeze(freezeOf(caseId).build())))
                .toList()
                .forEach(ordered -> ordered.handle((done, refused) -> done).join());

        awaitQuiet();
        assertThat(database.number("SELECT sum(amount_fen) FROM freeze_order")).isEqualTo(TAINT);
    }

    @Test
    void caseByItselfHasNoSurplus() {
        leaves(TAINT / 2);
        String caseA = paidInto(Report.PAID_AT, TAINT);
        bookAll();

        assertThat(order(freezeOf(caseA), FreezeState.FREEZE_STATE_IN_EFFECT).getAmountFen())
                .isEqualTo(TAINT / 2);
    }

    /** So much left the account, after all that came in. */
    private void leaves(long fen) {
        gateway()
                .onSend(
                        account.getNumber(),
                        gateway().stopsAndTells(TAINT, Outcomes.outflow("1", fen, beyond, LEFT_AT)));
    }

    private String paidInto(Instant at, long fen) {
        String caseId = newCase();
        freeze().deliver(Report.of(caseId).paidFrom(account(), account, fen, at));
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        file(caseId);
        return caseId;
    }
}
