package org.stoppayment.kit.postgres;

import static java.util.stream.Collectors.joining;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Rows that a statement takes as parameters, one array a column. A column is declared once, with its name, its type and where
 * its values come from; so what the SQL calls a value and the value itself cannot shift against each other.
 *
 * <p>To be kept, with the SQL made of it, in constants: a connection knows a statement again by its text.
 *
 * @param <T> what a row is made of
 */
public final class ParameterRows<T> implements Parameters {

    private final int first;
    private final List<Column<T>> columns;

    private ParameterRows(int first, List<Column<T>> columns) {
        this.first = first;
        this.columns = columns;
    }

    private record Column<T>(int position, String name, String type, Function<List<T>, Object> array) {
        String parameter() {
            return "$" + position + "::" + type + "[]";
        }
    }

    /** Rows whose columns are the statement's first parameters. */
    public static <T> ParameterRows<T> first() {
        return new ParameterRows<>(1, List.of());
    }

    /** Rows whose columns are the parameters after {@code previous}. */
    public static <T> ParameterRows<T> after(Parameters previous) {
        return new ParameterRows<>(previous.next(), List.of());
    }

    /** With a column of UUIDs. */
    public ParameterRows<T> uuid(String name, Function<T, UUID> value) {
        return with(name, "uuid", rows -> Columns.uuids(rows, value));
    }

    /** With a column of UUIDs, some of them null. */
    public ParameterRows<T> optionalUuid(String name, Function<T, Optional<UUID>> value) {
        return with(name, "uuid", rows -> Columns.optionalUuids(rows, value));
    }

    /** With a column of text. */
    public ParameterRows<T> text(String name, Function<T, String> value) {
        return with(name, "text", rows -> Columns.texts(rows, value));
    }

    /** With a column of 32-bit integers. */
    public ParameterRows<T> integer(String name, ToIntFunction<T> value) {
        return with(name, "int", rows -> Columns.ints(rows, value));
    }

    /** With a column of 64-bit integers. */
    public ParameterRows<T> bigint(String name, ToLongFunction<T> value) {
        return with(name, "bigint", rows -> Columns.longs(rows, value));
    }

    /** With a column of 64-bit integers, some of them null. */
    public ParameterRows<T> optionalBigint(String name, Function<T, Optional<Long>> value) {
        return with(name, "bigint", rows -> Columns.optionalLongs(rows, value));
    }

    /** With a column of truth values. */
    public ParameterRows<T> bool(String name, Function<T, Boolean> value) {
        return with(name, "boolean", rows -> Columns.booleans(rows, value));
    }

    /** With a column of moments. */
    public ParameterRows<T> instant(String name, Function<T, Instant> value) {
        return with(name, "timestamptz", rows -> Columns.instants(rows, value));
    }

    /** With a column of moments, some of them null. */
    public ParameterRows<T> optionalInstant(String name, Function<T, Optional<Instant>> value) {
        return with(name, "timestamptz", rows -> Columns.optionalInstants(rows, value));
    }

    /** With a column of bytes. */
    public ParameterRows<T> bytes(String name, Function<T, byte[]> value) {
        return with(name, "bytea", rows -> Columns.bytes(rows, value));
    }

    private ParameterRows<T> with(String name, String type, Function<List<T>, Object> array) {
        if (columns.stream().anyMatch(column -> column.name().equals(name))) {
            throw new IllegalArgumentException("column: %s (expected: a name not used yet)".formatted(name));
        }
        Column<T> column = new Column<>(next(), name, type, array);
        return new ParameterRows<>(
                first, Stream.concat(columns.stream(), Stream.of(column)).toList());
    }

    /** All columns as an item of {@code FROM}, on a line of its own: {@code unnest($1::uuid[], …) AS alias (name, …)}. */
    public String as(String alias) {
        return unnest(alias, columns);
    }

    /** As {@link #as(String)}, of some columns only. */
    public String as(String alias, String... names) {
        return unnest(alias, Stream.of(names).map(this::column).toList());
    }

    private String unnest(String alias, List<Column<T>> some) {
        return "unnest(%s) AS %s (%s)\n"
                .formatted(
                        some.stream().map(Column::parameter).collect(joining(", ")),
                        alias,
                        some.stream().map(Column::name).collect(joining(", ")));
    }

    /** One column, as an expression that is an array. */
    public String array(String name) {
        return column(name).parameter();
    }

    private Column<T> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("column: %s (expected: one of %s)"
                        .formatted(name, columns.stream().map(Column::name).toList())));
    }

    @Override
    public int next() {
        return first + columns.size();
    }

    /**
     * Adds the rows to a statement's parameters.
     *
     * @param tuple all parameters before these
     * @return {@code tuple}
     */
    public Tuple addTo(Tuple tuple, List<T> rows) {
        ParameterValues.requireNext(first, tuple);
        columns.forEach(column -> tuple.addValue(column.array().apply(rows)));
        return tuple;
    }
}
