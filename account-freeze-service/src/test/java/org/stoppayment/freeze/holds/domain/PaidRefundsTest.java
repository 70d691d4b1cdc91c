package org.stoppayment.freeze.holds.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.holds.domain.FreezeSamples.AMOUNT;
import static org.stoppayment.freeze.holds.domain.FreezeSamples.EXPIRES_AT;
import static org.stoppayment.freeze.holds.domain.FreezeSamples.REQUESTED_AT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.domain.FreezeReport;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.PaymentId;

/** What refunds make of a freeze that held 60,000 yuan. */
class PaidRefundsTest {

    private static final UUID PAYMENT = UUID.fromString("018f0000-0000-7000-8000-00000000000a");
    private static final UUID OTHER = UUID.fromString("018f0000-0000-7000-8000-00000000000b");
    private static final Instant LATER = REQUESTED_AT.plusSeconds(86_400);
    private final Freeze held = FreezeSamples.freeze(FreezeState.IN_EFFECT);

    @Test
    void rowsOfRefundsInAnyOrderHaveTheSameEffect() {
        List<Refund> all = new ArrayList<>(
                List.of(refund(PAYMENT, 1, 20_000, 1), refund(PAYMENT, 2, 5_000, 3), refund(OTHER, 1, 7_000, 2)));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(all, new Random(i));
            Freeze paid = held;
            for (int known = 1; known <= all.size(); known++) {
                paid = paid.withRefunds(new PaidRefunds(all.subList(0, known)), false, LATER);
            }

            assertThat(paid.frozen().sum()).as("%s", all).contains(yuan(48_000));
            assertThat(paid.frozen().returned()).as("%s", all).isEqualTo(yuan(12_000));
        }
    }

    @Test
    void restKeepsTheStateAndTheEnd() {
        Freeze paid = paid(held, refund(PAYMENT, 1, 20_000, 1));

        assertThat(paid.state()).isEqualTo(FreezeState.IN_EFFECT);
        assertThat(paid.expiresAt()).isEqualTo(EXPIRES_AT);
        assertThat(paid.endedAt()).isEmpty();
        assertThat(paid.application()).isEqualTo(held.application());
    }

    @Test
    void lastFenEndsALimitedFreezeAndMoneyThatComesBackIsHeldAgainToTheSameEnd() {
        Freeze returned = paid(held, refund(PAYMENT, 1, 60_000, 1));
        Freeze back = paid(returned, refund(PAYMENT, 1, 60_000, 1), refund(PAYMENT, 2, 0, 2));

        assertThat(returned.state()).isEqualTo(FreezeState.RETURNED);
        assertThat(returned.endedAt()).contains(LATER);
        assertThat(FreezeBooking.of(returned).effect()).isEqualTo(FreezeBooking.Effect.RETURNED);
        assertThat(back.state()).isEqualTo(FreezeState.IN_EFFECT);
        assertThat(back.frozen().sum()).contains(AMOUNT);
        assertThat(back.expiresAt()).isEqualTo(EXPIRES_AT);
        assertThat(back.endedAt()).isEmpty();
    }

    @Test
    void freezeThatWasReplacedStaysEndedWhenMoneyComesBack() {
        Freeze returned = paid(held, refund(PAYMENT, 1, 60_000, 1));

        Freeze back = returned.withRefunds(
                new PaidRefunds(List.of(refund(PAYMENT, 1, 60_000, 1), refund(PAYMENT, 2, 0, 2))), true, LATER);

        assertThat(back.state()).isEqualTo(FreezeState.RETURNED);
        assertThat(back.frozen().returned()).isEqualTo(Money.ZERO);
    }

    @Test
    void freezeThatEndedStaysEndedAndHeldLessThen() {
        for (FreezeState ended : List.of(FreezeState.LIFTED, FreezeState.AUTO_LIFTED)) {
            Freeze paid = paid(FreezeSamples.freeze(ended), refund(PAYMENT, 1, 60_000, 1));

            assertThat(paid.state()).isEqualTo(ended);
            assertThat(paid.frozen().sum()).contains(Money.ZERO);
            assertThat(paid.frozen().returned()).isEqualTo(AMOUNT);
        }
    }

    @Test
    void sumThatIsToldAfterThePaymentIsNotLoweredAgain() {
        Freeze partial = paid(FreezeSamples.freeze(FreezeState.PARTIAL), refund(PAYMENT, 1, 20_000, 1));
        Freeze told = tell(partial, 35_000, 3); // the second payment is in it, and not known of yet

        Freeze paid = paid(told, refund(PAYMENT, 1, 20_000, 1), refund(OTHER, 1, 5_000, 2));

        assertThat(told.frozen().sum()).contains(yuan(35_000));
        assertThat(paid.frozen().sum()).contains(yuan(35_000));
        assertThat(paid.frozen().returned()).isEqualTo(yuan(25_000));
        assertThat(paid(told, refund(PAYMENT, 1, 20_000, 1), refund(OTHER, 1, 5_000, 2), refund(OTHER, 2, 0, 4))
                        .frozen()
                        .sum())
                .as("what comes back after it was told is added")
                .contains(yuan(40_000));
        assertThat(paid(told, refund(PAYMENT, 1, 20_000, 1), refund(OTHER, 1, 5_000, 4))
                        .frozen()
                        .sum())
                .as("what is paid after it was told is taken off")
                .contains(yuan(30_000));
    }

    @Test
    void answerFromBeforeThePaymentDoesNotRaiseTheSumAgain() {
        Freeze partial = paid(FreezeSamples.freeze(FreezeState.PARTIAL), refund(PAYMENT, 1, 20_000, 1));

        assertThat(tell(partial, 60_000, 3).frozen().sum()).contains(yuan(40_000));
        assertThat(tell(partial, 50_000, 3).frozen().sum()).contains(yuan(40_000));
    }

    @Test
    void firstAnswerThatIsRepeatedBeforeTheRefundIsKnownIsFromBeforeIt() {
        Freeze repeated = FreezeSamples.freeze(FreezeState.PARTIAL)
                .after(told(60_000), at(3))
                .orElse(FreezeSamples.freeze(FreezeState.PARTIAL));

        assertThat(paid(repeated, refund(PAYMENT, 1, 20_000, 2)).frozen().sum()).contains(yuan(40_000));
    }

    @Test
    void sumThatWasOrderedAnewCountsAndLaterPaymentsAreTakenOffIt() {
        Freeze changed = paid(held, refund(PAYMENT, 1, 20_000, 1))
                .changedTo(yuan(50_000), ResultCode.OK, FreezeReport.NONE, at(3));

        assertThat(changed.frozen().sum()).contains(yuan(50_000));
        assertThat(paid(changed, refund(PAYMENT, 1, 20_000, 1), refund(OTHER, 1, 10_000, 4))
                        .frozen()
                        .sum())
                .contains(yuan(40_000));
    }

    @Test
    void sumThatWasNotKnownLacksWhatWasPaidBeforeItIsTold() {
        Freeze unknown = new Freeze(
                held.id(),
                held.application(),
                FreezeState.PARTIAL,
                DeliveryProgress.NONE,
                "1200",
                "",
                new FrozenSum(
                        Optional.empty(), Optional.empty(), Optional.of(REQUESTED_AT), Optional.empty(), Money.ZERO),
                EXPIRES_AT,
                Optional.empty());

        Freeze paid = paid(unknown, refund(PAYMENT, 1, 20_000, 1));

        assertThat(paid.lacksSum()).isTrue();
        assertThat(tell(paid, 40_000, 2).frozen().sum()).contains(yuan(40_000));
    }

    @Test
    void anyHistoryLeavesWhatTheInstitutionHas() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            assertHistory(random, "seed " + seed + ", round " + round);
        }
    }

    /** The institution pays, takes back, and is ordered other sums; what it does becomes known late, in any order and twice. */
    private void assertHistory(Random random, String when) {
        long at = 1;
        long there = 60_000;
        Freeze freeze = held;
        Map<UUID, Refund> last = new HashMap<>();
        List<Refund> known = new ArrayList<>();
        List<Refund> late = new ArrayList<>();
        for (int step = 0; step < 12; step++, at++) {
            int luck = random.nextInt(4);
            if (luck < 2) {
                UUID payment = new UUID(0, random.nextInt(3));
                Refund before = last.getOrDefault(payment, refund(payment, 0, 0, 0));
                long paid = random.nextLong(0, there + before.paid().fen() / 100 + 1);
                there += before.paid().fen() / 100 - paid;
                last.put(payment, refund(payment, before.revision() + 1, paid, at));
                late.add(last.get(payment));
            } else if (luck == 2) {
                there = random.nextLong(1, 90_000);
                freeze = freeze.state().holdsMoney()
                        ? freeze.changedTo(yuan(there), ResultCode.OK, FreezeReport.NONE, at(at))
                        : freeze;
                there = freeze.state().holdsMoney() ? there : 0;
                if (there == 0) {
                    return; // it has ended: nothing is ordered any more
                }
            } else if (!late.isEmpty()) {
                known.add(late.remove(random.nextInt(late.size())));
                freeze = freeze.withRefunds(new PaidRefunds(known), false, at(at));
            }
        }
        Collections.shuffle(late, random);
        for (Refund refund : late) {
            known.add(refund);
            freeze = freeze.withRefunds(new PaidRefunds(known), false, at(at));
        }
        assertThat(freeze.frozen().sum()).as(when).contains(yuan(there));
        assertThat(freeze.frozen().returned())
                .as(when)
                .isEqualTo(last.values().stream().map(Refund::paid).reduce(Money.ZERO, Money::plus));
    }

    private static Freeze paid(Freeze freeze, Refund... refunds) {
        return freeze.withRefunds(new PaidRefunds(List.of(refunds)), false, LATER);
    }

    private static Freeze tell(Freeze freeze, long yuan, long at) {
        return freeze.after(told(yuan), at(at)).orElse(freeze);
    }

    private static FreezeEvent told(long yuan) {
        return new FreezeEvent(
                FreezeEvent.Kind.HELD_PARTLY,
                Optional.of(ResultCode.BALANCE_SHORT),
                "",
                new FreezeReport(Optional.empty(), Optional.of(yuan(yuan)), Optional.empty()));
    }

    private Refund refund(UUID payment, int revision, long yuan, long at) {
        return new Refund(
                new PaymentId(payment), held.id(), held.caseId(), revision, yuan(yuan), at(at), List.of(), "");
    }

    private static Instant at(long minutes) {
        return REQUESTED_AT.plusSeconds(minutes * 60);
    }

    private static Money yuan(long yuan) {
        return Money.ofFen(yuan * 100);
    }
}
