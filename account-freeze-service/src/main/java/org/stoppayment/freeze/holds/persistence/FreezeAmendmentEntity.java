package org.stoppayment.freeze.holds.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.shared.persistence.StoredPerson;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;

/** An order about a freeze. */
@Entity
@Table(name = "freeze_amendment")
class FreezeAmendmentEntity {

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Column(name = "freeze_id")
    UUID freezeId;

    @Enumerated(EnumType.STRING)
    FreezeAmendment.Kind kind;

    @Nullable
    @Column(name = "expires_at")
    Instant expiresAt;

    @Nullable
    @Column(name = "amount_fen")
    Long amountFen;

    boolean unrelated;

    @Embedded
    StoredBasis basis;

    String reason;

    @Column(name = "ordered_by")
    String orderedBy;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Enumerated(EnumType.STRING)
    AmendmentState state;

    int failures;

    @Column(name = "result_code")
    String resultCode;

    @Nullable
    @Column(name = "due_at")
    Instant dueAt;

    @Version
    int version;

    static FreezeAmendmentEntity of(FreezeAmendment amendment) {
        FreezeAmendmentEntity row = new FreezeAmendmentEntity();
        row.applicationId = amendment.id().value();
        row.freezeId = amendment.freezeId().value();
        row.kind = amendment.kind();
        row.expiresAt = amendment.terms().expiresAt().orElse(null);
        row.amountFen = amendment.terms().amount().map(Money::fen).orElse(null);
        row.unrelated = amendment.terms().unrelated();
        row.basis = StoredBasis.of(amendment.basis());
        row.reason = amendment.reason();
        row.orderedBy = StoredPerson.text(amendment.officer());
        row.requestedAt = amendment.requestedAt();
        row.write(amendment);
        return row;
    }

    /** Writes what can change of an amendment. */
    void write(FreezeAmendment amendment) {
        state = amendment.state();
        failures = amendment.failures();
        resultCode = amendment.resultCode();
    }

    FreezeAmendment amendment() {
        return new FreezeAmendment(
                new ApplicationId(applicationId),
                new ApplicationId(freezeId),
                new FreezeAmendment.Terms(
                        kind,
                        Optional.ofNullable(expiresAt),
                        Optional.ofNullable(amountFen).map(Money::ofFen),
                        unrelated),
                basis.basis(),
                reason,
                StoredPerson.person(orderedBy),
                requestedAt,
                state,
                failures,
                resultCode);
    }
}
