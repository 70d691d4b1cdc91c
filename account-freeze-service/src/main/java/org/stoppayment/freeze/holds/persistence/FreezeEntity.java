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
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.holds.application.FreezeTimelineEntry;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeApplication;
import org.stoppayment.freeze.holds.domain.FreezeEvent;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.holds.domain.FrozenSum;
import org.stoppayment.freeze.holds.domain.HoldMode;
import org.stoppayment.freeze.shared.persistence.AccountColumns;
import org.stoppayment.freeze.shared.persistence.StoredPerson;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** A freeze. */
@Entity
@Table(name = "freeze_order")
class FreezeEntity {

    /** States in which no other freeze of the case may go to the account. */
    static final Set<FreezeState> LIVE =
            Arrays.stream(FreezeState.values()).filter(FreezeState::isLive).collect(Collectors.toUnmodifiableSet());

    private static final String NO_ENTRIES = "[]";

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Column(name = "case_id")
    UUID caseId;

    @Embedded
    AccountColumns account;

    @Enumerated(EnumType.STRING)
    HoldMode mode;

    @Nullable
    @Column(name = "amount_fen")
    Long amountFen;

    String reason;

    @Embedded
    StoredBasis basis;

    @Column(name = "major_case")
    boolean majorCase;

    @Column(name = "ordered_by")
    String orderedBy;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "tainted_fen")
    long taintedFen;

    @Nullable
    @Column(name = "stop_application_id")
    UUID stopApplicationId;

    @Nullable
    @Column(name = "stop_ends_at")
    Instant stopEndsAt;

    @Column(name = "ends_stop")
    boolean endsStop;

    @Column(name = "rule_set")
    String ruleSet;

    @Enumerated(EnumType.STRING)
    FreezeState state;

    @Embedded
    ProgressColumns progress;

    @Column(name = "result_code")
    String resultCode;

    @Column(name = "manual_reason")
    String manualReason;

    @Nullable
    @Column(name = "frozen_fen")
    Long frozenFen;

    @Nullable
    @Column(name = "told_fen")
    Long toldFen;

    @Nullable
    @Column(name = "told_at")
    Instant toldAt;

    @Column(name = "returned_fen")
    long returnedFen;

    @Nullable
    @Column(name = "waiting_place")
    Integer waitingPlace;

    @Nullable
    @Column(name = "began_at")
    Instant beganAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;

    String timeline;

    @Nullable
    @Column(name = "due_at")
    Instant dueAt;

    @Nullable
    @Column(name = "booking_due_at")
    Instant bookingDueAt;

    /** True when fund-recovery is to be told. Set by {@link #write}, as Hibernate would take a row for changed that it has read. */
    boolean unpublished;

    @Version
    int version;

    static FreezeEntity of(Freeze freeze) {
        FreezeApplication application = freeze.application();
        FreezeEntity row = new FreezeEntity();
        row.applicationId = freeze.id().value();
        row.caseId = application.caseId().value();
        row.account = AccountColumns.of(application.account());
        row.basis = StoredBasis.of(application.basis());
        row.majorCase = application.major();
        row.orderedBy = StoredPerson.text(application.officer());
        row.reason = application.reason();
        row.requestedAt = application.requestedAt();
        row.taintedFen = application.tainted().fen();
        row.stopApplicationId = application.stop().map(ApplicationId::value).orElse(null);
        row.stopEndsAt = application.stopEndsAt().orElse(null);
        row.endsStop = application.endsStop();
        row.ruleSet = application.ruleSet();
        row.timeline = begin(freeze);
        row.write(freeze);
        return row;
    }

    /** It is sent as soon as it is durable. */
    private static String begin(Freeze freeze) {
        Instant at = freeze.application().requestedAt();
        String ordered = StoredTimeline.with(NO_ENTRIES, new FreezeTimelineEntry(at, FreezeState.REQUESTED, "ORDERED"));
        return StoredTimeline.with(ordered, new FreezeTimelineEntry(at, freeze.state(), FreezeEvent.Kind.SENT.name()));
    }

    /** Writes what can change of a freeze. */
    void write(Freeze freeze) {
        unpublished = true;
        mode = freeze.application().mode();
        amountFen = freeze.application().amount().map(Money::fen).orElse(null);
        state = freeze.state();
        progress = ProgressColumns.of(freeze.progress());
        resultCode = freeze.resultCode();
        manualReason = freeze.manualReason();
        frozenFen = freeze.frozen().sum().map(Money::fen).orElse(null);
        toldFen = freeze.frozen().told().map(told -> told.sum().fen()).orElse(null);
        toldAt = freeze.frozen().told().map(FrozenSum.Told::at).orElse(null);
        returnedFen = freeze.frozen().returned().fen();
        waitingPlace = freeze.frozen().place().orElse(null);
        beganAt = freeze.frozen().beganAt().orElse(null);
        expiresAt = freeze.expiresAt();
        endedAt = freeze.endedAt().orElse(null);
    }

    Freeze freeze() {
        return new Freeze(
                new ApplicationId(applicationId),
                application(),
                state,
                progress.progress(),
                resultCode,
                manualReason,
                new FrozenSum(
                        Optional.ofNullable(frozenFen).map(Money::ofFen),
                        Optional.ofNullable(waitingPlace),
                        Optional.ofNullable(beganAt),
                        told(),
                        Money.ofFen(returnedFen)),
                expiresAt,
                Optional.ofNullable(endedAt));
    }

    /** What was told last. A replica of the version before writes only what the freeze holds. */
    private Optional<FrozenSum.Told> told() {
        Long fen = toldFen != null ? toldFen : frozenFen;
        Instant at = toldAt != null ? toldAt : beganAt;
        return fen == null || at == null ? Optional.empty() : Optional.of(new FrozenSum.Told(Money.ofFen(fen), at));
    }

    private FreezeApplication application() {
        return new FreezeApplication(
                new CaseId(caseId),
                account.account(),
                mode,
                Optional.ofNullable(amountFen).map(Money::ofFen),
                reason,
                basis.basis(),
                majorCase,
                StoredPerson.person(orderedBy),
                requestedAt,
                Money.ofFen(taintedFen),
                Optional.ofNullable(stopApplicationId).map(ApplicationId::new),
                Optional.ofNullable(stopEndsAt),
                endsStop,
                ruleSet);
    }
}
