package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.stoppayment.freeze.holds.application.FiledCases;
import org.stoppayment.freeze.holds.domain.CaseFiling;
import org.stoppayment.freeze.queries.application.ApplyingAnswers;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.QueryBank.Asked;
import org.stoppayment.freeze.testkit.QueryDesk;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.GetQueryRequest;
import org.stoppayment.proto.freeze.v1.OrderQueryRequest;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.QueryKind;

/** Cases with a stopped account, and queries about it. */
abstract class QueriesFixture extends TracingFixture {

    static final long TAINT = 600_000;
    static final String BANK = FakeGateway.ICBC;
    static final String DIGEST = "ab".repeat(32);
    static final Duration LONGER_THAN_ANY_INQUIRY = Duration.ofSeconds(31);
    static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("上海市公安局")
            .setBadgeNumber("012345")
            .build();

    final Account account = account();

    @Inject
    FiledCases filedCases;

    @Inject
    ApplyingAnswers applyingAnswers;

    /** What the bank holds of the stop is more than the case's money, and nothing left the account. */
    String stoppedCase() {
        String caseId = newCase();
        freeze().deliver(Report.of(caseId).paid(account, TAINT));
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        awaitQuiet();
        return caseId;
    }

    void file(String caseId) {
        filedCases
                .file(new CaseFiling(CaseId.of(caseId), 1, "A3101042026001", "上海市公安局", time.instant(), DIGEST))
                .await()
                .atMost(PATIENCE);
    }

    OrderQueryRequest.Builder ask(String caseId, QueryKind kind) {
        return ask(caseId, account, kind);
    }

    static OrderQueryRequest.Builder ask(String caseId, Account about, QueryKind kind) {
        return OrderQueryRequest.newBuilder()
                .setCaseId(caseId)
                .setInstitutionCode(about.getInstitutionCode())
                .setAccountNumber(about.getNumber())
                .setKind(kind)
                .setOperator(OFFICER);
    }

    /** A query that has come to {@code state}. */
    Query order(OrderQueryRequest.Builder request, QueryState state) {
        return awaitState(place(request).getApplicationId(), state);
    }

    Query place(OrderQueryRequest.Builder request) {
        return freeze().queries().orderQuery(request.build()).getQuery();
    }

    Query awaitState(String queryId, QueryState state) {
        Query found = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(15))
                .until(() -> shown(queryId), shown -> shown.getState() == state);
        awaitQuiet();
        return found;
    }

    Query awaitShown(String queryId, Consumer<Query> expectation) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(15))
                .untilAsserted(() -> expectation.accept(shown(queryId)));
        return shown(queryId);
    }

    Query shown(String queryId) {
        return freeze().queries()
                .getQuery(GetQueryRequest.newBuilder().setApplicationId(queryId).build())
                .getQuery();
    }

    QueryDesk desk() {
        return gateway().queries();
    }

    /** A query as the bank was asked it. */
    static Asked asked(Query query) {
        return new Asked(query.getApplicationId(), query.getAccount().getNumber(), query.getKind());
    }

    /** Jumps, and looks for due queries and for answers that are to be applied. */
    void jumpAndLook(Duration far) {
        awaitQuiet();
        time.jump(far);
        queries.advance().await().atMost(PATIENCE);
        awaitQuiet();
        applyingAnswers.applyDue().await().atMost(PATIENCE);
    }

    static void assertNotFound(ThrowingCallable call) {
        assertThat(catchThrowableOfType(StatusRuntimeException.class, call)
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.NOT_FOUND);
    }
}
