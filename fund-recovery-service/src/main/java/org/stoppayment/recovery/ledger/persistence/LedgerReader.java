package org.stoppayment.recovery.ledger.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.ledger.application.Entries;
import org.stoppayment.recovery.ledger.application.EntryPlace;
import org.stoppayment.recovery.ledger.domain.AccountBooks;
import org.stoppayment.recovery.ledger.domain.BookedEntry;
import org.stoppayment.recovery.ledger.domain.CasePositions;
import org.stoppayment.recovery.ledger.domain.Correction;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Reads the ledger. */
@ApplicationScoped
class LedgerReader implements Entries, PanacheRepositoryBase<LedgerEntryEntity, UUID> {

    private static final String OF_CASE = "caseId = :caseId and recordedAt <= :until";
    private static final String ON_ACCOUNT =
            "institutionCode = :institution and accountNumber = :number and recordedAt <= :until";
    private static final String AFTER = " and occurredAt >= :occurredAt and (occurredAt > :occurredAt"
            + " or eventId > :eventId or (eventId = :eventId and ordinal > :ordinal))";
    private static final String IN_ORDER = " order by occurredAt, eventId, ordinal";

    private final PositionSums sums;

    LedgerReader(PositionSums sums) {
        this.sums = sums;
    }

    @Override
    public Uni<List<AccountBooks>> booksOf(CaseId caseId, Instant recordedUntil) {
        return sums.accountsOf(caseId, recordedUntil);
    }

    @Override
    public Uni<List<CasePositions>> positionsOn(AccountRef.Key account, Instant recordedUntil) {
        return sums.casesOn(account, recordedUntil);
    }

    @Override
    public Uni<List<CasePositions>> positionsOf(Collection<CaseId> caseIds, Instant recordedUntil) {
        return sums.of(caseIds, recordedUntil);
    }

    @Override
    @WithSession
    public Uni<List<BookedEntry>> ofCase(CaseId caseId, Instant recordedUntil, Optional<EntryPlace> after, int max) {
        return page(OF_CASE, Parameters.with("caseId", caseId.value()).and("until", recordedUntil), after, max)
                .chain(rows -> booked(rows, recordedUntil));
    }

    @Override
    @WithSession
    public Uni<List<BookedEntry>> onAccount(
            AccountRef.Key account, Instant recordedUntil, Optional<EntryPlace> after, int max) {
        return page(
                        ON_ACCOUNT,
                        Parameters.with("institution", account.institutionCode())
                                .and("number", account.number())
                                .and("until", recordedUntil),
                        after,
                        max)
                .chain(rows -> booked(rows, recordedUntil));
    }

    private Uni<List<LedgerEntryEntity>> page(String which, Parameters given, Optional<EntryPlace> after, int max) {
        after.ifPresent(place -> given.and("occurredAt", place.occurredAt())
                .and("eventId", place.eventId())
                .and("ordinal", place.ordinal()));
        return find(which + (after.isPresent() ? AFTER : "") + IN_ORDER, given)
                .page(0, max)
                .list();
    }

    @Override
    @WithSession
    public Uni<List<BookedEntry>> targetsOf(CaseId caseId, Correction.Target target) {
        String id = target.kind() == Correction.Target.Kind.ENTRY ? "entryId" : "eventId";
        return list("caseId = ?1 and " + id + " = ?2 order by ordinal", caseId.value(), target.id())
                .chain(rows -> booked(rows, Instant.MAX));
    }

    @Override
    @WithSession
    public Uni<Optional<Stored>> correction(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(CorrectionEntity.class, id))
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : count("eventId", id)
                                .map(entries -> Optional.of(new Stored(row.correction(), Math.toIntExact(entries)))));
    }

    /** With their corrections, and what reverses them. */
    private Uni<List<BookedEntry>> booked(List<LedgerEntryEntity> rows, Instant recordedUntil) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return reversing(rows, recordedUntil)
                .chain(reversedBy -> corrections(rows).map(corrections -> rows.stream()
                        .map(row -> new BookedEntry(
                                row.entry(),
                                row.recordedAt,
                                Optional.ofNullable(row.reverses),
                                Optional.ofNullable(corrections.get(row.eventId)),
                                Optional.ofNullable(reversedBy.get(row.entryId))))
                        .toList()));
    }

    private Uni<Map<UUID, UUID>> reversing(List<LedgerEntryEntity> rows, Instant recordedUntil) {
        return list("reverses in ?1", rows.stream().map(row -> row.entryId).toList())
                .map(found -> found.stream()
                        .filter(row -> !row.recordedAt.isAfter(recordedUntil))
                        .collect(Collectors.toMap(row -> Objects.requireNonNull(row.reverses), row -> row.entryId)));
    }

    private static Uni<Map<UUID, Correction>> corrections(List<LedgerEntryEntity> rows) {
        List<UUID> ids = rows.stream()
                .filter(row -> row.reverses != null)
                .map(row -> row.eventId)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from CorrectionEntity where correctionId in :ids", CorrectionEntity.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(found -> found.stream()
                        .map(CorrectionEntity::correction)
                        .collect(Collectors.toMap(Correction::id, Function.identity())));
    }
}
