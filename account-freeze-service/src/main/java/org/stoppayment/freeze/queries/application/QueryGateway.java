package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.freeze.queries.domain.AccountQuery;

/** Port: sends queries to institutions. Never fails for what an institution does or fails to do: that is a reply. */
public interface QueryGateway {

    /** Sends a query. */
    Uni<QueryReply> send(AccountQuery query);

    /** Asks what became of a query. */
    Uni<QueryReply> inquire(AccountQuery query);
}
