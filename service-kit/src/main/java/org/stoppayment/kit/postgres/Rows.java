package org.stoppayment.kit.postgres;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the rows of a result. */
public final class Rows {

    private Rows() {}

    /** The rows in order. */
    public static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    /** Each row, converted by {@code reader}. */
    public static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reader) {
        return stream(rows).map(reader).toList();
    }

    /** The first row, converted by {@code reader}; empty when there is none. */
    public static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> reader) {
        return stream(rows).findFirst().map(reader);
    }

    /** The moment in {@code column}; empty when it is null. */
    public static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
