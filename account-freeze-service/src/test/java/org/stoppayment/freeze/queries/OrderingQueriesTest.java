package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.Refusals.assertInvalid;
import static org.stoppayment.freeze.testkit.Refusals.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.QueryDesk;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.freeze.v1.GetQueryRequest;
import org.stoppayment.proto.freeze.v1.ListQueriesRequest;
import org.stoppayment.proto.freeze.v1.ListQueriesResponse;
import org.stoppayment.proto.freeze.v1.OrderQueryRequest;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;

@QuarkusTest
class OrderingQueriesTest extends QueriesFixture {

    private static final Approver CHIEF = Approver.newBuilder()
            .setOrganisation("上海市公安局")
            .setBadgeNumber("000001")
            .setLevel(ApprovalLevel.APPROVAL_LEVEL_COUNTY)
            .build();

    @ParameterizedTest
    @EnumSource(
            value = QueryKind.class,
            names = {"QUERY_KIND_HOLDER", "QUERY_KIND_BALANCE", "QUERY_KIND_TRANSACTIONS", "QUERY_KIND_ACCOUNTS"})
    void queryBeforeTheFilingRestsOnTheEmergencyAndIsAnswered(QueryKind kind) {
        String caseId = stoppedCase();

        Query answered = order(ask(caseId, kind), QueryState.QUERY_STATE_ANSWERED);

        assertThat(answered.getComplete()).isTrue();
        assertThat(answered.getMissingList()).isEmpty();
        assertThat(answered.getResultCode()).isEqualTo("0000");
        assertThat(answered.getAnswer().getAccountNumber()).isEqualTo(account.getNumber());
        assertThat(desk().sends()).singleElement().satisfies(sent -> {
            assertThat(sent.getEmergency().getOrganisation()).isEqualTo("110");
            assertThat(sent.getEmergency().hasReportedAt()).isTrue();
            assertThat(sent.getAccount()).isEqualTo(account);
            assertThat(sent.getReason()).isNotEmpty();
            assertThat(sent.getOperator()).isEqualTo(OFFICER);
        });
    }

    @Test
    void queryOfAFiledCaseWithAnApprovalRestsOnTheFiling() {
        String caseId = stoppedCase();
        file(caseId);

        order(
                ask(caseId, QueryKind.QUERY_KIND_HOLDER)
                        .setDocumentDigest(DIGEST)
                        .setApprover(CHIEF),
                QueryState.QUERY_STATE_ANSWERED);

        SendQueryRequest sent = desk().sends().get(0);
        assertThat(sent.getLegalBasis().getFilingNumber()).isEqualTo("A3101042026001");
        assertThat(sent.getLegalBasis().getDocumentDigest()).isEqualTo(DIGEST);
        assertThat(sent.getLegalBasis().getApprover()).isEqualTo(CHIEF);
    }

    @Test
    void approvalWithoutAFilingIsRefused() {
        String caseId = stoppedCase();

        assertRefused(
                "CASE_NOT_FILED",
                () -> place(ask(caseId, QueryKind.QUERY_KIND_HOLDER)
                        .setDocumentDigest(DIGEST)
                        .setApprover(CHIEF)));
    }

