package org.stoppayment.freeze.books.persistence;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.books.domain.ClaimFreeze;
import org.stoppayment.kernel.Money;

/** Maps what a freeze holds for a claim to its columns {@code freeze_fen}, {@code freeze_returned_fen} and {@code freeze_end}. */
public final class StoredFreeze {

    private StoredFreeze() {}

    /** The freeze in a row; empty when there was none. */
    public static Optional<ClaimFreeze> read(Row row) {
        return read(row.getLong("freeze_fen"), row.getLong("freeze_returned_fen"), row.getString("freeze_end"));
    }

    /** The freeze in a row as JSON; empty when there was none. */
    public static Optional<ClaimFreeze> read(JsonObject row) {
        return read(row.getLong("freeze_fen"), row.getLong("freeze_returned_fen"), row.getString("freeze_end"));
    }

    private static Optional<ClaimFreeze> read(@Nullable Long fen, long returnedFen, @Nullable String end) {
        return Optional.ofNullable(fen)
                .map(sum -> new ClaimFreeze(
                        Money.ofFen(sum),
                        Money.ofFen(returnedFen),
                        Optional.ofNullable(end).map(ClaimFreeze.End::valueOf)));
    }
}
