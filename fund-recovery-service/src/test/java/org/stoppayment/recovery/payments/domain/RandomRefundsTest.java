package org.stoppayment.recovery.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.attribution.domain.ComputedShares;
import org.stoppayment.recovery.attribution.domain.MoneyPath;
import org.stoppayment.recovery.attribution.domain.Provenance;
import org.stoppayment.recovery.attribution.domain.Shares;
import org.stoppayment.recovery.attribution.domain.StatementCheck;
import org.stoppayment.recovery.eligibility.domain.Eligibility;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;
import org.stoppayment.recovery.payments.domain.FreezeAllocation.Part;
import org.stoppayment.recovery.plans.domain.AccountRefund;
import org.stoppayment.recovery.plans.domain.Claim;
import org.stoppayment.recovery.plans.domain.HeldMoney;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.PlannedHold;
import org.stoppayment.recovery.plans.domain.PlannedPayout;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * One frozen account, planned and paid again and again. Institutions pay, pay less, decline, and send money back, also long after; answers are
 * lost and repeated. The suite knows to the fen what the bank did, and nobody gets what is another's.
 */
class RandomRefundsTest {

    private static final int HISTORIES = 1_000;
    private static final int MANY_HISTORIES = 10_000;
    private static final int MAX_ROUNDS = 6;
    private static final int MAX_FEN = 100_000;
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final AccountRef.Key ACCOUNT = new AccountRef.Key("102100099996", "A");

    @Test
    void bankAndSuiteAgreeToTheFen() {
        run(new Random().nextLong(), HISTORIES);
    }

    @Test
    @Tag("full")
    void bankAndSuiteAgreeToTheFenTenThousandTimes() {
        run(new Random().nextLong(), MANY_HISTORIES);
    }

    private static void run(long seed, int histories) {
        Random random = new Random(seed);
        int paid = 0;
        for (int history = 0; history < histories; history++) {
            History one = new History(random, "seed " + seed + ", history " + history);
            one.run();
            paid += one.bank.got.values().stream().mapToLong(Long::longValue).sum() > 0 ? 1 : 0;
        }
        assertThat(paid).as("histories that paid somebody, seed " + seed).isGreaterThan(histories / 2);
    }

    private static final class History {

        private final Random random;
        private final String as;
        private final RandomBank bank;
        private final List<PlannedHold> freezes = new ArrayList<>();
        private final Map<CaseId, Long> shares = new HashMap<>();
        private final Map<CaseId, Long> losses = new HashMap<>();
        private final List<Payment> payments = new ArrayList<>();
        private long allFen;

        History(Random random, String as) {
            this.random = random;
            this.as = as;
            this.bank = new RandomBank(random);
            int victims = 1 + random.nextInt(4);
            for (int i = 1; i <= victims; i++) {
                CaseId victim = new CaseId(new UUID(0, i));
                shares.put(victim, (long) random.nextInt(MAX_FEN));
                losses.put(victim, (long) random.nextInt(MAX_FEN));
            }
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                UUID id = new UUID(1, i);
                long fen = 1 + random.nextInt(MAX_FEN);
                freezes.add(new PlannedHold(id, new CaseId(new UUID(0, 1 + random.nextInt(victims))), true, fen, NOW));
                bank.frozen.put(id, fen);
                allFen += fen;
            }
        }

        void run() {
            for (int round = 0; round < MAX_ROUNDS; round++) {
                int first = payments.size();
                order(plan());
                for (int i = first; i < payments.size(); i++) {
                    settle(i);
                }
                require();
                sendBackSomething();
                require();
            }
        }

        /** As the statement that finds holds says it: what was paid, or may still be, is not there any more. */
        private List<PlannedHold> held() {
            return freezes.stream()
                    .map(freeze -> new PlannedHold(
                            freeze.id(), freeze.caseId(), true, freeze.heldFen() - committed(freeze.id()), NOW))
                    .toList();
        }

        private long committed(UUID freezeId) {
            Stream<Payment> some =
                    payments.stream().filter(each -> each.order().freezeId().equals(freezeId));
            return some.mapToLong(Payment::committedFen).sum();
        }

