package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.Refusals.assertInvalid;
import static org.stoppayment.freeze.testkit.Refusals.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.QueryDesk;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.EndWatchRequest;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.RecordQueryAnswerResponse;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.QueryAnswer;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;
import org.stoppayment.proto.gateway.v1.WatchReport;

/** Watches of accounts (动态查询), their reports and their end. */
@QuarkusTest
class WatchTest extends QueriesFixture {

    private final Account next = Report.account(FakeGateway.ABC);
    private final Account third = Report.account(FakeGateway.ABC);

    private Query watch(String caseId, Instant until) {
        return order(
                ask(caseId, QueryKind.QUERY_KIND_WATCH).setUntil(Outcomes.timestamp(until)),
                QueryState.QUERY_STATE_ANSWERED);
    }

    private Query watch(String caseId) {
        return watch(caseId, inDays(2));
    }

    private Instant inDays(int days) {
        return time.instant().plus(Duration.ofDays(days));
    }

    private QueryAnswer.Builder report(Query watch, long sequence, AccountBooking.Builder... bookings) {
        WatchReport.Builder report = WatchReport.newBuilder().setSequence(sequence);
        List.of(bookings).forEach(report::addBookings);
        return desk().done(asked(watch)).setReport(report);
    }

    private Query end(String watchId) {
        return freeze().queries().endWatch(endOf(watchId)).getQuery();
    }

    private static EndWatchRequest endOf(String watchId) {
        return EndWatchRequest.newBuilder()
                .setApplicationId(watchId)
                .setOperator(OFFICER)
                .build();
    }

