package org.stoppayment.kit.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * An SQL statement in a resource file whose parameters may be rows, so that its text does not depend on the number of rows. Keep it
 * in a constant: a connection recognises a prepared statement by its text.
 *
 * <p>In the resource, a line {@code -- include: path} is replaced by another resource, and a name by a parameter:
 *
 * <table>
 * <caption>Names in the resource</caption>
 * <tr><td>{@code :at}</td><td>a value: {@code $1::timestamptz}</td></tr>
 * <tr><td>{@code :orders AS o}</td><td>rows: {@code unnest($2::uuid[], $3::int[]) AS o (application_id, version)}</td></tr>
 * <tr><td>{@code :orders AS o (version)}</td><td>some columns of them: {@code unnest($3::int[]) AS o (version)}</td></tr>
 * <tr><td>{@code :orders.version}</td><td>one column as an array: {@code $3::int[]}</td></tr>
 * </table>
 *
 * @param <T> the source of the parameters
 */
public final class BatchStatement<T> implements SqlText {

    private static final StackWalker CALLER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final String path;
    private final String sql;
    private final List<BiConsumer<T, Tuple>> parameters;

    private BatchStatement(Builder<T> builder) {
        this.path = builder.resource.path();
        this.sql = builder.resource.bind();
        this.parameters = List.copyOf(builder.parameters);
    }

    /** Begins a statement with the text of the resource {@code path}, from the class loader of the calling class. */
    public static <T> Builder<T> of(String path) {
        return new Builder<>(SqlResource.read(path, CALLER.getCallerClass()));
    }

    /** Sends the statement. */
    public Uni<RowSet<Row>> execute(SqlClient client, T source) {
        return client.preparedQuery(sql).execute(parameters(source));
    }

    /** The parameters that are sent with the text. */
    Tuple parameters(T source) {
        Tuple tuple = Tuple.tuple();
        parameters.forEach(parameter -> parameter.accept(source, tuple));
        return tuple;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String sql() {
        return sql;
    }

    /** Declares the parameters, in the order in which they are sent. */
    public static final class Builder<T> {

        private final SqlResource resource;
        private final List<BiConsumer<T, Tuple>> parameters = new ArrayList<>();

        private Builder(SqlResource resource) {
            this.resource = resource;
        }

        /** Single values, each used as {@code :name}. */
        public <S> Builder<T> values(ValueParameters<S> values, Function<T, S> source) {
            values.values().forEach(value -> resource.value(value.name(), value.type()));
            return with(values.values(), source);
        }

        /** Rows, used as {@code :name AS alias}. */
        public <S> Builder<T> rows(String name, RowParameters<S> rows, Function<T, List<S>> source) {
            Map<String, String> types = new LinkedHashMap<>();
            rows.columns().forEach(column -> types.put(column.name(), column.type()));
            resource.rows(name, types);
            return with(rows.columns(), source);
        }

        private <S> Builder<T> with(List<Parameter<S>> declared, Function<T, S> source) {
            parameters.add((from, tuple) -> {
                S part = source.apply(from);
                declared.forEach(parameter -> tuple.addValue(parameter.value().apply(part)));
            });
            return this;
        }

        /**
         * The statement.
         *
         * @throws IllegalArgumentException when the resource uses an undeclared name or does not use a declared one
         */
        public BatchStatement<T> build() {
            return new BatchStatement<>(this);
        }
    }
}
