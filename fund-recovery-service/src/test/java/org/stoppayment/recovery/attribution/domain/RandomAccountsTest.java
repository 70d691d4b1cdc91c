package org.stoppayment.recovery.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.attribution.domain.Ledger.victim;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pool of an account against the rule as it is written down, with random bookings. */
class RandomAccountsTest {

    private static final int LEDGERS = 10_000;
    private static final int MANY_LEDGERS = 1_000_000;

    @Test
    void poolSharesAsTheRuleSays() {
        compare(new Random().nextLong(), LEDGERS);
    }

    @Test
    @Tag("full")
    void poolSharesAsTheRuleSaysAMillionTimes() {
        compare(new Random().nextLong(), MANY_LEDGERS);
    }

    private static void compare(long seed, int ledgers) {
        Random random = new Random(seed);
        for (int ledger = 0; ledger < ledgers; ledger++) {
            new Comparison(random, "seed " + seed + ", ledger " + ledger).run();
        }
    }

    private static final class Comparison {

        private static final List<Owner> OWNERS = List.of(victim(1), victim(2), victim(3), Owner.HOLDER, Owner.UNKNOWN);

        private final Random random;
        private final String description;
        private final AccountPool pool = new AccountPool(false);
        private final SlowAttribution slow = new SlowAttribution();
        private long in;
        private long out;

        Comparison(Random random, String description) {
            this.random = random;
            this.description = description;
        }

        void run() {
            int bookings = 1 + random.nextInt(12);
            long most = List.of(3L, 100L, 1_000_000L).get(random.nextInt(3));
            for (int booking = 0; booking < bookings; booking++) {
                if (pool.total() == 0 || random.nextInt(2) == 0) {
                    receive(1 + random.nextLong(most));
                } else {
                    pay(random.nextInt(3) == 0 ? pool.total() : 1 + random.nextLong(pool.total()));
                }
                assertThat(pool.total()).as(description).isEqualTo(in - out);
                assertThat(pool.money().byOwner()).as(description).isEqualTo(slow.left());
                assertThat(pool.isDetermined()).as(description).isEqualTo(slow.isDetermined());
            }
        }

        private void receive(long fen) {
            Owner owner = OWNERS.get(random.nextInt(OWNERS.size()));
            boolean isUnique = owner.kind() != Owner.Kind.UNKNOWN && random.nextInt(8) > 0;
            pool.receive(Shares.of(owner, fen), new Provenance(isUnique, false));
            slow.receiveOf(owner, fen, isUnique);
            in += fen;
        }

        private void pay(long fen) {
            AccountPool.Payment payment = pool.pay(fen);
            SlowAttribution.Paid paid = slow.pay(fen);
            assertThat(payment.shares().byOwner()).as(description).isEqualTo(paid.shares());
            assertThat(payment.provenance().isUnique()).as(description).isEqualTo(paid.isUnique());
            out += fen;
        }
    }
}
