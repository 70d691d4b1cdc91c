package org.stoppayment.recovery.ledger.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.recovery.shared.domain.AccountRef;

final class Examples {

    static final CaseId CASE = new CaseId(new UUID(1, 1));
    static final AccountRef CARD =
            new AccountRef("102100099996", "6222020200112233455", "Wang Wu", AccountKind.BANK_PERSONAL);
    static final AccountRef WALLET = new AccountRef("Z2004933000010", "mule@example.org", "", AccountKind.PAYMENT);

    private Examples() {}

    /** Positions of money that did not move on. */
    static Positions positions(long reported, long held, long lapsed, long lifted, long unknown) {
        return new Positions(reported, held, lapsed, lifted, unknown, 0, 0, 0, 0, 0, 0);
    }

    static Movement move(AccountRef account, Position credited, Position debited, long fen) {
        return new Movement(account, Optional.empty(), Cause.REPORTED, credited, debited, Money.ofFen(fen));
    }

    static LedgerEntry entry(int ordinal, Movement movement) {
        return new LedgerEntry(
                new UUID(2, ordinal), new EventId(new UUID(3, 3)), ordinal, CASE, movement, Instant.EPOCH);
    }
}
