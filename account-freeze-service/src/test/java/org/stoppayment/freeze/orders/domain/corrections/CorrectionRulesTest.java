package org.stoppayment.freeze.orders.domain.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal.Reason.DIVIDED_BY_100;
import static org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal.Reason.HALF_WIDTH_BRACKETS;
import static org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal.Reason.MATCHES_INFLOW;
import static org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal.Reason.ONLY_AMOUNT_MISMATCHED;
import static org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal.Reason.TIMES_100;
import static org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal.Reason.TIMES_10_000;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.orders.domain.AwaitedBookings;
import org.stoppayment.freeze.orders.domain.Dispatch;
import org.stoppayment.freeze.orders.domain.OrderNotes;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.Samples;
import org.stoppayment.freeze.orders.domain.SendingProgress;
import org.stoppayment.freeze.orders.domain.StopApplication;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderState;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionRules.KnownInflow;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionRules.Reported;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.TransferId;

class CorrectionRulesTest {

    private static final Instant PAID_AT = Samples.NOON;
    private static final String NAME = "某某（上海）公司";
    private final CorrectionRules rules =
            new CorrectionRules(new NameForms(UnaryOperator.identity()), Duration.ofMinutes(10));

    private static StopOrder declined(String code, String name, String... mismatched) {
        return new StopOrder(
                Samples.ORDER,
                new StopApplication(
                        Samples.CASE,
                        new AccountRef("102100099996", "6222020000000000018", name, AccountKind.BANK_CORPORATE),
                        1,
                        Money.ofFen(1000),
                        Optional.empty(),
                        "cn-2016-86/2"),
                new Dispatch(Samples.NOON, new byte[] {1}, false),
                new StopOrderState.Declined(new ResultCode(code), List.of(mismatched)),
                SendingProgress.NONE,
                new OrderNotes(code, "", List.of()),
                AwaitedBookings.NONE,
                0);
    }

    private static TransferId id(int number) {
        return new TransferId(new UUID(2, number));
    }

    private static Reported reported(int number, long fen) {
        return new Reported(id(number), NAME, Optional.of(Money.ofFen(fen)), Optional.of(PAID_AT));
    }

    private static KnownInflow inflow(long fen, Duration after) {
        return new KnownInflow(Money.ofFen(fen), PAID_AT.plus(after));
    }

    private List<CorrectionProposal> sums(StopOrder order, Reported transfer, KnownInflow... inflows) {
        return rules.proposals(order, List.of(transfer), Arrays.asList(inflows), Optional.empty());
    }

    @Test
    void nameDeclinedIsProposedForTheTransfersThatBearIt() {
        Reported named = reported(1, 500);
        Reported other = new Reported(id(2), "别的公司", named.amount(), named.at());

        assertThat(rules.proposals(
                        declined("0301", NAME, "account.name"), List.of(named, other), List.of(), Optional.empty()))
                .containsExactly(CorrectionProposal.ofName(List.of(id(1)), "某某(上海)公司", List.of(HALF_WIDTH_BRACKETS)));
    }

