package org.stoppayment.recovery.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.recovery.attribution.domain.Ledger.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** What is told of accounts, and whose money it is then. */
abstract class MoneyGraphsFixture {

    static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    final Set<AccountRef.Key> accounts = new HashSet<>();
    final List<ReportedLoss> losses = new ArrayList<>();
    final List<AccountBooking> bookings = new ArrayList<>();
    final List<ToldBalance> balances = new ArrayList<>();
    final List<PaidRefund> refunds = new ArrayList<>();

    void follow(String... names) {
        for (String name : names) {
            accounts.add(account(name));
        }
    }

    void loss(int victim, String payer, String payee, long fen, Optional<Instant> at, String serial) {
        losses.add(new ReportedLoss(
                new TransferId(new UUID(1, losses.size())),
                new CaseId(new UUID(0, victim)),
                Optional.of(payer).filter(name -> !name.isEmpty()).map(Ledger::account),
                account(payee),
                fen,
                at,
                serial));
    }

    void refund(int victim, String account, long fen, Instant at, String receiptId, long returnedFen) {
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

    void in(String account, String serial, long fen, Instant at, String payer) {
        book(account, true, serial, fen, at, payer);
    }

    void out(String account, String serial, long fen, Instant at, String payee) {
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

    void balance(String account, long fen) {
        balances.add(
                new ToldBalance(account(account), fen, NOON.plusSeconds(3600), Optional.empty(), Optional.empty()));
    }

    Attribution attribution() {
        return Attribution.of(
                MoneyGraphs.of(new KnownFacts(accounts, losses, bookings, balances, refunds, List.of()), TOLERANCE));
    }

    static void assertHolds(Attribution shares, String account, Map<Owner, Long> expected) {
        assertThat(shares.account(account(account)).money().byOwner())
                .as(account)
                .containsExactlyInAnyOrderEntriesOf(expected);
    }
}
