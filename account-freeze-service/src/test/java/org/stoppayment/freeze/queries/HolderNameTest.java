package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.dissuasion.application.ListingUnreportedVictims;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.QueryKind;

/** The holder's name, as the institution tells it, helps to find a likely victim. */
@QuarkusTest
class HolderNameTest extends QueriesFixture {

    @Inject
    ListingUnreportedVictims listing;

    @Test
    void likelyVictimWithoutANameGetsThatOfTheHolder() {
        Account unnamed = account().toBuilder().clearName().build();
        Account named = account().toBuilder().setName("孙某").build();
        gateway()
                .onSend(
                        account.getNumber(),
                        id -> Bank.done(Outcomes.of(Outcomes.stopped(id, time.instant(), FULL)
                                .addInflows(Outcomes.inflow(
                                                "i1", 70_000, time.instant().minusSeconds(60))
                                        .setPayer(unnamed))
                                .addInflows(Outcomes.inflow(
                                                "i2", 80_000, time.instant().minusSeconds(50))
                                        .setPayer(named)))));
        String caseId = newCase();
        freeze().deliver(Report.of(caseId).paid(account, TAINT));
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        awaitQuiet();
        time.jump(Duration.ofSeconds(31));
        listing.list().await().atMost(PATIENCE);
        assertThat(database.number("SELECT count(*) FROM dissuasion WHERE payer_name = ''"))
                .isEqualTo(1);

        order(ask(caseId, unnamed, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_ANSWERED);
        order(ask(caseId, named, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_ANSWERED);

        assertThat(database.rows("SELECT payer_name FROM dissuasion ORDER BY amount_fen"))
                .extracting(row -> row.get(0))
                .containsExactly(Report.NAME, "孙某");
    }

    private static final long FULL = 1_000_000;
}
