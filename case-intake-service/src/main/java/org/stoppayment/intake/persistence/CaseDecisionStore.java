package org.stoppayment.intake.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.stoppayment.intake.application.CaseDecisions;
import org.stoppayment.intake.domain.Closing;
import org.stoppayment.intake.domain.Filing;
import org.stoppayment.intake.domain.filing.PoliceCase;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Filings and closings in Postgres. */
@ApplicationScoped
class CaseDecisionStore implements CaseDecisions, PanacheRepositoryBase<CaseEntity, UUID> {

    private final FilingRepository filings;
    private final ClosingRepository closings;

    CaseDecisionStore(FilingRepository filings, ClosingRepository closings) {
        this.filings = filings;
        this.closings = closings;
    }

    @Override
    @WithTransaction
    public Uni<Optional<Recorded<Filing>>> file(
            Request request, Function<PoliceCase, Filing> decide, Function<Filing, OutboxEvent> event) {
        return locked(request, found -> filings.findById(request.requestId())
                .chain(known -> known == null
                        ? insertFiling(request, found, decide, event)
                        : Uni.createFrom().item(new Recorded<>(known.filing(), known.digest, Optional.empty()))));
    }

    private Uni<Recorded<Filing>> insertFiling(
            Request request,
            CaseEntity found,
            Function<PoliceCase, Filing> decide,
            Function<Filing, OutboxEvent> event) {
        return standing(found).map(decide).chain(filing -> {
            found.filed(filing.facts().number());
            return insert(request, filing, FilingEntity.of(request, filing), event.apply(filing));
        });
    }

    @Override
    @WithTransaction
    public Uni<Optional<Recorded<Closing>>> close(
            Request request, Function<PoliceCase, Closing> decide, Function<Closing, OutboxEvent> event) {
        return locked(request, found -> closings.findById(request.requestId())
                .chain(known -> known == null
                        ? insertClosing(request, found, decide, event)
                        : Uni.createFrom().item(new Recorded<>(known.closing(), known.digest, Optional.empty()))));
    }

    private Uni<Recorded<Closing>> insertClosing(
            Request request,
            CaseEntity found,
            Function<PoliceCase, Closing> decide,
            Function<Closing, OutboxEvent> event) {
        return standing(found).map(decide).chain(closing -> {
            found.closed();
            return insert(request, closing, ClosingEntity.of(request, closing), event.apply(closing));
        });
    }

    /** The result of work on the case, which nobody else changes meanwhile; empty when there is no such case. */
    private <T> Uni<Optional<T>> locked(Request request, Function<CaseEntity, Uni<T>> work) {
        return findById(request.caseId().value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNotNull()
                .transformToUni(work::apply)
                .map(Optional::ofNullable);
    }

    private Uni<PoliceCase> standing(CaseEntity found) {
        return filings.lastOfCase(found.caseId)
                .map(last -> new PoliceCase(new CaseId(found.caseId), found.status, last));
    }

    private static <T> Uni<Recorded<T>> insert(Request request, T decision, Object row, OutboxEvent event) {
        return Panache.getSession()
                .chain(session -> session.persistAll(row, OutboxEntity.of(event)))
                .replaceWith(new Recorded<>(decision, request.content().digest(), Optional.of(event)));
    }
}