        private long kept(CaseId victim) {
            Stream<Payment> some =
                    payments.stream().filter(each -> each.order().caseId().equals(victim));
            return some.mapToLong(Payment::keptFen).sum();
        }

        private PlannedAccount plan() {
            List<PlannedHold> held = held();
            HeldMoney money = new HeldMoney(
                    held.stream().mapToLong(PlannedHold::heldFen).sum(), random.nextBoolean(), 1 + random.nextInt(3));
            AccountRefund refund = AccountRefund.of(
                    money,
                    shares.keySet().stream()
                            .map(victim -> new Claim(
                                    victim,
                                    Math.max(0, shares.get(victim) - kept(victim)),
                                    losses.get(victim),
                                    kept(victim)))
                            .toList());
            return new PlannedAccount(
                    new ComputedShares(
                            ACCOUNT,
                            Shares.NONE,
                            Provenance.REPORTED,
                            true,
                            new StatementCheck(0, 0, Optional.empty()),
                            1,
                            Optional.of(1)),
                    held,
                    money,
                    refund.method(),
                    refund.payouts().stream()
                            .map(payout -> new PlannedPayout(
                                    payout,
                                    "张三",
                                    new Eligibility(List.of()),
                                    Optional.of(new RefundAccount(
                                            "103100000026", "V", "张三", AccountKind.BANK_PERSONAL, true))))
                            .toList(),
                    new MoneyPath(List.of(), false));
        }

        private void order(PlannedAccount account) {
            for (Part part : FreezeAllocation.of(account)) {
                payments.add(Payment.ordered(
                        new PaymentId(new UUID(2, payments.size())),
                        new PaymentOrder(
                                new PlanId(new UUID(3, 0)),
                                part.payout().payout().claim().caseId(),
                                ACCOUNT,
                                part.freeze().id(),
                                part.freeze().caseId(),
                                part.payout().refundAccount().orElseThrow(),
                                part.fen(),
                                NOW,
                                new Officer("市局", "1"),
                                NOW)));
            }
        }

        /** Sends, loses answers, inquires and repeats, until it has ended. */
        private void settle(int i) {
            while (!payments.get(i).state().hasEnded()) {
                apply(i, RefundAnswer.of(PaymentEvent.SENT, ""));
                if (random.nextInt(5) == 0
                        && !bank.done.containsKey(payments.get(i).id())) {
                    apply(i, RefundAnswer.of(PaymentEvent.UNANSWERED, "TIMEOUT"));
                    apply(i, RefundAnswer.of(PaymentEvent.NOT_KNOWN, ""));
                    continue;
                }
                RefundAnswer answer = bank.order(payments.get(i));
                apply(i, random.nextInt(3) == 0 ? RefundAnswer.of(PaymentEvent.UNANSWERED, "TIMEOUT") : answer);
                apply(i, answer); // an inquiry, or the same again
            }
        }

        private void sendBackSomething() {
            IntStream.range(0, payments.size())
                    .filter(i -> random.nextInt(8) == 0)
                    .forEach(i -> bank.sendBack(payments.get(i)).ifPresent(answer -> apply(i, answer)));
        }

        private void apply(int i, RefundAnswer answer) {
            payments.set(i, answer.applyTo(payments.get(i), NOW).orElse(payments.get(i)));
        }

        private void require() {
            held().forEach(hold -> assertThat(hold.heldFen())
                    .as(as + ": what is left of a freeze")
                    .isEqualTo(bank.frozen.get(hold.id()))
                    .isNotNegative());
            losses.forEach((victim, loss) -> {
                long got = bank.got.getOrDefault(victim, 0L);
                assertThat(kept(victim)).as(as + ": what a victim has").isEqualTo(got);
                assertThat(got).as(as + ": no more than the loss").isBetween(0L, loss);
                assertThat(got).as(as + ": no more than the share").isLessThanOrEqualTo(shares.get(victim));
            });
            long frozen =
                    bank.frozen.values().stream().mapToLong(Long::longValue).sum();
            long got = bank.got.values().stream().mapToLong(Long::longValue).sum();
            assertThat(frozen + got).as(as + ": nothing is lost").isEqualTo(allFen);
        }
    }
}
