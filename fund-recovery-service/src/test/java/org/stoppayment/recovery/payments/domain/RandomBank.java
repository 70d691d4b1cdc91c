package org.stoppayment.recovery.payments.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PaymentId;

/** What really happened to the money: frozen by freeze, and what each victim got. Pays an order once, or less of it, or declines. */
final class RandomBank {

    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private final Random random;
    final Map<UUID, Long> frozen = new HashMap<>();
    final Map<CaseId, Long> got = new HashMap<>();
    final Map<PaymentId, Done> done = new HashMap<>();

    /** What it did about an order: paid 0 means that it declined. */
    static final class Done {
        private long paid;
        private long returned;
    }

    RandomBank(Random random) {
        this.random = random;
    }

    RefundAnswer order(Payment payment) {
        Done known = done.get(payment.id());
        if (known == null) {
            known = new Done();
            done.put(payment.id(), known);
            long asked = payment.order().amountFen();
            known.paid = switch (random.nextInt(6)) {
                case 0 -> 0;
                case 1 -> 1 + random.nextLong(asked);
                default -> asked;
            };
            move(payment, known.paid);
        }
        return answer(known);
    }

    /** The receiving bank sends some of it back, or more of it than before. */
    Optional<RefundAnswer> sendBack(Payment payment) {
        Done known = done.get(payment.id());
        if (known == null || known.paid == known.returned) {
            return Optional.empty();
        }
        long more =
                random.nextBoolean() ? known.paid - known.returned : 1 + random.nextLong(known.paid - known.returned);
        known.returned += more;
        move(payment, -more);
        return Optional.of(answer(known));
    }

    private void move(Payment payment, long fen) {
        frozen.merge(payment.order().freezeId(), -fen, Long::sum);
        got.merge(payment.order().caseId(), fen, Long::sum);
    }

    private static RefundAnswer answer(Done known) {
        return known.paid == 0
                ? RefundAnswer.code(PaymentEvent.DECLINED, "0300", "")
                : new RefundAnswer(
                        PaymentEvent.PAID,
                        "0000",
                        "",
                        Optional.of(new Receipt("R", known.paid, AT, Optional.empty())),
                        known.returned == 0
                                ? Optional.empty()
                                : Optional.of(new Receipt.Return(known.returned, AT, "account closed")));
    }
}
