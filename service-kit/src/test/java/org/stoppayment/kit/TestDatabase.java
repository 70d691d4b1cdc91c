package org.stoppayment.kit;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.stoppayment.kit.testing.PostgresResource;

/** A real Postgres with the kit's tables, shared by all tests of a run. */
public final class TestDatabase {

    private static final Map<String, String> SETTINGS = start();

    private TestDatabase() {}

    private static Map<String, String> start() {
        PostgresResource postgres = new PostgresResource();
        Map<String, String> settings = postgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop));
        Pool pool = pool(settings, 1);
        run(pool, script("/db/kit/V0001__outbox.sql"));
        run(pool, script("/db/kit/V0170__rejected_events.sql"));
        pool.close().await().indefinitely();
        return settings;
    }

    /** A pool of connections to it; the caller closes it. */
    public static Pool pool(int connections) {
        return pool(SETTINGS, connections);
    }

    /** Runs SQL. */
    public static void run(Pool pool, String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private static Pool pool(Map<String, String> settings, int connections) {
        PgConnectOptions options = PgConnectOptions.fromUri("postgresql://postgres:postgres@"
                + settings.get("stoppayment.db.address") + "/" + settings.get("stoppayment.db.name"));
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(options)
                .build());
    }

    private static String script(String path) {
        try (InputStream in = TestDatabase.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
