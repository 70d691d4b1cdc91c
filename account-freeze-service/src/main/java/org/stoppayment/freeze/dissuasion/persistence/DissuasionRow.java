package org.stoppayment.freeze.dissuasion.persistence;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;
import org.stoppayment.freeze.dissuasion.domain.DissuasionOutcome;
import org.stoppayment.freeze.orders.persistence.StopOrderRow;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;

/** How an entry of the dissuasion list lies in its row, and what follows of it from what else is known. */
final class DissuasionRow {

    /**
     * Why the payer of {@code d} need not be called, null when there is no reason. Scalar subqueries with a LIMIT, not EXISTS:
     * the planner has no other way than by index, whatever sizes it plans for.
     */
    static final String WITHDRAWAL = """
            CASE WHEN (SELECT true FROM reported_transfer t
                       WHERE t.payer_number = d.payer_number AND t.payer_number <> ''
                         AND (t.payer_institution_code IN ('', d.payer_institution_code) OR d.payer_institution_code = '')
                       LIMIT 1)
                   OR (SELECT true FROM inflow i
                       WHERE i.payer_number = d.payer_number AND i.payer_institution_code = d.payer_institution_code
                         AND i.answered LIMIT 1)
                   OR (SELECT true FROM claim c
                       WHERE c.institution_code = d.payer_institution_code AND c.account_number = d.payer_number
                         AND c.level = 0 LIMIT 1)
                 THEN 'REPORTED'
                 WHEN (SELECT true FROM claim c
                       WHERE c.institution_code = d.payer_institution_code AND c.account_number = d.payer_number
                         AND c.level > 0 AND c.reported_fen + c.received_fen > 0
                         AND c.not_followed <> 'BELOW_THRESHOLD' LIMIT 1) -- a rebate to a victim makes no mule
                 THEN 'MULE' END
            """;

    /** Entries as they stand at {@code $1}, named {@code entry}. */
    static final String ENTRIES_AT_1 = """
            (SELECT d.*, w.withdrawal,
                    CASE WHEN d.closed_at IS NOT NULL THEN 'CLOSED' WHEN d.claimed_until > $1 THEN 'CLAIMED'
                         WHEN w.withdrawal IS NOT NULL THEN 'WITHDRAWN' ELSE 'OPEN' END AS state,
                    ARRAY(SELECT c.case_id FROM claim c WHERE c.institution_code = d.institution_code
                          AND c.account_number = d.account_number ORDER BY c.case_id) AS cases
             FROM dissuasion d CROSS JOIN LATERAL (SELECT
            """ + WITHDRAWAL + " AS withdrawal) w) entry";

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
                List.of(row.getArrayOfUUIDs("cases")),
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
