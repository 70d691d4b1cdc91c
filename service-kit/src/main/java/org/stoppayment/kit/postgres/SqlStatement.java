package org.stoppayment.kit.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.TypedId;

/**
 * A statement kept as a resource that takes a few values; one that takes rows is a {@link BatchStatement}, where names and includes
 * are explained. To be kept in a constant.
 */
public final class SqlStatement implements SqlText {

    private static final StackWalker CALLER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final String path;
    private final String sql;
    private final List<String> types;

    private SqlStatement(String path, String sql, List<String> types) {
        this.path = path;
        this.sql = sql;
        this.types = List.copyOf(types);
    }

    /**
     * Loads a statement.
     *
     * @param path of the resource, for the class loader of the class that calls this
     * @param parameters their names and types in SQL, as in {@code "now timestamptz, max_orders int"}
     * @throws IllegalArgumentException when the resource uses a name that is not declared, or does not use one that is
     */
    public static SqlStatement load(String path, String parameters) {
        return load(SqlResource.read(path, CALLER.getCallerClass()), parameters.split(", ", -1));
    }

    /** Loads a statement without parameters. */
    public static SqlStatement load(String path) {
        return load(SqlResource.read(path, CALLER.getCallerClass()));
    }

    private static SqlStatement load(SqlResource resource, String... parameters) {
        List<String> types = new ArrayList<>();
        for (String parameter : parameters) {
            String[] nameAndType = parameter.split(" ", -1);
            if (nameAndType.length != 2) {
                throw new IllegalArgumentException(
                        "%s: %s (expected: a name and a type)".formatted(resource.path(), parameter));
            }
            resource.value(nameAndType[0], nameAndType[1]);
            types.add(nameAndType[1]);
        }
        return new SqlStatement(resource.path(), resource.bind(), types);
    }

    /** Sends the statement, with its values in the order in which the parameters were declared. */
    public Uni<RowSet<Row>> execute(SqlClient client, @Nullable Object... values) {
        return client.preparedQuery(sql).execute(parameters(values));
    }

    /** The parameters that are sent with the text. */
    Tuple parameters(@Nullable Object... values) {
        if (values.length != types.size()) {
            throw new IllegalArgumentException(
                    "%s: %d values (expected: %d)".formatted(path, values.length, types.size()));
        }
        Tuple tuple = Tuple.tuple();
        for (int i = 0; i < values.length; i++) {
            tuple.addValue(sent(values[i], types.get(i)));
        }
        return tuple;
    }

    /** The value as the driver takes it. */
    private static @Nullable Object sent(@Nullable Object value, String type) {
        if (value instanceof Optional<?> optional) {
            return sent(optional.orElse(null), type);
        }
        if (value instanceof TypedId<?> id) {
            return id.value();
        }
        if (value instanceof Instant instant) {
            return Columns.utc(instant);
        }
        if (value instanceof byte[] bytes) {
            return Buffer.buffer(bytes);
        }
        if (value instanceof Collection<?> many) {
            return type.equals("uuid[]")
                    ? many.stream().map(each -> sent(each, "uuid")).toArray(UUID[]::new)
                    : many.toArray(String[]::new);
        }
        return value;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String sql() {
        return sql;
    }
}
