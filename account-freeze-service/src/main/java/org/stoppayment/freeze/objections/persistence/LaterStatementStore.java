package org.stoppayment.freeze.objections.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.stoppayment.freeze.objections.application.LaterStatements;
import org.stoppayment.freeze.objections.domain.LaterStatement;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.shared.persistence.UnitOfWork;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ObjectionId;

/** What was added to objections, in Postgres. */
@ApplicationScoped
class LaterStatementStore implements LaterStatements, PanacheRepositoryBase<LaterStatementEntity, UUID> {

    private final UnitOfWork units;
    private final ObjectionStore objections;

    LaterStatementStore(UnitOfWork units, ObjectionStore objections) {
        this.units = units;
        this.objections = objections;
    }

    /** The objection is locked, so that it is not decided meanwhile and a second request finds the statement of the first. */
    @Override
    public Uni<LaterStatement> insert(LaterStatement statement, int max, Consumer<Objection> requirement) {
        return units.transaction(() -> objections
                .locked(statement.objection())
                .chain(objection -> findById(statement.requestId())
                        .chain(found -> found != null
                                ? Uni.createFrom().item(found)
                                : added(statement, max, objection.objection(), requirement)))
                .map(LaterStatementEntity::statement));
    }

    private Uni<LaterStatementEntity> added(
            LaterStatement statement, int max, Objection objection, Consumer<Objection> requirement) {
        requirement.accept(objection);
        return count("objectionId", objection.id().value())
                .invoke(before -> {
                    if (before >= max) {
                        throw new ServiceException.Refusal(
                                "TOO_MANY_STATEMENTS",
                                "objection " + objection.id() + " has " + before + " statements (expected: fewer than "
                                        + max + ")");
                    }
                })
                .chain(() -> persist(LaterStatementEntity.of(statement)));
    }

    @Override
    public Uni<List<LaterStatement>> of(ObjectionId objection) {
        return units.reading(() -> list("objectionId = ?1 order by addedAt, requestId", objection.value())
                .map(rows -> rows.stream().map(LaterStatementEntity::statement).toList()));
    }
}
