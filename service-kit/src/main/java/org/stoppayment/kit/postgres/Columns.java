package org.stoppayment.kit.postgres;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts rows to arrays for {@code unnest}, one for each column. */
public final class Columns {

    private Columns() {}

    /** A column of UUIDs. */
    public static <T> UUID[] uuids(List<T> rows, Function<T, UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    /** A column of UUIDs, some of them null. */
    public static <T> @Nullable UUID[] optionalUuids(List<T> rows, Function<T, Optional<UUID>> value) {
        return rows.stream().map(row -> value.apply(row).orElse(null)).toArray(UUID[]::new);
    }

    /** A column of text. */
    public static <T> String[] texts(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** A column of 64-bit integers. */
    public static <T> Long[] longs(List<T> rows, ToLongFunction<T> value) {
        return rows.stream().map(value::applyAsLong).toArray(Long[]::new);
    }

    /** A column of 64-bit integers, some of them null. */
    public static <T> @Nullable Long[] optionalLongs(List<T> rows, Function<T, Optional<Long>> value) {
        return rows.stream().map(row -> value.apply(row).orElse(null)).toArray(Long[]::new);
    }

    /** A column of 32-bit integers. */
    public static <T> Integer[] ints(List<T> rows, ToIntFunction<T> value) {
        return rows.stream().map(value::applyAsInt).toArray(Integer[]::new);
    }

    /** A column of booleans. */
    public static <T> Boolean[] booleans(List<T> rows, Function<T, Boolean> value) {
        return rows.stream().map(value).toArray(Boolean[]::new);
    }

    /** A column of moments. */
    public static <T> OffsetDateTime[] instants(List<T> rows, Function<T, Instant> value) {
        return rows.stream().map(row -> utc(value.apply(row))).toArray(OffsetDateTime[]::new);
    }

    /** A column of moments, some of them null. */
    public static <T> @Nullable OffsetDateTime[] optionalInstants(List<T> rows, Function<T, Optional<Instant>> value) {
        return rows.stream()
                .map(row -> value.apply(row).map(Columns::utc).orElse(null))
                .toArray(OffsetDateTime[]::new);
    }

    /** A column of bytes. */
    public static <T> Buffer[] bytes(List<T> rows, Function<T, byte[]> value) {
        return rows.stream().map(row -> Buffer.buffer(value.apply(row))).toArray(Buffer[]::new);
    }

    /** An array of text as PostgreSQL writes it: {@code {"a","b"}}. */
    static String arrayLiteral(Collection<String> texts) {
        return texts.stream()
                .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The moment in the form that the driver accepts. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
