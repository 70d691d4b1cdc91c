package org.stoppayment.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.freeze.application.CaseOverviews;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingBed;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Outflow;

/** An institution stops the account at once and says that more of its bookings are to come. */
@QuarkusTest
class BookingsToComeTest extends TracingBed {

    private static final Duration TERM = Duration.ofHours(48);
    private static final Duration BUDGET = Duration.ofMinutes(10);

    @Inject
    CaseOverviews overviews;

    private final String caseId = newCase();
    private final Account a = account();
    private final Account b = Report.account(ABC);
    private final Account c = Report.account(ABC);
    private final Outflow.Builder first = to(b, "1", 30_000, 20);
    private final Outflow.Builder rest = to(c, "2", 40_000, 30);
    private Instant stoppedAt;

    @BeforeEach
    void stand() {
        stoppedAt = time.stand();
    }

    @Test
    void restComesByInquiryAndIsTraced() {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), bookings(true, first, rest));
        awaitOrder(caseId, b, STOP_ORDER_STATE_IN_EFFECT);
        assertSettled(false);
        assertThat(freeze().order(id).getAwaitsBookings()).isTrue();

        time.jump(Duration.ofSeconds(1));
        advance();

        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, a, "2")).isEqualTo(40_000);
        assertThat(node(trace, c).getSums().getHeldFen()).isEqualTo(40_000);
        assertAddsUp(trace);
        assertSettled(true);
        assertThat(freeze().order(id).getAwaitsBookings()).isFalse();
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        waitAndAdvance();
        assertThat(gateway().inquiriesAfter(id)).as("they are complete").isEqualTo(1);
        assertThat(dueAt(id)).isEqualTo(stoppedAt.plus(TERM));
    }

    @Test
    void restComesByCallbackAndNobodyInquires() {
        String id = stoppedWithMoreToCome();

        freeze().callBack(ICBC, part(id, true, first, rest));

        assertThat(tainted(awaitTrace(caseId), a, "2")).isEqualTo(40_000);
        waitAndAdvance();
        assertThat(gateway().inquiriesAfter(id)).isZero();
    }

    @Test
    void wordThatNothingMoreIsToComeEndsTheWaitingThoughItTellsOfNoBooking() {
        String id = stoppedWithMoreToCome();

        freeze().callBack(ICBC, part(id, true));

        awaitTrace(caseId);
        waitAndAdvance();
        assertThat(gateway().inquiriesAfter(id)).isZero();
    }

    @Test
    void olderWordThatArrivesAfterTheWholeReopensNothing() {
        String id = stoppedWithMoreToCome();
        freeze().callBack(ICBC, part(id, true, first, rest));
        awaitTrace(caseId);

        freeze().callBack(ICBC, part(id, false, first));

        awaitTrace(caseId);
        time.jump(BUDGET);
        waitAndAdvance();
        assertThat(gateway().inquiriesAfter(id)).isZero();
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
    }

    @Test
    void restThatNeverComesIsToldOnceAndTheStopLapsesExactlyAtItsTime() {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), bookings(false, first));
        time.jump(BUDGET.minusSeconds(1));
        advance();
        awaitInquiriesNoted(id, 1);
        assertThat(freeze().order(id).getFlagsList()).as("not yet").isEmpty();
        assertThat(dueAt(id)).as("an inquiry when the budget is spent").isBeforeOrEqualTo(stoppedAt.plus(BUDGET));

        time.jump(Duration.ofSeconds(1));
        advance();

        awaitInquiriesNoted(id, 2);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("BOOKINGS_INCOMPLETE");
        assertSettled(true);
        assertToldOnce(id);
        assertThat(dueAt(id)).isBetween(time.instant(), time.instant().plus(Duration.ofMinutes(10)));

        time.standAt(stoppedAt.plus(TERM).minusSeconds(1));
        advance();
        awaitInquiriesNoted(id, 3);
        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(dueAt(id)).isBeforeOrEqualTo(stoppedAt.plus(TERM));
        time.jump(Duration.ofSeconds(1));
        advance();
        StopOrder lapsed = awaitOrder(caseId, a, STOP_ORDER_STATE_LAPSED);
        assertThat(lapsed.getTimeline(lapsed.getTimelineCount() - 1).getAt())
                .isEqualTo(Outcomes.timestamp(stoppedAt.plus(TERM)));
        assertThat(neverDue(id)).as("the stop is over, and people were told").isTrue();
        assertToldOnce(id);
    }

    @Test
    void restThatComesAfterPeopleWereToldIsTracedAndTheFlagGoes() {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), bookings(false, first), bookings(true, first, rest));
        time.jump(BUDGET);
        advance();
        awaitInquiriesNoted(id, 1);
        assertToldOnce(id);

        time.jump(Duration.ofMinutes(10));
        advance();

        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        assertThat(dueAt(id)).isEqualTo(stoppedAt.plus(TERM));
        assertToldOnce(id);
    }

    @Test
    void inquiryAndEndOfTermBothDueIsTheEnd() {
        stoppedAt = time.instant().minus(TERM).plusSeconds(10);
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), bookings(false, first));

        time.jump(Duration.ofSeconds(10));
        advance();

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        assertThat(gateway().inquiriesAfter(id)).isZero();
    }

    @Test
    void inquiryThatTheInstitutionIsSlowToAnswerDelaysNoLapse() {
        stoppedAt = time.instant().minus(TERM).plusSeconds(10);
        CompletableFuture<Void> answer = new CompletableFuture<>();
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), Bank.holds(answer, bookings(true, first, rest)));
        time.jump(Duration.ofSeconds(9));
        advance();
        await().atMost(PATIENCE).until(() -> gateway().inquiriesAfter(id) == 1);

        time.jump(Duration.ofSeconds(1));
        advance();

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        answer.complete(null);
        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, a).getSums().getLapsedFen()).isEqualTo(30_000);
        assertAddsUp(trace);
        assertThat(neverDue(id)).isTrue();
    }

    @Test
    void inquiriesGoOnAfterTheLapseUntilTheBudgetIsSpent() {
        stoppedAt = time.instant().minus(TERM).plusSeconds(10);
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), bookings(false, first));
        time.jump(Duration.ofSeconds(10));
        advance();
        awaitOrder(caseId, a, STOP_ORDER_STATE_LAPSED);
        assertSettled(false);

        waitAndAdvance();
        awaitInquiriesNoted(id, 1);
        time.jump(BUDGET);
        advance();
        awaitInquiriesNoted(id, 2);

        assertThat(freeze().order(id).getFlagsList()).containsExactly("BOOKINGS_INCOMPLETE");
        assertThat(neverDue(id)).isTrue();
        assertSettled(true);
        assertToldOnce(id);
    }

    @Test
    void restOfALiftedStopIsStillAskedForAndTraced() {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), bookings(true, first, rest));
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setApplicationId(id)
                        .setReason("a mistake")
                        .setReference("fax 1")
                        .build());
        advanceFollowUps();
        awaitOrder(caseId, a, STOP_ORDER_STATE_LIFTED);

        waitAndAdvance();

        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(node(awaitTrace(caseId), a).getSums().getLiftedFen()).isEqualTo(30_000);
    }

    static Stream<Bank> answersThatBringNothing() {
        return Stream.of(
                Bank.answers(Outcomes.notKnown()),
                Bank.answers(Outcomes.noAnswer()),
                Bank.answers(Outcomes.notSent()),
                Bank.answers(Outcomes.accepted()),
                Bank.answers(Outcomes.noRoute()),
                Bank.says("0900"),
                Bank.says("1100"),
                Bank.says("1300"));
    }

    @ParameterizedTest
    @MethodSource("answersThatBringNothing")
    void inquiryThatBringsNothingSchedulesTheNextAndChangesNothingElse(Bank nothing) {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), nothing);
        StopOrder before = freeze().order(id);

        time.jump(Duration.ofSeconds(1));
        advance();

        awaitInquiriesNoted(id, 1);
        assertThat(freeze().order(id)).isEqualTo(before);
        assertThat(dueAt(id)).isBetween(time.instant(), time.instant().plusSeconds(2));
        assertThat(gateway().sendsTo(a.getNumber())).hasSize(1);
    }

    @Test
    void institutionThatTakesItsWordBackInAnswerToAnInquiryIsNotBelievedAndNotOverheard() {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), Bank.says("0301"));

        time.jump(Duration.ofSeconds(1));
        advance();

        awaitInquiriesNoted(id, 1);
        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
        assertThat(freeze().order(id).getAwaitsBookings()).isTrue();
    }

    @Test
    void whoRecordsByTelephoneThatMoreIsToComeIsRemindedAndAMachineThatNeverHadTheOrderNotAsked() {
        Account nobodys = Report.account("", "1" + a.getNumber().substring(1));
        freeze().deliver(Report.of(caseId).paid(nobodys, 100_000));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getApplicationId();
        freeze().officer()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setApplicationId(id)
                        .setReference("fax 3")
                        .setFeedback(part(id, false, first))
                        .build());

        waitAndAdvance();
        assertThat(dueAt(id)).isEqualTo(stoppedAt.plus(BUDGET));
        time.jump(BUDGET);
        advance();

        awaitInquiriesNoted(id, 1);
        assertThat(gateway().inquiriesAfter(id)).isZero();
        assertToldOnce(id);
        assertThat(dueAt(id)).isEqualTo(stoppedAt.plus(TERM));
    }

    @Test
    void replicasThatLookAtOnceInquireOnce() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), Bank.holds(answer, bookings(false, first)));
        for (int round = 1; round <= 3; round++) {
            time.jump(Duration.ofSeconds(10));
            advanceAtOnce(3);
            answer.complete(null);
            awaitInquiriesNoted(id, round);
            assertThat(gateway().inquiriesAfter(id)).isEqualTo(round);
        }
    }

    @Test
    void inquiryOfAProcessThatDiesIsMadeAgainAfterItsLease() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), Bank.holds(never, bookings(false, first)), bookings(true, first, rest));
        time.jump(Duration.ofSeconds(1));
        advance();
        await().atMost(PATIENCE).until(() -> gateway().inquiriesAfter(id) == 1);
        time.jump(Duration.ofSeconds(7));
        advance();
        assertThat(gateway().inquiriesAfter(id)).as("its lease runs").isEqualTo(1);

        time.jump(Duration.ofSeconds(1));
        advance();

        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        awaitTrace(caseId);
        never.complete(null);
    }

    @Test
    void caseThatJoinedTheStopWaitsForTheBookingsToo() {
        String id = stoppedWithMoreToCome();
        String joining = newCase();
        freeze().deliver(Report.of(joining).paid(a, 10_000));
        awaitOrder(joining, a, STOP_ORDER_STATE_IN_EFFECT);
        awaitQuiet();
        book();
        assertThat(freeze().progress(joining).getSettled()).isFalse();
        assertThat(freeze().trace(joining).getSettled()).isFalse();

        freeze().callBack(ICBC, part(id, true, first, rest));

        awaitTrace(joining);
        assertThat(freeze().progress(joining).getSettled()).isTrue();
    }

    /** The order on {@code a}, which is stopped with 30,000 left of 100,000; {@code first} was told, {@code rest} was not. */
    private String stoppedWithMoreToCome() {
        gateway().onSend(a.getNumber(), bookings(false, first));
        freeze().deliver(Report.of(caseId).paid(a, 100_000));
        String id = awaitOrder(caseId, a, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
        awaitQuiet();
        return id;
    }

    private Bank bookings(boolean complete, Outflow.Builder... outflows) {
        return id -> Bank.done(Outcomes.of(part(id, complete, outflows)));
    }

    private Feedback.Builder part(String id, boolean complete, Outflow.Builder... outflows) {
        Feedback.Builder feedback = Outcomes.stopped(id, stoppedAt, 30_000).setComplete(complete);
        Arrays.stream(outflows).forEach(feedback::addOutflows);
        return feedback;
    }

    /** All that says so says whether the case is settled. */
    private void assertSettled(boolean settled) {
        awaitQuiet();
        book();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(freeze().progress(caseId).getSettled()).isEqualTo(settled);
            assertThat(freeze().trace(caseId).getSettled()).isEqualTo(settled);
            assertThat(overviews
                            .of(Set.of(UUID.fromString(caseId)))
                            .await()
                            .atMost(PATIENCE)
                            .get(UUID.fromString(caseId))
                            .settled())
                    .isEqualTo(settled);
        });
    }

    private void assertToldOnce(String id) {
        alert();
        alert();
        List<Alert> alerts = freeze().officer()
                .listAlerts(ListAlertsRequest.getDefaultInstance())
                .getAlertsList();
        assertThat(alerts)
                .filteredOn(alert -> alert.getKind() == AlertKind.ALERT_KIND_BOOKING_UNCLEAR)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getApplicationId()).isEqualTo(id);
                    assertThat(alert.getDetail()).isEqualTo("BOOKINGS_INCOMPLETE");
                });
    }

    private void awaitInquiriesNoted(String id, long inquiries) {
        await().atMost(PATIENCE)
                .until(() ->
                        database.number("SELECT bookings_inquiries FROM stop_order WHERE application_id = ?::uuid", id)
                                == inquiries);
    }

    private Instant dueAt(String id) {
        return Instant.ofEpochSecond(
                0,
                1000
                        * database.number(
                                "SELECT (extract(epoch FROM due_at) * 1000000)::bigint FROM stop_order"
                                        + " WHERE application_id = ?::uuid",
                                id));
    }

    private boolean neverDue(String id) {
        return database.number("SELECT count(*) FROM stop_order WHERE application_id = ?::uuid AND due_at IS NULL", id)
                == 1;
    }
}
