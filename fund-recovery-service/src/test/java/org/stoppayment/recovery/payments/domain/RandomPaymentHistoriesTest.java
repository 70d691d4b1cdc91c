package org.stoppayment.recovery.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Messages are lost, repeated and overtake each other, processes die, institutions pay, decline, pay less, and send money back: whatever happens, the
 * institution pays an order once, and the payment says what it did.
 */
class RandomPaymentHistoriesTest {

    private static final int HISTORIES = 10_000;
    private static final int MAX_STEPS = 60;
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void noHistoryPaysTwiceOrLosesAFen() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int paid = 0;
        for (int history = 0; history < HISTORIES; history++) {
            History one = new History(random);
            one.run();
            one.require("seed " + seed + ", history " + history);
            paid += one.institution.paidFen > 0 ? 1 : 0;
        }
        assertThat(paid).as("seed " + seed).isBetween(HISTORIES / 10, HISTORIES);
    }

    /** An institution that knows an order by its id. */
    private static final class Institution {

        private final Random random;
        private boolean isTaken;
        private boolean isDeclined;
        private int effects;
        private long paidFen;
        private long returnedFen;

        private Institution(Random random) {
            this.random = random;
        }

        private RefundAnswer receive(long ordered) {
            if (effects == 0 && !isDeclined && !isTaken) {
                switch (random.nextInt(4)) {
                    case 0 -> isDeclined = true;
                    case 1 -> isTaken = true;
                    default -> pay(ordered);
                }
            }
            return state();
        }

        private void pay(long ordered) {
            effects++;
            paidFen = random.nextInt(5) == 0 ? 1 + random.nextInt((int) ordered) : ordered;
        }

        private void act(long ordered) {
            if (isTaken && effects == 0 && random.nextInt(3) == 0) {
                pay(ordered);
            } else if (effects == 1 && returnedFen == 0 && random.nextInt(20) == 0) {
                returnedFen = paidFen;
            }
        }

        private RefundAnswer state() {
            if (effects > 0) {
                Receipt receipt = new Receipt("R", paidFen, START, Optional.empty());
                return new RefundAnswer(
                        PaymentEvent.PAID,
                        "0000",
                        "",
                        Optional.of(receipt),
                        returnedFen > 0
                                ? Optional.of(new Receipt.Return(returnedFen, START, "account closed"))
                                : Optional.empty());
            }
            if (isDeclined) {
                return RefundAnswer.code(PaymentEvent.DECLINED, "0300", "");
            }
            return RefundAnswer.of(isTaken ? PaymentEvent.TAKEN : PaymentEvent.NOT_KNOWN, "");
        }
    }

    /** One payment, from its order to its end. */
    private static final class History {

        private final Random random;
        private final Institution institution;
        private final List<RefundAnswer> underWay = new ArrayList<>(); // callbacks that may come at any time, and again
        private Payment payment;
        private Instant now = START;

        private History(Random random) {
            this.random = random;
            this.institution = new Institution(random);
            this.payment = Payment.ordered(
                    new PaymentId(new UUID(0, 1)),
                    new PaymentOrder(
                            new PlanId(new UUID(0, 2)),
                            new CaseId(new UUID(0, 3)),
                            new AccountRef.Key("102100099996", "A"),
                            new UUID(0, 4),
                            new CaseId(new UUID(0, 3)),
                            new RefundAccount("103100000026", "V", "", AccountKind.BANK_PERSONAL, true),
                            1 + random.nextInt(100_000),
                            START,
                            new Officer("市局", "1"),
                            START.plus(Duration.ofDays(3))));
        }

        private void run() {
            for (int step = 0; step < MAX_STEPS; step++) {
                now = now.plusSeconds(1);
                step(random.nextInt(3) == 0);
                institution.act(payment.order().amountFen());
                if (random.nextInt(4) == 0) {
                    underWay.add(institution.state());
                }
                if (!underWay.isEmpty() && random.nextInt(3) == 0) {
                    callback(underWay.get(random.nextInt(underWay.size())));
                }
            }
            while (!payment.state().hasEnded()) { // from now on nothing is lost
                now = now.plusSeconds(1);
                step(false);
                if (institution.isTaken && institution.effects == 0) {
                    institution.pay(payment.order().amountFen());
                }
            }
            callback(institution.state());
        }

        private void step(boolean isLost) {
            switch (payment.state()) {
                case QUEUED -> {
                    apply(RefundAnswer.of(PaymentEvent.SENT, ""));
                    if (isLost && random.nextBoolean()) {
                        apply(RefundAnswer.of(
                                random.nextBoolean() ? PaymentEvent.NOT_SENT : PaymentEvent.UNANSWERED, ""));
                        return;
                    }
                    RefundAnswer answer = institution.receive(payment.order().amountFen());
                    apply(isLost ? RefundAnswer.of(PaymentEvent.UNANSWERED, "TIMEOUT") : answer);
                }
                case SENDING -> apply(RefundAnswer.of(PaymentEvent.UNANSWERED, "LEASE_ENDED")); // its process died
                case ACCEPTED, IN_DOUBT, MANUAL -> {
                    if (!isLost) {
                        apply(institution.state());
                    } else if (random.nextInt(10) == 0) {
                        apply(RefundAnswer.of(PaymentEvent.BUDGET_SPENT, ""));
                    }
                    if (payment.state() == PaymentState.MANUAL
                            && !isLost
                            && institution.state().event() == PaymentEvent.NOT_KNOWN) {
                        apply(RefundAnswer.of(PaymentEvent.DECLINED, "a person asked the institution"));
                        institution.isDeclined = true;
                    }
                }
                case PAID, DECLINED, RETURNED -> {}
            }
        }

        /** What the institution says was never a lie, only old. */
        private void callback(RefundAnswer answer) {
            if (answer.event() != PaymentEvent.NOT_KNOWN) {
                apply(answer);
            }
        }

        private void apply(RefundAnswer answer) {
            payment = answer.applyTo(payment, now).orElse(payment);
        }

        private void require(String as) {
            assertThat(institution.effects).as(as).isLessThanOrEqualTo(1);
            assertThat(payment.paidFen()).as(as).isEqualTo(institution.paidFen);
            assertThat(payment.returnedFen()).as(as).isEqualTo(institution.returnedFen);
            assertThat(payment.committedFen()).as(as).isEqualTo(institution.paidFen - institution.returnedFen);
            assertThat(payment.receipts()).as(as).hasSize(institution.effects);
        }
    }
}
