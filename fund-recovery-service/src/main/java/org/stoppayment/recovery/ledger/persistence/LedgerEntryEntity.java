package org.stoppayment.recovery.ledger.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.recovery.ledger.domain.Cause;
import org.stoppayment.recovery.ledger.domain.LedgerEntry;
import org.stoppayment.recovery.ledger.domain.Movement;
import org.stoppayment.recovery.ledger.domain.Position;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** A ledger entry, read-only; {@link LedgerStore} writes it. */
@Entity
@Immutable
@Table(name = "ledger_entry")
class LedgerEntryEntity {

    @Id
    @Column(name = "entry_id")
    UUID entryId;

    @Column(name = "event_id")
    UUID eventId;

    int ordinal;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "institution_code")
    String institutionCode;

    @Column(name = "account_number")
    String accountNumber;

    @Column(name = "account_name")
    String accountName;

    @Enumerated(EnumType.STRING)
    @Column(name = "account_kind")
    AccountKind accountKind;

    @Nullable
    @Column(name = "application_id")
    UUID applicationId;

    @Enumerated(EnumType.STRING)
    Cause cause;

    @Enumerated(EnumType.STRING)
    Position credited;

    @Enumerated(EnumType.STRING)
    Position debited;

    @Column(name = "amount_fen")
    long amountFen;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Nullable
    UUID reverses;

    LedgerEntry entry() {
        return new LedgerEntry(
                entryId,
                new EventId(eventId),
                ordinal,
                new CaseId(caseId),
                new Movement(
                        new AccountRef(institutionCode, accountNumber, accountName, accountKind),
                        Optional.ofNullable(applicationId).map(ApplicationId::new),
                        cause,
                        credited,
                        debited,
                        Money.ofFen(amountFen)),
                occurredAt);
    }
}
