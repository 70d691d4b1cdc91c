package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.freeze.objections.domain.LaterStatement;
import org.stoppayment.freeze.objections.domain.Objection;

/** Shows one objection with what was added to it. */
@ApplicationScoped
public class ViewingObjections {

    private final NamedObjections named;
    private final LaterStatements statements;

    ViewingObjections(NamedObjections named, LaterStatements statements) {
        this.named = named;
        this.statements = statements;
    }

    /**
     * An objection as it is shown.
     *
     * @param objection as it stands
     * @param statements what was added to it, the oldest first
     */
    public record View(Objection objection, List<LaterStatement> statements) {}

    /** The objection named {@code objectionId}; fails when there is none. */
    public Uni<View> view(String objectionId) {
        return named.find(objectionId).chain(this::view);
    }

    /** This objection. */
    public Uni<View> view(Objection objection) {
        return statements.of(objection.id()).map(added -> new View(objection, added));
    }
}
