package org.stoppayment.recovery.batches.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ids.BatchId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.batches.domain.BatchCriteria;
import org.stoppayment.recovery.batches.domain.RefundBatch;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** A batch. Nothing of it changes but that it is rejected, once. */
@Entity
@Table(name = "refund_batch")
class BatchEntity {

    @Id
    @Column(name = "batch_id")
    UUID batchId;

    @Nullable
    @Column(updatable = false)
    String station;

    @Nullable
    @Column(name = "institution_code", updatable = false)
    String institutionCode;

    @Nullable
    @Column(name = "from_fen", updatable = false)
    Long fromFen;

    @Nullable
    @Column(name = "to_fen", updatable = false)
    Long toFen;

    @Nullable
    @Column(name = "from_days", updatable = false)
    Integer fromDays;

    @Nullable
    @Column(name = "to_days", updatable = false)
    Integer toDays;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    BatchCriteria.Stage stage;

    @Column(name = "except_plans", updatable = false)
    UUID[] exceptPlans = {};

    @Column(name = "made_at", updatable = false)
    Instant madeAt;

    @Column(name = "made_by", updatable = false)
    String madeBy;

    @Column(updatable = false)
    String digest;

    @Column(updatable = false)
    int plans;

    @Column(name = "pay_fen", updatable = false)
    long payFen;

    @Nullable
    @Column(name = "rejected_at")
    Instant rejectedAt;

    @Nullable
    @Column(name = "rejected_by")
    String rejectedBy;

    @Nullable
    @Column(name = "reject_reason")
    String rejectReason;

    @Version
    int version;

    static BatchEntity of(RefundBatch batch) {
        BatchEntity row = new BatchEntity();
        row.batchId = batch.id().value();
        row.station = batch.criteria().station().orElse(null);
        row.institutionCode = batch.criteria().institutionCode().orElse(null);
        row.fromFen = batch.criteria().fromFen().orElse(null);
        row.toFen = batch.criteria().toFen().orElse(null);
        row.fromDays = batch.criteria().fromDays().orElse(null);
        row.toDays = batch.criteria().toDays().orElse(null);
        row.stage = batch.criteria().stage();
        row.exceptPlans = batch.criteria().except().stream().map(PlanId::value).toArray(UUID[]::new);
        row.madeAt = batch.madeAt();
        row.madeBy = StoredPerson.text(batch.madeBy());
        row.digest = batch.digest();
        row.plans = batch.plans();
        row.payFen = batch.payFen();
        batch.rejection().ifPresent(row::reject);
        return row;
    }

    void reject(RefundBatch.Rejection rejection) {
        rejectedAt = rejection.at();
        rejectedBy = StoredPerson.text(rejection.officer());
        rejectReason = rejection.reason();
    }

    RefundBatch batch() {
        return new RefundBatch(
                new BatchId(batchId),
                new BatchCriteria(
                        Optional.ofNullable(station),
                        Optional.ofNullable(institutionCode),
                        Optional.ofNullable(fromFen),
                        Optional.ofNullable(toFen),
                        Optional.ofNullable(fromDays),
                        Optional.ofNullable(toDays),
                        stage,
                        Stream.of(exceptPlans).map(PlanId::new).toList()),
                madeAt,
                StoredPerson.person(madeBy),
                digest,
                plans,
                payFen,
                Optional.ofNullable(rejectedAt)
                        .map(at -> new RefundBatch.Rejection(
                                StoredPerson.person(
                                        Optional.ofNullable(rejectedBy).orElseThrow()),
                                at,
                                Optional.ofNullable(rejectReason).orElseThrow())));
    }
}
