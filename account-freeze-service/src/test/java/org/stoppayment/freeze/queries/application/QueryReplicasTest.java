package org.stoppayment.freeze.queries.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.queries.domain.QueryKind;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;

/** Replicas share the database and the institutions, and nothing that a process keeps in memory. */
@QuarkusTest
class QueryReplicasTest extends FreezeFixture {

    private static final int QUERIES = 30;
    private static final Duration LONGER_THAN_THE_LEASE = Duration.ofMinutes(1);

    @Inject
    CaseAccounts cases;

    @Inject
    OrderingQueries ordering;

    @Inject
    Queries store;

    @Inject
    QueryGateway gatewayPort;

    @Inject
    RecordingQueries recording;

    @Inject
    RuleSets ruleSets;

    @Inject
    SendingConfig config;

    private final Account account = account();

    @Test
    void threeReplicasSendEachQueryOnce() {
        ask(QUERIES, QueryBank.isAway());
        await().atMost(PATIENCE).until(() -> gateway().queries().sends().size() == QUERIES);
        awaitQuiet(); // each is queued again
        gateway().queries().onQuery(account, gateway().queries().answers());
        int before = gateway().queries().sends().size();
        time.jump(LONGER_THAN_THE_LEASE);

        lookAtOnce(replicas());

        assertThat(gateway().queries().sends().stream().skip(before).toList())
                .hasSize(QUERIES)
                .extracting(SendQueryRequest::getApplicationId)
                .doesNotHaveDuplicates();
        assertThat(inState("ANSWERED")).isEqualTo(QUERIES);
    }

    @Test
    void queryThatADeadProcessWasSendingIsInquiredAboutByAnother() {
        CompletableFuture<Void> neverInTime = new CompletableFuture<>();
        ask(1, QueryBank.holds(neverInTime, gateway().queries().answers()));
        gateway().queries().onInquiry(account, gateway().queries().answers());
        await().atMost(PATIENCE).until(() -> inState("SENDING") == 1);
        time.jump(LONGER_THAN_THE_LEASE);

        lookAtOnce(replicas());

        assertThat(inState("ANSWERED")).isEqualTo(1);
        assertThat(gateway().queries().sends()).hasSize(1);
        assertThat(gateway().queries().inquiries()).hasSize(1);
        neverInTime.complete(null);
        awaitQuiet();
    }

    /** Queries about different accounts of one case; the bank is the same for all. */
    private void ask(int number, QueryBank first) {
        String caseId = newCase();
        freeze().deliver(Report.of(caseId).paid(account, 600_000));
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        awaitQuiet();
        gateway().queries().onQuery(account, first);
        for (int i = 0; i < number; i++) {
            ordering.order(new QueryRequest(
                            caseId,
                            account.getInstitutionCode(),
                            account.getNumber(),
                            Optional.of(QueryKind.TRANSACTIONS),
                            Optional.of(Report.PAID_AT.plusSeconds(i)),
                            Optional.empty(),
                            "",
                            Optional.empty(),
                            new Officer("110", "012345")))
                    .await()
                    .atMost(PATIENCE);
        }
    }

    private List<SendingQueries> replicas() {
        return Stream.generate(() -> new SendingQueries(store, cases, gatewayPort, recording, ruleSets, config, time))
                .limit(3)
                .toList();
    }

    private void lookAtOnce(List<SendingQueries> replicas) {
        Uni.join()
                .all(replicas.stream()
                        .map(replica -> Uni.createFrom().deferred(replica::advance))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);
        await().atMost(PATIENCE)
                .until(() ->
                        replicas.stream().mapToInt(SendingQueries::inFlight).sum() == 0);
    }

    private long inState(String state) {
        return database.number("SELECT count(*) FROM account_query WHERE state = ?", state);
    }
}
