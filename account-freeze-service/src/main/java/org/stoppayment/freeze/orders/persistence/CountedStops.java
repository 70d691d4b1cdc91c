package org.stoppayment.freeze.orders.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kit.postgres.SqlStatement;

/** Counts the stops that an account has had. */
final class CountedStops {

    private static final SqlStatement COUNT = SqlStatement.load(
            "sql/orders/count_stops.sql", "institution_code text, account_number text, extension_counts boolean");

    private CountedStops() {}

    /** As {@link StopOrders#countedStops}, within the client's transaction if it has one. */
    static Uni<Long> of(SqlClient client, AccountRef.Key account, StopRules rules) {
        return COUNT.execute(client, account.institutionCode(), account.number(), rules.extensionCounts())
                .map(rows -> rows.iterator().next().getLong("stops"));
    }
}
