package org.stoppayment.freeze.dissuasion.persistence;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import java.util.stream.Stream;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;
import org.stoppayment.freeze.dissuasion.domain.DissuasionOutcome;
import org.stoppayment.freeze.orders.persistence.StopOrderRow;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.Money;

/** How an entry of the dissuasion list lies in its row, and what follows of it from what else is known. */
final class DissuasionRow {

    private DissuasionRow() {}

    static Dissuasion read(Row row) {
        return new Dissuasion(
                row.getUUID("dissuasion_id"),
                Dissuasion.State.valueOf(row.getString("state")),
                new AccountRef(
                        row.getString("payer_institution_code"),
                        row.getString("payer_number"),
                        row.getString("payer_name"),
                        AccountKind.valueOf(row.getString("payer_kind"))),
                new AccountRef(
                        row.getString("institution_code"),
                        row.getString("account_number"),
                        row.getString("account_name"),
                        AccountKind.valueOf(row.getString("account_kind"))),
                new Dissuasion.Paid(
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getInteger("transfers"),
                        row.getOffsetDateTime("first_booked_at").toInstant(),
                        row.getOffsetDateTime("last_booked_at").toInstant()),
                row.getOffsetDateTime("listed_at").toInstant(),
                Stream.of(row.getArrayOfUUIDs("cases")).map(CaseId::new).toList(),
                StopOrderRow.instant(row, "claimed_at")
                        .map(since -> new Dissuasion.Hold(
                                new Officer(row.getString("organisation"), row.getString("badge_number")),
                                since,
                                row.getOffsetDateTime("claimed_until").toInstant())),
                StopOrderRow.instant(row, "closed_at")
                        .map(at -> new Dissuasion.Closing(
                                DissuasionOutcome.valueOf(row.getString("outcome")), row.getString("note"), at)),
                Optional.ofNullable(row.getString("withdrawal")).map(Dissuasion.Withdrawal::valueOf));
    }
}
