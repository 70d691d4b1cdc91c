package org.stoppayment.kit.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes the pool so that every statement is parsed and planned once a connection. The client keeps only short statements
 * by itself, and ours that write are long; their parameters are arrays, about which a plan of their own would learn nothing.
 */
@Singleton
class CachedStatements implements PgPoolCreator {

    private static final int LONGEST_STATEMENT = 65_536;

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(CachedStatements::prepareOnce);
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    private static void prepareOnce(PgConnectOptions options) {
        options.setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT)
                .addProperty("plan_cache_mode", "force_generic_plan")
                // A plan is made once, as a rule while tables are as good as empty: a key is the way however short they
                // are.
                .addProperty("enable_seqscan", "off")
                // Our statements are short whatever the planner thinks they cost: compiling one takes longer than
                // running it.
                .addProperty("jit", "off");
    }
}
