package org.stoppayment.recovery.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.attribution.domain.Ledger.account;
import static org.stoppayment.recovery.attribution.domain.Ledger.victim;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told by several is one flow. */
class MoneyGraphsTest extends MoneyGraphsFixture {

    @Test
    void transferToldByAllIsOneFlow() {
        follow("A", "B");
        loss(1, "", "A", 100_00, Optional.of(NOON), "V7");
        in("A", "A1", 100_00, NOON.plusSeconds(40), "");
        out("A", "A2", 60_00, NOON.plusSeconds(90), "B");
        in("B", "B1", 60_00, NOON.plusSeconds(95), "A");
        balance("A", 40_00);
        balance("B", 60_00);

        Attribution shares = attribution();

        assertHolds(shares, "A", Map.of(victim(1), 40_00L));
        assertHolds(shares, "B", Map.of(victim(1), 60_00L));
        assertThat(shares.account(account("A")).statement().isComplete()).isTrue();
        assertThat(shares.account(account("B")).statement().isComplete()).isTrue();
    }

    @Test
    void creditThatNobodyElseToldOfIsTheHolders() {
        follow("A");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");
        in("A", "A1", 100_00, NOON, "");
        in("A", "A2", 50_00, NOON.minusSeconds(60), "salary");
        balance("A", 150_00);

        assertHolds(attribution(), "A", Map.of(victim(1), 100_00L, Owner.HOLDER, 50_00L));
    }

    @Test
    void creditFromFollowedAccountWasPaidByIt() {
        follow("A", "B");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");
        in("B", "B1", 30_00, NOON.plusSeconds(60), "A");
        balance("A", 100_00); // as the payer's institution tells it, nothing left

        Attribution shares = attribution();

        assertHolds(shares, "B", Map.of(victim(1), 23_08L, Owner.UNKNOWN, 6_92L));
        assertThat(shares.account(account("A")).statement().missingFen()).isEqualTo(30_00);
        assertThat(shares.account(account("B")).provenance().needsStatement()).isTrue();
    }

    @Test
    void victimWhoIsAnothersMuleLosesOwnMoneyOnly() {
        follow("X", "A");
        loss(1, "", "X", 40_00, Optional.of(NOON), "");
        in("X", "X0", 60_00, NOON.minusSeconds(600), "salary");
        loss(2, "X", "A", 100_00, Optional.of(NOON.plusSeconds(60)), "");
        out("X", "X1", 100_00, NOON.plusSeconds(62), "A");
        balance("X", 0);
        balance("A", 100_00);

        assertHolds(attribution(), "A", Map.of(victim(1), 40_00L, victim(2), 60_00L));
    }

    @Test
    void moneyThatPassedAnAccountWhoseBankIsSilentIsStillTheVictims() {
        follow("A", "B");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");
        in("B", "B1", 100_00, NOON.plusSeconds(60), "A");
        balance("B", 100_00);

        Attribution shares = attribution();

        assertHolds(shares, "B", Map.of(victim(1), 100_00L));
        assertThat(shares.account(account("B")).provenance()).isEqualTo(new Provenance(false, true));
    }

    @Test
    void lossOutOfAnAccountWhoseBankIsSilentMayBeMoneyOfOthers() {
        follow("X", "A");
        loss(1, "", "X", 40_00, Optional.of(NOON), "");
        loss(2, "X", "A", 100_00, Optional.of(NOON.plusSeconds(60)), "");
        balance("A", 100_00);

        Attribution shares = attribution();

        assertHolds(shares, "A", Map.of(victim(1), 40_00L, victim(2), 60_00L));
        assertThat(shares.account(account("A")).provenance().needsStatement()).isTrue();
    }

    @Test
    void moneyThatWentBackToAVictimIsTheVictims() {
        follow("A", "B", "own");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");
        out("A", "A1", 10_00, NOON.plusSeconds(60), "own");
        loss(2, "own", "B", 50_00, Optional.of(NOON.plusSeconds(120)), "");
        in("B", "B1", 20_00, NOON.plusSeconds(180), "own"); // not reported
        balance("A", 90_00);
        balance("B", 70_00);

        assertHolds(attribution(), "B", Map.of(victim(2), 50_00L, Owner.HOLDER, 20_00L));
    }

    @Test
    void reportWithoutTimeTakesTheBookingThatIsLeft() {
        follow("A");
        loss(1, "", "A", 100_00, Optional.empty(), "");
        loss(2, "", "A", 100_00, Optional.of(NOON), "");
        in("A", "A1", 100_00, NOON.minusSeconds(7200), "");
        in("A", "A2", 100_00, NOON, "");
        balance("A", 200_00);

        assertHolds(attribution(), "A", Map.of(victim(1), 100_00L, victim(2), 100_00L));
    }

    @Test
    void oneBookingMatchesOneTransfer() {
        follow("A");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");
        loss(2, "", "A", 100_00, Optional.of(NOON), "");
        in("A", "A1", 100_00, NOON, "");
        balance("A", 100_00);

        Attribution shares = attribution();

        assertThat(shares.account(account("A")).statement().missingFen()).isEqualTo(-100_00);
        assertHolds(shares, "A", Map.of(victim(1), 50_00L, victim(2), 50_00L));
    }

    @Test
    void matchesAsManyAsPossible() {
        follow("A");
        loss(1, "", "A", 100_00, Optional.of(NOON), "");
        loss(2, "", "A", 100_00, Optional.of(NOON.plusSeconds(600)), "");
        in("A", "A1", 100_00, NOON.minusSeconds(300), "");
        in("A", "A2", 100_00, NOON.plusSeconds(300), "");
        balance("A", 200_00);

        assertThat(attribution().account(account("A")).statement().isComplete()).isTrue();
    }

    @Test
    void equalSumsOfTwoPayersAreToldApartByThePayer() {
        follow("A", "B", "C");
        loss(1, "V", "A", 100_00, Optional.of(NOON), "");
        in("A", "A1", 100_00, NOON.plusSeconds(5), "V");
        out("A", "A2", 100_00, NOON.plusSeconds(120), "C");
        loss(2, "", "B", 100_00, Optional.of(NOON), "");
        out("B", "B1", 100_00, NOON.plusSeconds(300), "A");
        in("A", "A3", 100_00, NOON.plusSeconds(301), "B");
        balance("A", 100_00);
        balance("B", 0);
        balance("C", 100_00);

        Attribution shares = attribution();

        assertHolds(shares, "C", Map.of(victim(1), 100_00L));
        assertHolds(shares, "A", Map.of(victim(2), 100_00L));
    }
}
