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
import org.stoppayment.kernel.ids.TypedId;

/**
 * An SQL statement in a resource file whose parameters are single values. For rows see {@link BatchStatement}, which also explains
 * names and includes. Keep it in a constant.
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
     * @param path path of the resource, from the class loader of the calling class
     * @param parameters names and SQL types, such as {@code "now timestamptz, max_orders int"}
     * @throws IllegalArgumentException when the resource uses an undeclared name or does not use a declared one
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

    /** Sends the statement with values in the order of the declared parameters. */
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
            tuple.addValue(toDriver(values[i], types.get(i)));
        }
        return tuple;
    }

    /** The value in the form that the driver accepts. */
    private static @Nullable Object toDriver(@Nullable Object value, String type) {
        if (value instanceof Optional<?> optional) {
            return toDriver(optional.orElse(null), type);
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
                    ? many.stream().map(each -> toDriver(each, "uuid")).toArray(UUID[]::new)
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
