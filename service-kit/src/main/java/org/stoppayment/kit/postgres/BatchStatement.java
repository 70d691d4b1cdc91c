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
 * A statement kept as a resource that takes whole rows as parameters, so that its text is the same however many rows there are. To
 * be kept in a constant: a connection recognises a prepared statement by its text.
 *
 * <p>In the resource, a line {@code -- include: path} stands for another resource, and a name stands for a parameter:
 *
 * <table>
 * <caption>Names in the resource</caption>
 * <tr><td>{@code :at}</td><td>a value: {@code $1::timestamptz}</td></tr>
 * <tr><td>{@code :orders AS o}</td><td>rows: {@code unnest($2::uuid[], $3::int[]) AS o (application_id, version)}</td></tr>
 * <tr><td>{@code :orders AS o (version)}</td><td>some columns of them: {@code unnest($3::int[]) AS o (version)}</td></tr>
 * <tr><td>{@code :orders.version}</td><td>one column as an array: {@code $3::int[]}</td></tr>
 * </table>
 *
 * @param <T> what the parameters are taken from
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

    /** Begins a statement whose text is the resource {@code path}, for the class loader of the class that calls this. */
    public static <T> Builder<T> of(String path) {
        return new Builder<>(SqlResource.read(path, CALLER.getCallerClass()));
    }

    /** Sends the statement. */
    public Uni<RowSet<Row>> execute(SqlClient client, T from) {
        return client.preparedQuery(sql).execute(parameters(from));
    }

    /** The parameters that are sent with the text. */
    Tuple parameters(T from) {
        Tuple tuple = Tuple.tuple();
        parameters.forEach(parameter -> parameter.accept(from, tuple));
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

        /** Single values: {@code :name} each. */
        public <S> Builder<T> values(ValueParameters<S> values, Function<T, S> source) {
            values.values().forEach(value -> resource.value(value.name(), value.type()));
            return with(values.values(), source);
        }

        /** Rows: {@code :name AS alias}. */
        public <S> Builder<T> rows(String name, RowParameters<S> rows, Function<T, List<S>> source) {
            Map<String, String> types = new LinkedHashMap<>();
            rows.columns().forEach(column -> types.put(column.name(), column.type()));
            resource.rows(name, types);
            return with(rows.columns(), source);
        }

        private <S> Builder<T> with(List<Parameter<S>> declared, Function<T, S> source) {
            parameters.add((from, tuple) -> {
                S of = source.apply(from);
                declared.forEach(parameter -> tuple.addValue(parameter.value().apply(of)));
            });
            return this;
        }

        /**
         * The statement.
         *
         * @throws IllegalArgumentException when the resource uses a name that is not declared, or does not use one that is
         */
        public BatchStatement<T> build() {
            return new BatchStatement<>(this);
        }
    }
}
