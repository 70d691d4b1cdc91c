package org.stoppayment.recovery.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.attribution.domain.Ledger.account;
import static org.stoppayment.recovery.attribution.domain.Ledger.victim;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Examples worked out by hand. */
class AttributionExamplesTest {

    @Test
    void moneyThatCameAloneIsUnique() {
        Attribution shares = new Ledger()
                .paid(1, "A", 100_00)
                .moved("A", "B", 100_00)
                .paid(2, "A", 50_00)
                .moved("A", "C", 50_00)
                .attribution();

        assertHolds(shares, "A", Map.of());
        assertHolds(shares, "B", Map.of(victim(1), 100_00L));
        assertHolds(shares, "C", Map.of(victim(2), 50_00L));
        assertUnique(shares, "B", true);
        assertUnique(shares, "C", true);
    }

    @Test
    void emptyAccountIsDeterminedAndItsPayeesAreNotUnique() {
        Attribution shares = new Ledger()
                .paid(1, "A", 10_00)
                .paid(2, "A", 10_00)
                .moved("A", "B", 10_00)
                .moved("A", "C", 10_00)
                .attribution();

        assertHolds(shares, "A", Map.of());
        assertThat(shares.account(account("A")).isDetermined()).isTrue();
        assertHolds(shares, "B", Map.of(victim(1), 5_00L, victim(2), 5_00L));
        assertHolds(shares, "C", Map.of(victim(1), 5_00L, victim(2), 5_00L));
        assertUnique(shares, "B", false);
        assertUnique(shares, "C", false);
    }

    @Test
    void moneyThatLeftBeforeIsNotTakenAgain() {
        Attribution shares = new Ledger()
                .paid(1, "A", 100_00)
                .cash("A", 100_00)
                .paid(2, "A", 10_00)
                .paid(3, "A", 10_00)
                .cash("A", 10_00)
                .attribution();

        assertHolds(shares, "A", Map.of(victim(2), 5_00L, victim(3), 5_00L));
    }

    @Test
    void returnFlowIsAnInflowLikeAnyOther() {
        Attribution shares = new Ledger()
                .paid(1, "A", 100_00)
                .moved("A", "B", 100_00)
                .moved("B", "A", 40_00)
                .paid(2, "A", 50_00)
                .moved("A", "C", 60_00)
                .attribution();

        assertHolds(shares, "C", Map.of(victim(1), 26_67L, victim(2), 33_33L));
        assertHolds(shares, "B", Map.of(victim(1), 60_00L));
        assertHolds(shares, "A", Map.of(victim(1), 13_33L, victim(2), 16_67L));
    }

    @Test
    void moreThanTheBookingsBroughtIsOfUnknownOwners() {
        Attribution shares = new Ledger()
                .paid(1, "A", 60_00)
                .paid(2, "A", 30_00)
                .moved("A", "B", 80_00)
                .balance("A", 30_00)
                .attribution();

        assertThat(shares.account(account("A")).statement().missingFen()).isEqualTo(20_00);
        assertHolds(shares, "B", Map.of(victim(1), 43_64L, victim(2), 21_82L, Owner.UNKNOWN, 14_54L));
        assertThat(shares.account(account("B")).provenance()).isEqualTo(new Provenance(false, true));
    }

    @Test
    void lessThanTheBookingsLeftWentToUnknownOwners() {
        Attribution shares = new Ledger()
                .paid(1, "A", 60_00)
                .paid(2, "A", 30_00)
                .balance("A", 30_00)
                .attribution();

        assertHolds(shares, "A", Map.of(victim(1), 20_00L, victim(2), 10_00L));
        assertThat(shares.account(account("A")).provenance().needsStatement()).isTrue();
    }

    @Test
    void eachOutflowTakesFromWhatEarlierOnesLeft() {
        Attribution shares = new Ledger()
                .paid(1, "A", 10_00)
                .paid(2, "A", 10_00)
                .cash("A", 10_00)
                .paid(3, "A", 10_00)
                .cash("A", 10_00)
                .attribution();

        assertHolds(shares, "A", Map.of(victim(1), 2_50L, victim(2), 2_50L, victim(3), 5_00L));
    }

    @Test
    void holderTakesPartWithCleanMoneyAndTheOpeningBalance() {
        Attribution shares = new Ledger()
                .opening("A", 20_00)
                .paid(1, "A", 60_00)
                .clean("A", 20_00)
                .moved("A", "B", 50_00)
                .attribution();

        assertHolds(shares, "A", Map.of(victim(1), 30_00L, Owner.HOLDER, 20_00L));
        assertHolds(shares, "B", Map.of(victim(1), 30_00L, Owner.HOLDER, 20_00L));
    }

    @Test
    void partOfAnOnlyInflowIsUnique() {
        Attribution shares = new Ledger()
                .paid(1, "A", 100_00)
                .moved("A", "B", 60_00)
                .paid(2, "A", 50_00)
                .attribution();

        assertHolds(shares, "A", Map.of(victim(1), 40_00L, victim(2), 50_00L));
        assertUnique(shares, "A", true);
        assertUnique(shares, "B", true);
    }

    @Test
    void mixedInflowIsNotUniqueDownstream() {
        Attribution shares = new Ledger()
                .paid(1, "A", 10_00)
                .paid(2, "A", 10_00)
                .moved("A", "B", 20_00)
                .moved("B", "C", 10_00)
                .attribution();

        assertHolds(shares, "B", Map.of(victim(1), 5_00L, victim(2), 5_00L));
        assertHolds(shares, "C", Map.of(victim(1), 5_00L, victim(2), 5_00L));
        assertUnique(shares, "C", false);
    }

    @Test
    void twoInflowsOfOneVictimAreTwoInflows() {
        Attribution shares = new Ledger()
                .paid(1, "A", 10_00)
                .paid(2, "A", 10_00)
                .paid(1, "A", 10_00)
                .cash("A", 20_00)
                .attribution();

        assertHolds(shares, "A", Map.of(victim(1), 6_67L, victim(2), 3_33L));
        assertUnique(shares, "A", false);
    }

    @Test
    void accountThatPaidMoreThanItHadLacksAnInflow() {
        Attribution shares = new Ledger()
                .paid(1, "A", 10_00)
                .moved("A", "B", 15_00)
                .paid(2, "A", 5_00)
                .balance("A", 0)
                .attribution();

        assertHolds(shares, "B", Map.of(victim(1), 10_00L, Owner.UNKNOWN, 5_00L));
        assertHolds(shares, "A", Map.of());
        assertThat(shares.account(account("B")).provenance().needsStatement()).isTrue();
    }

    private static void assertHolds(Attribution shares, String account, Map<Owner, Long> expected) {
        assertThat(shares.account(account(account)).money().byOwner())
                .as(account)
                .containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static void assertUnique(Attribution shares, String account, boolean expected) {
        assertThat(shares.account(account(account)).provenance().isUnique())
                .as(account)
                .isEqualTo(expected);
    }
}
