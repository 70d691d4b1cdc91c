package org.stoppayment.kit.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Creates the connection pool so that each connection parses and plans every statement once. By default the client caches only short
 * statements, and the statements that write are long. Their parameters are arrays, so a plan for single values would not be better.
 */
@Singleton
class CachedStatements implements PgPoolCreator {

    private static final int MAX_CACHED_LENGTH = 65_536;

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
                .setPreparedStatementCacheSqlLimit(MAX_CACHED_LENGTH)
                .addProperty("plan_cache_mode", "force_generic_plan")
                // Statements are planned once, usually while tables are almost empty, and must use an index
                // nevertheless.
                .addProperty("enable_seqscan", "off")
                // Compiling a statement takes longer than running it.
                .addProperty("jit", "off");
    }
}
