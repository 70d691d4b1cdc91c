package org.stoppayment.kit.postgres;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/** A pool whose statements all go to the open transaction of one connection, until {@link #end}. It gives no connection away. */
final class TransactionPool implements Pool {

    private final SqlConnection connection;
    private volatile boolean ended;

    TransactionPool(SqlConnection connection) {
        this.connection = connection;
    }

    /** From now on nothing is executed: it would run outside of the transaction. */
    void end() {
        ended = true;
    }

    /** Fails after the end. */
    void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended (expected: no statement after that)");
        }
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        requireOpen();
        return new TransactionQuery(connection.preparedQuery(sql), this);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        throw unsupported();
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        throw unsupported();
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        throw unsupported();
    }

    @Override
    public Future<SqlConnection> getConnection() {
        throw unsupported();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        throw unsupported();
    }

    @Override
    public Future<Void> close() {
        throw unsupported();
    }

    @Override
    public Pool connectHandler(Handler<SqlConnection> handler) {
        throw unsupported();
    }

    @Override
    public Pool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        throw unsupported();
    }

    @Override
    public int size() {
        return 1;
    }

    static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("a transaction that is rolled back runs prepared statements only");
    }
}
