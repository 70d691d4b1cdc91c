package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.QueryDesk;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.HolderAccount;
import org.stoppayment.proto.gateway.v1.HolderAccounts;
import org.stoppayment.proto.gateway.v1.QueryAnswer;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;

/** Answers that come in pages: each page is a query of its own. */
@QuarkusTest
class QueryPagesTest extends QueriesFixture {

    private final Account onFirst = Report.account(FakeGateway.ABC);
    private final Account onSecond = Report.account(FakeGateway.ABC);

    @Test
    void nextPageIsAskedForAtOnceAndItsBookingsAreTracedToo() {
        String caseId = stoppedCase();
        desk().onQuery(
                        account,
                        desk().tellsPage("page 2", QueryDesk.out("1", 100_000, onFirst, IN.plusSeconds(60))),
                        desk().tells(QueryDesk.out("2", 50_000, onSecond, IN.plusSeconds(90))));

        Query first = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);
        Query withNext = awaitShown(first.getApplicationId(), shown -> assertThat(shown.getNextApplicationId())
                .isNotEmpty());
        Query second = awaitState(withNext.getNextApplicationId(), QueryState.QUERY_STATE_ANSWERED);

        assertThat(second.getPage()).isEqualTo(2);
        assertThat(second.getPreviousApplicationId()).isEqualTo(first.getApplicationId());
        assertThat(second.getOperator().getOrganisation()).isEqualTo("SYSTEM");
        assertThat(second.getNextApplicationId()).isEmpty();
        assertThat(desk().sends()).extracting(SendQueryRequest::getPageToken).containsExactly("", "page 2");
        assertThat(desk().sends().get(1).getSince())
                .isEqualTo(desk().sends().get(0).getSince());
        awaitOrder(caseId, onFirst, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(caseId, onSecond, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void pageThatComesByACallbackTwiceMakesOneNextPage() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.accepts(), desk().answers());
        Query first = order(ask(caseId, QueryKind.QUERY_KIND_ACCOUNTS), QueryState.QUERY_STATE_ACCEPTED);
        QueryAnswer.Builder page = desk().answer(asked(first))
                .setAccounts(HolderAccounts.newBuilder()
                        .addAccounts(HolderAccount.newBuilder().setNumber(account.getNumber()))
                        .setNextPageToken("t"));

        freeze().answerQuery(BANK, page);
        freeze().answerQuery(BANK, page);

        Query withNext = shown(first.getApplicationId());
        awaitState(withNext.getNextApplicationId(), QueryState.QUERY_STATE_ANSWERED);
        assertThat(desk().sends()).hasSize(2);
    }

    @Test
    void pageThatNamesItselfAsTheNextOneIsTheLast() {
        String caseId = stoppedCase();
        desk().onQuery(account, desk().tellsPage("again"));
        Query first = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);

        Query second =
                awaitState(shown(first.getApplicationId()).getNextApplicationId(), QueryState.QUERY_STATE_ANSWERED);

        assertThat(second.getNextApplicationId()).isEmpty();
        assertThat(desk().sends()).hasSize(2);
    }

    @Test
    void nextPageThatADeadProcessLeftBehindIsAskedFor() {
        String caseId = stoppedCase();
        desk().onQuery(account, desk().tellsPage("2"), QueryBank.isAway(), desk().answers());
        Query first = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);
        String next = shown(first.getApplicationId()).getNextApplicationId();
        awaitState(next, QueryState.QUERY_STATE_QUEUED);

        jumpAndLook(LONGER_THAN_ANY_INQUIRY);

        awaitState(next, QueryState.QUERY_STATE_ANSWERED);
    }
}
