package org.stoppayment.kit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.PostgresResource;

/** Connections cache long statements, with one plan for all parameters. */
class CachedStatementsTest {

    private static final String LONG = "SELECT sum(n) FROM unnest($1::int[]) AS n /*" + "-".repeat(10_000) + "*/";
    private static final String CACHED =
            "SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE length(statement) > 10000";

    private final PostgresResource postgres = new PostgresResource();
    private final Vertx vertx = Vertx.vertx();
    private Pool pool;

    @BeforeEach
    void connect() {
        Map<String, String> settings = postgres.start();
        PgConnectOptions options = PgConnectOptions.fromUri("postgresql://postgres:postgres@"
                + settings.get("stoppayment.db.address") + "/" + settings.get("stoppayment.db.name"));
        pool = new Pool(new CachedStatements().create(new OneConnection(vertx, options)));
    }

    @AfterEach
    void leave() {
        pool.close().await().indefinitely();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        postgres.stop();
    }

    @Test
    void longStatementIsParsedAndPlannedOnce() {
        for (int n = 1; n <= 3; n++) {
            pool.preparedQuery(LONG)
                    .execute(Tuple.of(new Integer[] {n, n}))
                    .await()
                    .indefinitely();
        }

        Row kept =
                pool.query(CACHED).execute().await().indefinitely().iterator().next();

        assertThat(kept.getLong("generic_plans")).isEqualTo(3);
        assertThat(kept.getLong("custom_plans")).isZero();
    }

    private record OneConnection(Vertx vertx, PgConnectOptions options) implements PgPoolCreator.Input {

        @Override
        public PoolOptions poolOptions() {
            return new PoolOptions().setMaxSize(1);
        }

        @Override
        public List<PgConnectOptions> pgConnectOptionsList() {
            return List.of(options);
        }
    }
}
