package org.stoppayment.freeze.books.persistence;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.ClaimEnd;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kit.postgres.Rows;

/** Maps the end of a claim to its columns {@code ended_at} and {@code end_details}. */
public final class StoredClaimEnd {

    private StoredClaimEnd() {}

    /** The end in a row; empty when it has not ended. */
    public static Optional<ClaimEnd> read(Row row) {
        return Rows.instant(row, "ended_at").map(at -> {
            JsonObject details = row.getJsonObject("end_details");
            return new ClaimEnd(
                    at,
                    ClaimEnd.Cause.valueOf(details.getString("cause")),
                    details.getString("reason"),
                    details.getString("reference"),
                    new Officer(details.getString("organisation"), details.getString("badgeNumber")));
        });
    }

    /** The details as text, to be cast to jsonb. */
    public static String details(ClaimEnd end) {
        return new JsonObject()
                .put("cause", end.cause().name())
                .put("reason", end.reason())
                .put("reference", end.reference())
                .put("organisation", end.officer().organisation())
                .put("badgeNumber", end.officer().badgeNumber())
                .encode();
    }
}
