package org.stoppayment.freeze.dissuasion.persistence;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;
import org.stoppayment.freeze.dissuasion.domain.DissuasionOutcome;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;

/** Reads an entry of the dissuasion list from its row; state and withdrawal are worked out by the statement. */
final class DissuasionRow {

    private DissuasionRow() {}

    static Dissuasion read(Row row) {
        return new Dissuasion(
                row.getUUID("dissuasion_id"),
                Dissuasion.State.valueOf(row.getString("state")),
                StoredAccount.party(row::getString, "payer"),
                StoredAccount.read(row::getString),
                new Dissuasion.Paid(
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getInteger("transfers"),
                        row.getOffsetDateTime("first_booked_at").toInstant(),
                        row.getOffsetDateTime("last_booked_at").toInstant()),
                row.getOffsetDateTime("listed_at").toInstant(),
                Stream.of(row.getArrayOfUUIDs("cases")).map(CaseId::new).toList(),
                Rows.instant(row, "claimed_at")
                        .map(since -> new Dissuasion.Hold(
                                new Officer(row.getString("organisation"), row.getString("badge_number")),
                                since,
                                row.getOffsetDateTime("claimed_until").toInstant())),
                Rows.instant(row, "closed_at")
                        .map(at -> new Dissuasion.Closing(
                                DissuasionOutcome.valueOf(row.getString("outcome")), row.getString("note"), at)),
                Optional.ofNullable(row.getString("withdrawal")).map(Dissuasion.Withdrawal::valueOf));
    }
}
