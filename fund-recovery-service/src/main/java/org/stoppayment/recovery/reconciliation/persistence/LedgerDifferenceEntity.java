package org.stoppayment.recovery.reconciliation.persistence;

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
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.reconciliation.domain.LedgerDifference;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** A difference, read-only; {@link DifferenceStore} writes it. */
@Entity
@Immutable
@Table(name = "ledger_difference")
class LedgerDifferenceEntity {

    @Id
    @Column(name = "difference_number")
    Long differenceNumber;

    @Column(name = "institution_code")
    String institutionCode;

    @Column(name = "account_number")
    String accountNumber;

    @Nullable
    @Column(name = "case_id")
    UUID caseId;

    @Enumerated(EnumType.STRING)
    LedgerDifference.Kind kind;

    @Column(name = "booked_fen")
    long bookedFen;

    @Column(name = "told_fen")
    long toldFen;

    @Column(name = "first_seen_at")
    Instant firstSeenAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    @Column(name = "is_settled")
    boolean isSettled;

    @Nullable
    @Column(name = "resolved_at")
    Instant resolvedAt;

    LedgerDifference difference() {
        return new LedgerDifference(
                differenceNumber,
                new AccountRef.Key(institutionCode, accountNumber),
                Optional.ofNullable(caseId).map(CaseId::new),
                kind,
                bookedFen,
                toldFen,
                firstSeenAt,
                lastSeenAt,
                Optional.ofNullable(resolvedAt));
    }
}
