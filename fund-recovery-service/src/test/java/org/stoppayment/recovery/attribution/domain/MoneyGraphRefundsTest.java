package org.stoppayment.recovery.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.attribution.domain.Ledger.account;
import static org.stoppayment.recovery.attribution.domain.Ledger.victim;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is paid back is the money of the victim who gets it. */
class MoneyGraphRefundsTest extends MoneyGraphsFixture {

    @Test
    void refundIsMoneyOfTheVictimWhoGotIt() {
        follow("A");
        loss(1, "", "A", 60_00, Optional.of(NOON), "");
        loss(2, "", "A", 40_00, Optional.of(NOON.plusSeconds(60)), "");
        refund(1, "A", 50_00, NOON.plusSeconds(3600), "R1", 0);
        out("A", "R1", 50_00, NOON.plusSeconds(3599), "V1"); // as the statement tells it
        balances.add(new ToldBalance(account("A"), 50_00, NOON.plusSeconds(7200), Optional.empty(), Optional.empty()));

        Attribution shares = attribution();

        assertHolds(shares, "A", Map.of(victim(1), 10_00L, victim(2), 40_00L));
        assertThat(shares.account(account("A")).statement().isComplete()).isTrue();
    }

    @Test
    void refundThatCameBackIsTheSameVictimsAgain() {
        follow("A");
        loss(1, "V1", "A", 60_00, Optional.of(NOON), "");
        loss(2, "", "A", 40_00, Optional.of(NOON.plusSeconds(60)), "");
        refund(1, "A", 60_00, NOON.plusSeconds(3600), "R1", 20_00);
        out("A", "OUT1", 60_00, NOON.plusSeconds(3630), "V1"); // a serial of its own
        in("A", "BACK", 20_00, NOON.plusSeconds(4210), "V1");
        balances.add(new ToldBalance(account("A"), 60_00, NOON.plusSeconds(7200), Optional.empty(), Optional.empty()));

        Attribution shares = attribution();

        assertHolds(shares, "A", Map.of(victim(1), 20_00L, victim(2), 40_00L));
        assertThat(shares.account(account("A")).statement().isComplete()).isTrue();
    }

    @Test
    void refundOfMoreThanTheVictimHasTakesTheRestFromAll() {
        follow("A");
        loss(1, "", "A", 50_00, Optional.of(NOON), "");
        loss(2, "", "A", 50_00, Optional.of(NOON.plusSeconds(60)), "");
        refund(1, "A", 60_00, NOON.plusSeconds(3600), "R1", 0);
        balances.add(new ToldBalance(account("A"), 40_00, NOON.plusSeconds(7200), Optional.empty(), Optional.empty()));

        assertHolds(attribution(), "A", Map.of(victim(2), 40_00L));
    }
}
