package org.stoppayment.kit.postgres;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ids.TypedId;

/**
 * Rows as parameters of a {@link BatchStatement}, sent as one array for each column. A column is declared with its name, its type and
 * the source of its values.
 *
 * @param <T> the source of a row
 */
public final class RowParameters<T> {

    private final List<Parameter<List<T>>> columns;

    private RowParameters(List<Parameter<List<T>>> columns) {
        this.columns = columns;
    }

    /** Rows without columns. */
    public static <T> RowParameters<T> of() {
        return new RowParameters<>(List.of());
    }

    List<Parameter<List<T>>> columns() {
        return columns;
    }

    private <V> RowParameters<T> with(
            String name, String type, Function<T, ? extends @Nullable V> value, IntFunction<@Nullable V[]> array) {
        return new RowParameters<>(Parameter.append(
                columns, name, type + "[]", rows -> rows.stream().map(value).toArray(array)));
    }

    /** With a column of UUIDs. */
    public RowParameters<T> uuid(String name, Function<T, UUID> value) {
        return with(name, "uuid", value, UUID[]::new);
    }

    /** With a column of UUIDs, some of them null. */
    public RowParameters<T> optionalUuid(String name, Function<T, Optional<UUID>> value) {
        return with(name, "uuid", row -> value.apply(row).orElse(null), UUID[]::new);
    }

    /** With a column of ids. */
    public RowParameters<T> id(String name, Function<T, ? extends TypedId<?>> value) {
        return uuid(name, row -> value.apply(row).value());
    }

    /** With a column of ids, some of them null. */
    public RowParameters<T> optionalId(String name, Function<T, ? extends Optional<? extends TypedId<?>>> value) {
        return optionalUuid(name, row -> value.apply(row).map(TypedId::value));
    }

    /**
     * With a column of arrays of text. PostgreSQL has no arrays of arrays of different lengths: each row is sent as the text of an
     * array, which the statement casts, as in {@code o.flags::text[]}.
     */
    public RowParameters<T> texts(String name, Function<T, ? extends Collection<String>> value) {
        return text(name, row -> Columns.arrayLiteral(value.apply(row)));
    }

    /** With a column of text. */
    public RowParameters<T> text(String name, Function<T, String> value) {
        return with(name, "text", value, String[]::new);
    }

    /** With a column of 32-bit integers. */
    public RowParameters<T> integer(String name, ToIntFunction<T> value) {
        return with(name, "int", value::applyAsInt, Integer[]::new);
    }

    /** With a column of 64-bit integers. */
    public RowParameters<T> bigint(String name, ToLongFunction<T> value) {
        return with(name, "bigint", value::applyAsLong, Long[]::new);
    }

    /** With a column of 64-bit integers, some of them null. */
    public RowParameters<T> optionalBigint(String name, Function<T, Optional<Long>> value) {
        return with(name, "bigint", row -> value.apply(row).orElse(null), Long[]::new);
    }

    /** With a column of booleans. */
    public RowParameters<T> bool(String name, Function<T, Boolean> value) {
        return with(name, "boolean", value, Boolean[]::new);
    }

    /** With a column of moments. */
    public RowParameters<T> instant(String name, Function<T, Instant> value) {
        return with(name, "timestamptz", row -> Columns.utc(value.apply(row)), OffsetDateTime[]::new);
    }

    /** With a column of moments, some of them null. */
    public RowParameters<T> optionalInstant(String name, Function<T, Optional<Instant>> value) {
        return with(
                name, "timestamptz", row -> value.apply(row).map(Columns::utc).orElse(null), OffsetDateTime[]::new);
    }

    /** With a column of bytes. */
    public RowParameters<T> bytes(String name, Function<T, byte[]> value) {
        return with(name, "bytea", row -> Buffer.buffer(value.apply(row)), Buffer[]::new);
    }
}
