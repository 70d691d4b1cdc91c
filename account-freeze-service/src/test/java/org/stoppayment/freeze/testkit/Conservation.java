package org.stoppayment.freeze.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.stoppayment.freeze.testkit.FakeRecovery.Claim;
import org.stoppayment.proto.freeze.v1.FundsPosition;

/** No fen is lost or made. */
final class Conservation {

    private Conservation() {}

    /** Recovery's books are ours, no position is less than nothing, and all that was reported is somewhere. */
    static void check(Database database, FakeRecovery recovery) {
        List<List<String>> claims =
                database.rows("SELECT case_id, institution_code, account_number, reported_fen, held_fen, frozen_fen,"
                        + " lapsed_fen, lifted_fen, returned_fen, cash_fen, merchant_fen, restored_fen, onward_fen - received_fen"
                        + " FROM claim");
        for (List<String> row : claims) {
            Claim claim = new Claim(row.get(0), row.get(1), row.get(2));
            Map<FundsPosition, Long> booked = recovery.books(claim);
            long held = booked.getOrDefault(FundsPosition.FUNDS_POSITION_HELD, 0L);
            long frozen = booked.getOrDefault(FundsPosition.FUNDS_POSITION_FROZEN, 0L);
            long lapsed = booked.getOrDefault(FundsPosition.FUNDS_POSITION_LAPSED, 0L);
            long lifted = booked.getOrDefault(FundsPosition.FUNDS_POSITION_LIFTED, 0L);
            long returned = booked.getOrDefault(FundsPosition.FUNDS_POSITION_RETURNED, 0L);
            long unknown = booked.getOrDefault(FundsPosition.FUNDS_POSITION_UNKNOWN, 0L);
            long cash = booked.getOrDefault(FundsPosition.FUNDS_POSITION_CASH, 0L);
            long merchant = booked.getOrDefault(FundsPosition.FUNDS_POSITION_MERCHANT, 0L);
            long restored = booked.getOrDefault(FundsPosition.FUNDS_POSITION_RESTORED, 0L);
            long onward = booked.getOrDefault(FundsPosition.FUNDS_POSITION_ONWARD, 0L);
            assertThat(List.of(held, frozen, lapsed, lifted, returned, cash, merchant, restored, onward))
                    .as("recovery's books of %s are ours", claim)
                    .isEqualTo(row.subList(4, 13).stream().map(Long::valueOf).toList());
            assertThat(-booked.getOrDefault(FundsPosition.FUNDS_POSITION_REPORTED, 0L))
                    .as("what was reported of %s", claim)
                    .isEqualTo(Long.parseLong(row.get(3)))
                    .isEqualTo(
                            unknown + held + frozen + lapsed + lifted + returned + cash + merchant + restored + onward);
            assertThat(List.of(held, frozen, lapsed, lifted, returned, cash, merchant, restored, unknown))
                    .as("%s", booked)
                    .allMatch(fen -> fen >= 0);
        }
        assertThat(database.rows("SELECT case_id FROM claim GROUP BY 1 HAVING sum(onward_fen) <> sum(received_fen)"))
                .as("cases in which money went on and did not arrive")
                .isEmpty();
        long withMoney = recovery.claims().stream()
                .filter(claim -> recovery.books(claim).values().stream().anyMatch(fen -> fen != 0))
                .count();
        assertThat((long) claims.size()).isGreaterThanOrEqualTo(withMoney);
    }
}