    @Test
    void watchBeginsAndItsReportsAreTracedOnceEach() {
        String caseId = stoppedCase();
        Instant until = inDays(2);
        Query watch = watch(caseId, until);
        assertThat(CommonWire.instant(desk().sends().get(0).getUntil()))
                .isEqualTo(until.truncatedTo(ChronoUnit.MICROS));
        QueryAnswer.Builder first = report(watch, 1, QueryDesk.out("w1", 100_000, next, IN.plusSeconds(60)));

        RecordQueryAnswerResponse taken = freeze().answerQuery(BANK, first);
        RecordQueryAnswerResponse again = freeze().answerQuery(BANK, first);
        freeze().answerQuery(BANK, report(watch, 2, QueryDesk.out("w2", 50_000, third, IN.plusSeconds(90))));

        assertThat(taken.getReplayed()).isFalse();
        assertThat(taken.getMissingList()).isEmpty();
        assertThat(again.getReplayed()).isTrue();
        awaitOrder(caseId, next, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(caseId, third, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        Query shown = shown(watch.getApplicationId());
        assertThat(shown.getReports()).isEqualTo(2);
        assertThat(shown.getWatchReportsList())
                .extracting(WatchReport::getSequence)
                .containsExactly(1L, 2L);
        assertThat(shown.getAnswer().hasWatch()).isTrue();
        assertThat(database.number("SELECT count(*) FROM watch_report WHERE NOT applied"))
                .isZero();
    }

    @Test
    void reportWithTheNumberOfAnEarlierOneIsThatOne() {
        String caseId = stoppedCase();
        Query watch = watch(caseId);
        freeze().answerQuery(BANK, report(watch, 1, QueryDesk.out("w1", 100_000, next, IN.plusSeconds(60))));

        RecordQueryAnswerResponse other =
                freeze().answerQuery(BANK, report(watch, 1, QueryDesk.out("w2", 50_000, third, IN.plusSeconds(90))));

        assertThat(other.getReplayed()).isTrue();
        assertThat(database.number("SELECT count(*) FROM outflow")).isEqualTo(1);
    }

    @Test
    void reportWithoutANumberIsKnownByItsContent() {
        String caseId = stoppedCase();
        Query watch = watch(caseId);
        QueryAnswer.Builder report = report(watch, 1, QueryDesk.out("w1", 100_000, next, IN.plusSeconds(60)));
        report.getReportBuilder().clearSequence();

        assertThat(freeze().answerQuery(BANK, report).getReplayed()).isFalse();
        assertThat(freeze().answerQuery(BANK, report).getReplayed()).isTrue();

        assertThat(shown(watch.getApplicationId()).getReports()).isEqualTo(1);
    }

    @Test
    void reportThatNamesNoAccountIsKeptAndTracedOnceItDoes() {
        String caseId = stoppedCase();
        Query watch = watch(caseId);
        QueryAnswer.Builder report = report(watch, 1, QueryDesk.out("w1", 100_000, next, IN.plusSeconds(60)));

        RecordQueryAnswerResponse unnamed =
                freeze().answerQuery(BANK, report.clone().clearAccountNumber());

        assertThat(unnamed.getMissingList()).containsExactly("accountNumber");
        assertThat(shown(watch.getApplicationId()).getReports()).isEqualTo(1);
        jumpAndLook(Duration.ofMinutes(1));
        assertThat(database.number("SELECT count(*) FROM outflow")).isZero();
        assertThat(freeze().answerQuery(BANK, report).getReplayed()).isFalse();
        awaitOrder(caseId, next, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void reportBeforeTheAnswerSaysThatTheWatchRuns() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.isSilent());
        Query doubted = order(
                ask(caseId, QueryKind.QUERY_KIND_WATCH).setUntil(Outcomes.timestamp(inDays(2))),
                QueryState.QUERY_STATE_IN_DOUBT);

        freeze().answerQuery(BANK, report(doubted, 1, QueryDesk.out("w1", 100_000, next, IN.plusSeconds(60))));

        Query running = awaitState(doubted.getApplicationId(), QueryState.QUERY_STATE_ANSWERED);
        assertThat(running.getReports()).isEqualTo(1);
        awaitOrder(caseId, next, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void reportThatADeadProcessLeftBehindIsTraced() {
        String caseId = stoppedCase();
        Query watch = watch(caseId);
        database.execute("ALTER TABLE outflow RENAME TO outflow_out_of_reach");
        try {
            freeze().answerQuery(BANK, report(watch, 1, QueryDesk.out("w1", 100_000, next, IN.plusSeconds(60))));
        } finally {
            database.execute("ALTER TABLE outflow_out_of_reach RENAME TO outflow");
        }
        assertThat(database.number("SELECT count(*) FROM watch_report WHERE NOT applied"))
                .isEqualTo(1);

        jumpAndLook(Duration.ofMinutes(1));

        awaitOrder(caseId, next, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(database.number("SELECT count(*) FROM watch_report WHERE NOT applied"))
                .isZero();
    }

    @Test
    void manyReportsAreTracedInSeveralSteps() {
        String caseId = stoppedCase();
        Query watch = watch(caseId);
        database.execute(
                "INSERT INTO watch_report SELECT '%s', 'n' || i, i, '{}', '%s', false FROM generate_series(1, 250) i"
                        .formatted(watch.getApplicationId(), time.instant()));
        database.execute("UPDATE account_query SET answer_due_at = '%s'".formatted(time.instant()));

        applyingAnswers.applyDue().await().atMost(PATIENCE);

        assertThat(unapplied()).isEqualTo(150);
        applyingAnswers.applyDue().await().atMost(PATIENCE);
        applyingAnswers.applyDue().await().atMost(PATIENCE);
        assertThat(unapplied()).isZero();
        assertThat(database.number("SELECT count(*) FROM account_query WHERE answer_due_at IS NOT NULL"))
                .isZero();
    }

    private long unapplied() {
        return database.number("SELECT count(*) FROM watch_report WHERE NOT applied");
    }

    @Test
    void watchIsEndedByAQueryOfItsOwn() {
        String caseId = stoppedCase();
        Query watch = watch(caseId);

        Query end = awaitState(end(watch.getApplicationId()).getApplicationId(), QueryState.QUERY_STATE_ANSWERED);

        SendQueryRequest sent = desk().sends().get(1);
        assertThat(sent.getKind()).isEqualTo(QueryKind.QUERY_KIND_WATCH_END);
        assertThat(sent.getOriginalApplicationId()).isEqualTo(watch.getApplicationId());
        assertThat(sent.getReason()).isEqualTo(desk().sends().get(0).getReason());
        assertThat(end.getOriginalApplicationId()).isEqualTo(watch.getApplicationId());
        assertThat(shown(watch.getApplicationId()).getEndApplicationId()).isEqualTo(end.getApplicationId());
        assertRefused("WATCH_NOT_RUNNING", () -> end(watch.getApplicationId()));
        assertThat(freeze().answerQuery(BANK, report(watch, 1, QueryDesk.out("w1", 100_000, next, IN.plusSeconds(60))))
                        .getReplayed())
                .as("what was booked before the end counts")
                .isFalse();
    }

    @Test
    void endThatIsUndecidedIsAskedForOnce() {
        String caseId = stoppedCase();
        Query watch = watch(caseId);
        desk().onQuery(account, QueryBank.accepts());

        Query first = end(watch.getApplicationId());
        Query second = end(watch.getApplicationId());
        awaitQuiet();

        assertThat(second.getApplicationId()).isEqualTo(first.getApplicationId());
        assertThat(desk().sends()).hasSize(2);
    }

    @Test
    void onlyARunningWatchIsEnded() {
        String caseId = stoppedCase();
        Query holder = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_ANSWERED);
        Query over = watch(caseId, time.instant().plusSeconds(60));
        desk().onQuery(account, QueryBank.says("0800"));
        Query declined = order(
                ask(caseId, QueryKind.QUERY_KIND_WATCH).setUntil(Outcomes.timestamp(inDays(1))),
                QueryState.QUERY_STATE_DECLINED);
        time.jump(Duration.ofMinutes(2));

        assertRefused("NOT_A_WATCH", () -> end(holder.getApplicationId()));
        assertRefused("WATCH_NOT_RUNNING", () -> end(over.getApplicationId()));
        assertRefused("WATCH_NOT_RUNNING", () -> end(declined.getApplicationId()));
        assertNotFound(() -> end(newCase()));
        assertInvalid(
                () -> freeze().queries()
                        .endWatch(EndWatchRequest.newBuilder()
                                .setApplicationId(declined.getApplicationId())
                                .build()),
                "operator.organisation",
                "operator.badgeNumber");
    }

    @Test
    void watchLongerThanTheRulesAllowIsRefused() {
        String caseId = stoppedCase();

        assertRefused(
                "WATCH_TOO_LONG",
                () -> place(ask(caseId, QueryKind.QUERY_KIND_WATCH).setUntil(Outcomes.timestamp(inDays(91)))));
        watch(caseId, inDays(89));
    }
}
