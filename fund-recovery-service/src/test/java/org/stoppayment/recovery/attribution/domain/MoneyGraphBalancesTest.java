package org.stoppayment.recovery.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.attribution.domain.Ledger.account;
import static org.stoppayment.recovery.attribution.domain.Ledger.victim;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a told balance says of money that nobody told of. */
class MoneyGraphBalancesTest extends MoneyGraphsFixture {

    @Test
    void openingBalanceIsTheHolders() {
        follow("A");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");
        balances.add(new ToldBalance(
                account("A"),
                120_00,
                NOON.plusSeconds(3600),
                Optional.of(20_00L),
                Optional.of(NOON.minusSeconds(3600))));

        assertHolds(attribution(), "A", Map.of(victim(1), 100_00L, Owner.HOLDER, 20_00L));
    }

    @Test
    void openingBalanceOfStatementThatBeginsTooLateIsNotCounted() {
        follow("A");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");
        balances.add(new ToldBalance(
                account("A"), 100_00, NOON.plusSeconds(3600), Optional.of(100_00L), Optional.of(NOON.plusSeconds(60))));

        assertHolds(attribution(), "A", Map.of(victim(1), 100_00L));
    }

    @Test
    void accountWhoseBalanceNobodyToldNeedsStatement() {
        follow("A");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");

        assertThat(attribution().account(account("A")).provenance()).isEqualTo(new Provenance(false, true));
    }

    @Test
    void balanceCountsWhatItsOwnInstitutionHadBooked() {
        follow("A", "B");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");
        out("A", "A1", 100_00, NOON.plusSeconds(61), "B");
        in("B", "B1", 100_00, NOON.plusSeconds(58), "A"); // another clock
        balance("A", 0);
        balances.add(new ToldBalance(account("B"), 100_00, NOON.plusSeconds(60), Optional.empty(), Optional.empty()));

        Attribution shares = attribution();

        assertHolds(shares, "B", Map.of(victim(1), 100_00L));
        assertThat(shares.account(account("B")).statement().isComplete()).isTrue();
    }

    @Test
    void whatLeftUntoldIsFoundWhateverThePayersClockSays() {
        follow("A", "B");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");
        out("A", "A1", 100_00, NOON.plusSeconds(61), "B");
        in("B", "B1", 100_00, NOON.plusSeconds(58), "A"); // another clock
        balance("A", 0);
        balances.add(new ToldBalance(account("B"), 60_00, NOON.plusSeconds(60), Optional.empty(), Optional.empty()));

        assertHolds(attribution(), "B", Map.of(victim(1), 60_00L));
    }

    @Test
    void laterBalanceLeavesTheOpeningBalanceOfTheStatement() {
        follow("A");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");
        balances.add(new ToldBalance(
                account("A"),
                120_00,
                NOON.plusSeconds(3600),
                Optional.of(20_00L),
                Optional.of(NOON.minusSeconds(3600))));
        balances.add(new ToldBalance(account("A"), 120_00, NOON.plusSeconds(7200), Optional.empty(), Optional.empty()));

        assertHolds(attribution(), "A", Map.of(victim(1), 100_00L, Owner.HOLDER, 20_00L));
    }
}
