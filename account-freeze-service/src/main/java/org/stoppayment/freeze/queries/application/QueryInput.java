package org.stoppayment.freeze.queries.application;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.queries.domain.QueryKind;

/** Checks what an officer gives with a query; fails with every violation at once. */
final class QueryInput {

    private final HoldInput input = new HoldInput();

    private QueryInput() {}

    /** Fails unless all fields of the request are as they must be. */
    static void require(QueryRequest request, Instant now) {
        QueryInput checked = new QueryInput();
        checked.input
                .caseId(request.caseId())
                .account(request.institutionCode(), request.accountNumber())
                .reason(request.reason(), false)
                .officer(request.officer());
        request.measure().ifPresent(checked.input::measure);
        checked.kind(request.kind());
        checked.since(request, now);
        checked.until(request, now);
        checked.input.refuse();
    }

    private void kind(Optional<QueryKind> kind) {
        if (kind.isEmpty()) {
            input.reject("kind", "MISSING", "none", "HOLDER, BALANCE, TRANSACTIONS, ACCOUNTS or WATCH");
        } else if (kind.get() == QueryKind.WATCH_END) {
            input.reject("kind", "NOT_ALLOWED", "WATCH_END", "another kind; a watch is ended by EndWatch");
        }
    }

    private void since(QueryRequest request, Instant now) {
        request.since().ifPresent(since -> {
            if (request.kind().filter(kind -> kind != QueryKind.TRANSACTIONS).isPresent()) {
                input.reject("since", "NOT_ALLOWED", since.toString(), "none, except with TRANSACTIONS");
            } else if (since.isAfter(now)) {
                input.reject("since", "IN_FUTURE", since.toString(), "a moment before now");
            }
        });
    }

    private void until(QueryRequest request, Instant now) {
        boolean isWatch = request.kind().filter(kind -> kind == QueryKind.WATCH).isPresent();
        if (isWatch && request.until().isEmpty()) {
            input.reject("until", "MISSING", "none", "when the watch ends");
        }
        request.until().ifPresent(until -> {
            if (!isWatch && request.kind().isPresent()) {
                input.reject("until", "NOT_ALLOWED", until.toString(), "none, except with WATCH");
            } else if (!until.isAfter(now)) {
                input.reject("until", "OUT_OF_RANGE", until.toString(), "a moment after now");
            }
        });
    }
}
