package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.dissuasion.application.ListingUnreportedVictims;
import org.stoppayment.freeze.dissuasion.application.NamingPayers;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.QueryDesk;
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

    @Inject
    NamingPayers naming;

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

    @Test
    void likelyVictimThatIsListedLaterHasTheNameOfTheHolder() {
        Account unnamed = account().toBuilder().clearName().build();
        naming.name(new AccountRef.Key(unnamed.getInstitutionCode(), unnamed.getNumber()), Report.NAME)
                .await()
                .atMost(PATIENCE);
        Account other = account();
        gateway()
                .onSend(
                        other.getNumber(),
                        id -> Bank.done(Outcomes.of(Outcomes.stopped(id, time.instant(), FULL)
                                .addInflows(Outcomes.inflow(
                                                "i1", 70_000, time.instant().minusSeconds(60))
                                        .setPayer(unnamed)))));
        stopped(other);

        list();

        assertThat(payerNames()).containsExactly(Report.NAME);
    }

    @Test
    void payersOfAStatementAreLikelyVictims() {
        Account payer = account().toBuilder().setName("孙某").build();
        Account longBefore = account();
        String caseId = stoppedCase();
        desk().onQuery(
                        account,
                        desk().tells(
                                        QueryDesk.in(
                                                "i1",
                                                70_000,
                                                payer,
                                                time.instant().minusSeconds(90)),
                                        QueryDesk.in(
                                                "i2",
                                                80_000,
                                                longBefore,
                                                time.instant().minus(Duration.ofDays(9)))));

        order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);

        list();
        assertThat(payerNames()).containsExactly("孙某");
    }

    private void stopped(Account payee) {
        String caseId = newCase();
        freeze().deliver(Report.of(caseId).paid(payee, TAINT));
        awaitOrder(caseId, payee, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
    }

    private void list() {
        awaitQuiet();
        time.jump(Duration.ofSeconds(31));
        listing.list().await().atMost(PATIENCE);
    }

    private List<String> payerNames() {
        return database.rows("SELECT payer_name FROM dissuasion ORDER BY amount_fen").stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static final long FULL = 1_000_000;
}
