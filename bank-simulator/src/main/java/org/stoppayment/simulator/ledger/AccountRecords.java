package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.simulator.view.AccountRecord;

/** Creates the records of accounts. */
final class AccountRecords {

    private AccountRecords() {}

    static AccountRecord of(Account account, Instant now) {
        return new AccountRecord(
                account.id().institutionCode(),
                account.id().number(),
                account.balanceFen(),
                account.isStopped(now),
                account.stops().stream().map(stop -> of(stop, now)).toList(),
                account.outflows().stream().map(AccountRecords::of).toList());
    }

    private static AccountRecord.StopRecord of(Stop stop, Instant now) {
        return new AccountRecord.StopRecord(stop.applicationId(), stop.stoppedAt(), stop.isLive(now));
    }

    private static AccountRecord.OutflowRecord of(Booking booking) {
        Optional<Booking.Party> payee = booking.counterparty();
        return new AccountRecord.OutflowRecord(
                booking.serial(),
                booking.kind().name(),
                booking.amountFen(),
                booking.bookedAt(),
                payee.flatMap(Booking.Party::institutionCode).orElse(null),
                payee.map(Booking.Party::number).orElse(null));
    }
}
