package org.stoppayment.recovery.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.attribution.domain.Ledger.account;
import static org.stoppayment.recovery.attribution.domain.Ledger.victim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.TransferId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** What is told by several is one flow. */
class MoneyGraphsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final Set<AccountRef.Key> accounts = new HashSet<>();
    private final List<ReportedLoss> losses = new ArrayList<>();
    private final List<AccountBooking> bookings = new ArrayList<>();
    private final List<ToldBalance> balances = new ArrayList<>();
    private final List<PaidRefund> refunds = new ArrayList<>();

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

    private void follow(String... names) {
        for (String name : names) {
            accounts.add(account(name));
        }
    }

    private void loss(int victim, String payer, String payee, long fen, Optional<Instant> at, String serial) {
        losses.add(new ReportedLoss(
                new TransferId(new UUID(1, losses.size())),
                new CaseId(new UUID(0, victim)),
                Optional.of(payer).filter(name -> !name.isEmpty()).map(Ledger::account),
                account(payee),
                fen,
                at,
                serial));
    }

    private void refund(int victim, String account, long fen, Instant at, String receiptId, long returnedFen) {
        refunds.add(new PaidRefund(
                new UUID(2, refunds.size()),
                receiptId,
                account(account),
                new CaseId(new UUID(0, victim)),
                account("V" + victim),
                fen,
                at,
                returnedFen == 0
                        ? Optional.empty()
                        : Optional.of(new PaidRefund.Returned(returnedFen, at.plusSeconds(600)))));
    }

    private void in(String account, String serial, long fen, Instant at, String payer) {
        book(account, true, serial, fen, at, payer);
    }

    private void out(String account, String serial, long fen, Instant at, String payee) {
        book(account, false, serial, fen, at, payee);
    }

    private void book(String account, boolean isIncoming, String serial, long fen, Instant at, String counterparty) {
        bookings.add(new AccountBooking(
                account(account),
                isIncoming,
                serial,
                1,
                fen,
                at,
                0,
                Optional.of(counterparty).filter(name -> !name.isEmpty()).map(Ledger::account)));
    }

    private void balance(String account, long fen) {
        balances.add(
                new ToldBalance(account(account), fen, NOON.plusSeconds(3600), Optional.empty(), Optional.empty()));
    }

    private Attribution attribution() {
        return Attribution.of(
                MoneyGraphs.of(new KnownFacts(accounts, losses, bookings, balances, refunds, List.of()), TOLERANCE));
    }

    private static void assertHolds(Attribution shares, String account, Map<Owner, Long> expected) {
        assertThat(shares.account(account(account)).money().byOwner())
                .as(account)
                .containsExactlyInAnyOrderEntriesOf(expected);
    }
}
