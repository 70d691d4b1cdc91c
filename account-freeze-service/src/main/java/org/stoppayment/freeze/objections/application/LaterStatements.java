package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Consumer;
import org.stoppayment.freeze.objections.domain.LaterStatement;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.kernel.ids.ObjectionId;

/** Port: what was added to objections later. */
public interface LaterStatements {

    /**
     * Makes a statement durable. Its objection does not change meanwhile.
     *
     * @param max number of statements of an objection
     * @param requirement on the objection as it stands; throws the refusal
     * @return the statement of that request: this one, or an earlier one
     */
    Uni<LaterStatement> insert(LaterStatement statement, int max, Consumer<Objection> requirement);

    /** What was added to an objection, the oldest first. */
    Uni<List<LaterStatement>> of(ObjectionId objection);
}
