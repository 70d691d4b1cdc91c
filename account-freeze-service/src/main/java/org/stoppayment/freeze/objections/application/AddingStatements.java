package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.stoppayment.freeze.objections.application.ViewingObjections.View;
import org.stoppayment.freeze.objections.domain.LaterStatement;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionState;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;

/** Adds to objections what the person who objects says later. The deadline of the decision stays. */
@ApplicationScoped
public class AddingStatements {

    static final int MAX_STATEMENTS = 50;

    private final NamedObjections named;
    private final LaterStatements statements;
    private final ViewingObjections viewing;
    private final InstantSource clock;

    AddingStatements(
            NamedObjections named, LaterStatements statements, ViewingObjections viewing, InstantSource clock) {
        this.named = named;
        this.statements = statements;
        this.viewing = viewing;
        this.clock = clock;
    }

    /**
     * A statement, as given.
     *
     * @param requestId made by the client
     * @param objectionId of the objection
     * @param statement what the person says
     * @param evidenceDigest SHA-256 of the evidence; empty when there is none
     * @param operator the officer who takes it
     */
    public record Request(
            String requestId, String objectionId, String statement, String evidenceDigest, Officer operator) {}

    /** Makes a statement durable; the objection with all of them. A repeated request has the same result. */
    public Uni<View> add(Request request) {
        new ObjectionInput()
                .id("requestId", request.requestId())
                .id("objectionId", request.objectionId())
                .statement(request.statement())
                .evidence(request.evidenceDigest())
                .officer("operator", request.operator())
                .refuse();
        UUID requestId = Ids.parse(request.requestId()).orElseThrow();
        return named.find(request.objectionId()).chain(objection -> {
            LaterStatement added = new LaterStatement(
                    requestId,
                    objection.id(),
                    request.statement(),
                    ObjectionInput.digest(request.evidenceDigest()),
                    request.operator(),
                    clock.instant());
            return statements
                    .insert(added, MAX_STATEMENTS, AddingStatements::requireOpen)
                    .invoke(kept -> requireRepeated(kept, added))
                    .chain(() -> viewing.view(objection));
        });
    }

    private static void requireOpen(Objection objection) {
        if (objection.state() != ObjectionState.OPEN) {
            throw DecidingObjections.alreadyDecided(objection);
        }
    }

    private static void requireRepeated(LaterStatement kept, LaterStatement added) {
        if (!kept.isRepeatedBy(added)) {
            throw new ServiceException.Refusal(
                    "REQUEST_ID_REUSED",
                    "requestId: " + kept.requestId() + " (expected: a new id for another statement)");
        }
    }
}