    @Test
    void statementBeginsTenMinutesBeforeTheReportedTransferUnlessAMomentIsGiven() {
        String caseId = stoppedCase();

        order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);
        order(
                ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS).setSince(Outcomes.timestamp(IN)),
                QueryState.QUERY_STATE_ANSWERED);

        assertThat(desk().sends())
                .extracting(sent -> CommonWire.instant(sent.getSince()))
                .containsExactly(
                        IN.minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS),
                        IN.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void statementOfATracedAccountBeginsWithTheFirstBookingOfTheCasesMoney() {
        String caseId = newCase();
        Account next = Report.account(FakeGateway.ABC);
        moved(account, 0, to(next, "1", 100_000, 30));
        freeze().deliver(Report.of(caseId).paid(account, 100_000));
        awaitTrace(caseId);

        order(ask(caseId, next, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);

        assertThat(CommonWire.instant(desk().sends().get(0).getSince()))
                .isEqualTo(IN.plus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void payersOfTheCaseMayBeAskedAbout() {
        String caseId = newCase();
        Account victim = account();
        Account other = account();
        freeze().deliver(Report.of(caseId).paidFrom(victim, account, TAINT, IN).alsoPaid(other));
        awaitQuiet();

        order(ask(caseId, victim, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);
        order(ask(caseId, other, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_ANSWERED);

        assertInvalid(() -> place(ask(caseId, other, QueryKind.QUERY_KIND_TRANSACTIONS)), "since");
    }

    @Test
    void accountThatTheCaseDoesNotKnowIsRefused() {
        String caseId = stoppedCase();
        String otherCase = newCase();
        Account ofOther = account();
        freeze().deliver(Report.of(otherCase).paid(ofOther, TAINT));
        awaitQuiet();

        assertRefused("ACCOUNT_NOT_IN_CASE", () -> place(ask(caseId, ofOther, QueryKind.QUERY_KIND_HOLDER)));
        assertRefused("ACCOUNT_NOT_IN_CASE", () -> place(ask(newCase(), QueryKind.QUERY_KIND_HOLDER)));
        assertThat(desk().sends()).isEmpty();
    }

    @Test
    void withdrawnCaseAsksNothing() {
        String caseId = stoppedCase();
        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        awaitQuiet();

        assertRefused("CASE_CLOSED", () -> place(ask(caseId, QueryKind.QUERY_KIND_HOLDER)));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        assertInvalid(
                () -> place(OrderQueryRequest.newBuilder()
                        .setCaseId("no")
                        .setKind(QueryKind.QUERY_KIND_BALANCE)
                        .setSince(Outcomes.timestamp(IN))
                        .setUntil(Outcomes.timestamp(time.instant().plusSeconds(60)))
                        .setDocumentDigest("short")),
                "caseId",
                "institutionCode",
                "accountNumber",
                "since",
                "until",
                "documentDigest",
                "approver.organisation",
                "approver.badgeNumber",
                "approver.level",
                "operator.organisation",
                "operator.badgeNumber");
        assertInvalid(() -> place(ask(newCase(), QueryKind.QUERY_KIND_UNSPECIFIED)), "kind");
        assertInvalid(() -> place(ask(newCase(), QueryKind.QUERY_KIND_WATCH_END)), "kind");
        assertInvalid(() -> place(ask(newCase(), QueryKind.QUERY_KIND_WATCH)), "until");
        assertInvalid(
                () -> place(ask(newCase(), QueryKind.QUERY_KIND_WATCH).setUntil(Outcomes.timestamp(time.instant()))),
                "until");
        assertInvalid(
                () -> place(ask(newCase(), QueryKind.QUERY_KIND_TRANSACTIONS)
                        .setSince(Outcomes.timestamp(time.instant().plusSeconds(60)))),
                "since");
    }

    @Test
    void sameUndecidedQueryIsAskedOnceAndAnAnsweredOneAgain() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.accepts());

        List<Query> asked = atOnce(3, () -> place(ask(caseId, QueryKind.QUERY_KIND_HOLDER)));

        String id = asked.get(0).getApplicationId();
        assertThat(asked).extracting(Query::getApplicationId).containsOnly(id);
        awaitState(id, QueryState.QUERY_STATE_ACCEPTED);
        assertThat(place(ask(caseId, QueryKind.QUERY_KIND_BALANCE)).getApplicationId())
                .isNotEqualTo(id);
        freeze().answerQuery(BANK, desk().answer(asked(asked.get(0))));
        assertThat(place(ask(caseId, QueryKind.QUERY_KIND_HOLDER)).getApplicationId())
                .isNotEqualTo(id);
        awaitQuiet();
        assertThat(desk().sends()).hasSize(3);
    }

    @Test
    void repeatedQueryWritesNothing() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.accepts());
        order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_ACCEPTED);
        long version = database.number("SELECT version FROM account_query");

        place(ask(caseId, QueryKind.QUERY_KIND_HOLDER));

        assertThat(database.number("SELECT version FROM account_query")).isEqualTo(version);
    }

    @Test
    void documentAndTelephoneNumbersAreMaskedUnlessAskedFor() {
        String caseId = stoppedCase();

        Query masked = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_ANSWERED);

        assertThat(masked.getAnswer().getHolder().getIdDocumentNumber()).isEqualTo("31***34");
        assertThat(masked.getAnswer().getHolder().getPhone()).doesNotContain("380000");
        Query whole = freeze().queries()
                .getQuery(GetQueryRequest.newBuilder()
                        .setApplicationId(masked.getApplicationId())
                        .setUnmasked(true)
                        .build())
                .getQuery();
        assertThat(whole.getAnswer().getHolder().getIdDocumentNumber()).isEqualTo(QueryDesk.DOCUMENT);
        assertThat(whole.getAnswer().getHolder().getPhone()).isEqualTo(QueryDesk.PHONE);
    }

    @Test
    void queriesAreListedTheNewestFirstAPageAtATimeWithoutTheirAnswers() {
        String caseId = stoppedCase();
        String first = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_ANSWERED)
                .getApplicationId();
        String second = order(ask(caseId, QueryKind.QUERY_KIND_BALANCE), QueryState.QUERY_STATE_ANSWERED)
                .getApplicationId();
        desk().onQuery(account, QueryBank.says("0300"));
        String third = order(ask(caseId, QueryKind.QUERY_KIND_ACCOUNTS), QueryState.QUERY_STATE_DECLINED)
                .getApplicationId();

        ListQueriesResponse page =
                list(ListQueriesRequest.newBuilder().setCaseId(caseId).setPageSize(2));

        assertThat(page.getQueriesList()).extracting(Query::getApplicationId).containsExactly(third, second);
        assertThat(page.getQueriesList()).noneMatch(Query::hasAnswer);
        assertThat(list(ListQueriesRequest.newBuilder()
                                .setCaseId(caseId)
                                .setPageSize(2)
                                .setPageToken(page.getNextPageToken()))
                        .getQueriesList())
                .extracting(Query::getApplicationId)
                .containsExactly(first);
        assertThat(list(ListQueriesRequest.newBuilder().addStates(QueryState.QUERY_STATE_DECLINED))
                        .getQueriesList())
                .extracting(Query::getApplicationId)
                .containsExactly(third);
        assertThat(list(ListQueriesRequest.newBuilder().setCaseId(newCase())).getQueriesList())
                .isEmpty();
        assertInvalid(
                () -> list(ListQueriesRequest.newBuilder()
                        .setCaseId("no")
                        .setPageToken("no")
                        .setPageSize(201)),
                "caseId",
                "pageToken",
                "pageSize");
        assertInvalid(() -> list(ListQueriesRequest.newBuilder().addStatesValue(99)), "states[0]");
    }

    @Test
    void unknownQueryIsNotFound() {
        assertNotFound(() -> shown(newCase()));
        assertNotFound(() -> shown("no"));
    }

    private ListQueriesResponse list(ListQueriesRequest.Builder request) {
        return freeze().queries().listQueries(request.build());
    }
}
