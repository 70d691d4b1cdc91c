package org.stoppayment.kit.postgres;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;

/** A prepared statement that is executed inside of the transaction of its {@link TransactionPool} or not at all. */
final class TransactionQuery implements PreparedQuery<RowSet<Row>> {

    private final PreparedQuery<RowSet<Row>> query;
    private final TransactionPool transaction;

    TransactionQuery(PreparedQuery<RowSet<Row>> query, TransactionPool transaction) {
        this.query = query;
        this.transaction = transaction;
    }

    @Override
    public void execute(Tuple tuple, Handler<AsyncResult<RowSet<Row>>> handler) {
        transaction.requireOpen();
        query.execute(tuple, handler);
    }

    @Override
    public Future<RowSet<Row>> execute(Tuple tuple) {
        transaction.requireOpen();
        return query.execute(tuple);
    }

    @Override
    public void execute(Handler<AsyncResult<RowSet<Row>>> handler) {
        transaction.requireOpen();
        query.execute(handler);
    }

    @Override
    public Future<RowSet<Row>> execute() {
        transaction.requireOpen();
        return query.execute();
    }

    @Override
    public void executeBatch(List<Tuple> batch, Handler<AsyncResult<RowSet<Row>>> handler) {
        throw TransactionPool.unsupported();
    }

    @Override
    public Future<RowSet<Row>> executeBatch(List<Tuple> batch) {
        throw TransactionPool.unsupported();
    }

    @Override
    public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
        throw TransactionPool.unsupported();
    }

    @Override
    public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
        throw TransactionPool.unsupported();
    }
}
