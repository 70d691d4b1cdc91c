package org.stoppayment.freeze.amendments.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.postgres.SqlStatement;

/** Locks the row of an order: claims on its account are counted one after another. */
final class OrderLock {

    private static final SqlStatement LOCK = SqlStatement.load("sql/amendments/lock_order.sql", "application_id uuid");

    private OrderLock() {}

    /** The row with its state, once it is locked. */
    static Uni<RowSet<Row>> take(SqlConnection connection, ApplicationId applicationId) {
        return LOCK.execute(connection, applicationId);
    }
}
