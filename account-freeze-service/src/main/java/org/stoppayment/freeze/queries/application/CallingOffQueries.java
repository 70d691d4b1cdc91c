package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.orders.application.withdrawal.WithdrawalListener;
import org.stoppayment.freeze.queries.application.Queries.Filter;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.QueryState;
import org.stoppayment.freeze.shared.application.Sequence;
import org.stoppayment.kernel.ids.CaseId;

/** Asks nothing more for a withdrawn case (撤案): queries that wait to be sent are called off, and running watches are ended. */
@ApplicationScoped
class CallingOffQueries implements WithdrawalListener {

    /** More than are asked for a case. */
    private static final int MAX_QUERIES = 10_000;

    private final Queries queries;
    private final RecordingQueries recording;
    private final EndingWatches ending;

    CallingOffQueries(Queries queries, RecordingQueries recording, EndingWatches ending) {
        this.queries = queries;
        this.recording = recording;
        this.ending = ending;
    }

    @Override
    public Uni<Void> caseWithdrawn(CaseId caseId) {
        return queries.list(new Filter(Optional.of(caseId), Set.of()), Optional.empty(), MAX_QUERIES)
                .chain(found -> Sequence.of(found, this::close));
    }

    private Uni<Void> close(AccountQuery query) {
        return switch (query.kind()) {
            case WATCH -> callOff(query).chain(calledOff -> calledOff ? done() : ending.endOfWithdrawnCase(query));
            case HOLDER, BALANCE, TRANSACTIONS, ACCOUNTS -> callOff(query).replaceWithVoid();
            case WATCH_END -> done();
        };
    }

    /** False when it does not wait to be sent. */
    private Uni<Boolean> callOff(AccountQuery query) {
        return query.state() == QueryState.QUEUED
                ? recording.callOff(query).map(Optional::isPresent)
                : Uni.createFrom().item(false);
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