    @Test
    void nameThatReadsRightOrHasNoTransferIsNotProposed() {
        assertThat(rules.proposals(declined("0301", "某某公司"), List.of(reported(1, 500)), List.of(), Optional.empty()))
                .isEmpty();
        assertThat(rules.proposals(declined("0301", NAME), List.of(), List.of(), Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100", "0300", "0302", "1304", "0500"})
    void otherDeclinesHaveNoProposal(String code) {
        assertThat(rules.mayPropose(declined(code, NAME))).isFalse();
        assertThat(sums(declined(code, NAME), reported(1, 500), inflow(50_000, Duration.ZERO)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, mode = EnumSource.Mode.EXCLUDE, names = "DECLINED")
    void orderThatIsNotDeclinedHasNone(Phase phase) {
        assertThat(rules.mayPropose(Samples.order(phase))).isFalse();
    }

    /** Yuan typed as fen, 万 left out, and their inverses; an inflow of that sum at that time. */
    @ParameterizedTest
    @CsvSource({
        "140000, 14000000, TIMES_100",
        "14, 140000, TIMES_10_000",
        "3, 300000000, TIMES_100_000_000",
        "14000000, 140000, DIVIDED_BY_100",
        "140000, 14, DIVIDED_BY_10_000",
        "300000000, 3, DIVIDED_BY_100_000_000"
    })
    void sumInAnotherUnitThatTheAccountReceivedIsProposed(long typed, long booked, CorrectionProposal.Reason reason) {
        assertThat(sums(declined("0400", NAME), reported(1, typed), inflow(booked, Duration.ofMinutes(-10))))
                .containsExactly(
                        CorrectionProposal.ofAmount(id(1), Money.ofFen(booked), List.of(reason, MATCHES_INFLOW)));
        assertThat(rules.sumsToLookFor(declined("0400", NAME), List.of(reported(1, typed))))
                .contains(typed, booked);
    }

    @Test
    void withoutAnInflowOnlyTheAmountAloneIsProposedUpon() {
        assertThat(sums(declined("0400", NAME), reported(1, 140_000))).isEmpty();
        assertThat(sums(
                        declined("0400", NAME, "transfers[0].amountFen", "transfers[0].bookedAt"),
                        reported(1, 140_000)))
                .isEmpty();
        assertThat(sums(declined("0400", NAME, "transfers[0].amountFen"), reported(1, 150)))
                .containsExactly(
                        CorrectionProposal.ofAmount(
                                id(1), Money.ofFen(15_000), List.of(TIMES_100, ONLY_AMOUNT_MISMATCHED)),
                        CorrectionProposal.ofAmount(
                                id(1), Money.ofFen(1_500_000), List.of(TIMES_10_000, ONLY_AMOUNT_MISMATCHED)),
                        CorrectionProposal.ofAmount(
                                id(1),
                                Money.ofFen(15_000_000_000L),
                                List.of(CorrectionProposal.Reason.TIMES_100_000_000, ONLY_AMOUNT_MISMATCHED)));
    }

    @Test
    void inflowLeavesTheLikelySumOnly() {
        assertThat(sums(
                        declined("0200", NAME, "amountFen"),
                        reported(1, 14_000_000),
                        inflow(140_000, Duration.ofMinutes(3))))
                .containsExactly(CorrectionProposal.ofAmount(
                        id(1), Money.ofFen(140_000), List.of(DIVIDED_BY_100, MATCHES_INFLOW, ONLY_AMOUNT_MISMATCHED)));
    }

    @Test
    void inflowAtAnotherTimeOrOfAnotherSumIsNone() {
        StopOrder order = declined("0400", NAME);

        assertThat(sums(
                        order,
                        reported(1, 140_000),
                        inflow(14_000_000, Duration.ofMinutes(10).plusNanos(1))))
                .isEmpty();
        assertThat(sums(order, reported(1, 140_000), inflow(14_000_001, Duration.ZERO)))
                .isEmpty();
        Reported timeless = new Reported(id(1), NAME, Optional.of(Money.ofFen(140_000)), Optional.empty());
        assertThat(sums(order, timeless, inflow(14_000_000, Duration.ofDays(1))))
                .hasSize(1);
    }

    @Test
    void sumThatTheAccountReceivedAsTypedIsRight() {
        assertThat(sums(
                        declined("0400", NAME, "amountFen"),
                        reported(1, 140_000),
                        inflow(140_000, Duration.ZERO),
                        inflow(14_000_000, Duration.ZERO)))
                .isEmpty();
    }

    @Test
    void sumsOutsideTheLimitsAndPartsOfAFenAreNotProposed() {
        StopOrder order = declined("0400", NAME, "amountFen");

        assertThat(sums(order, reported(1, Money.MAX_FEN)))
                .extracting(proposal -> proposal.amount().orElseThrow().fen())
                .containsExactly(Money.MAX_FEN / 100, Money.MAX_FEN / 10_000, Money.MAX_FEN / 100_000_000);
        assertThat(sums(order, reported(1, 99)))
                .extracting(proposal -> proposal.amount().orElseThrow().fen())
                .containsExactly(9_900L, 990_000L, 9_900_000_000L);
        assertThat(sums(order, new Reported(id(1), NAME, Optional.empty(), Optional.of(PAID_AT))))
                .isEmpty();
    }

    /** 150 fen were typed; the bank says of another stop, after the transfer, that 20,000.00 yuan were ever there. */
    @ParameterizedTest
    @CsvSource({"2000000, 0, 15000 1500000", "1499999, 0, 15000", "1499999, -1, 15000 1500000 15000000000"})
    void sumThatTheAccountNeverHadIsNotProposed(long total, int secondsAfterTransfer, String proposed) {
        assertThat(rules.proposals(
                        declined("0400", NAME, "amountFen"),
                        List.of(reported(1, 150)),
                        List.of(),
                        Optional.of(new CorrectionRules.KnownTotal(
                                Money.ofFen(total), PAID_AT.plusSeconds(secondsAfterTransfer)))))
                .extracting(proposal ->
                        String.valueOf(proposal.amount().orElseThrow().fen()))
                .containsExactly(proposed.split(" "));
    }

    @Test
    void proposalDoesNotPrintTheName() {
        assertThat(CorrectionProposal.ofName(List.of(id(1)), "某甲", List.of(HALF_WIDTH_BRACKETS)))
                .hasToString("CorrectionProposal[HALF_WIDTH_BRACKETS]");
    }
}
