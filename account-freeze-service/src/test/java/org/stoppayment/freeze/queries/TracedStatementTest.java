package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.QueryDesk;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.BookingKind;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.QueryKind;

/** What a statement tells is traced as what a stop's feedback tells. */
@QuarkusTest
class TracedStatementTest extends QueriesFixture {

    private static final long LEFT = 200_000;
    private static final Duration FOUR_HOURS = Duration.ofHours(4);
    private static final Duration BEFORE_REPORTED = Duration.ofMinutes(10);
    private static final Duration LONGER_THAN_THE_LEASE = Duration.ofMinutes(1);

    private final Account next = Report.account(FakeGateway.ABC);
    private final AccountBooking.Builder onward = QueryDesk.out("s1", TAINT - LEFT, next, IN.plusSeconds(120));

    /** The bank stops the account with little left, and tells of no bookings. */
    private String emptiedCase() {
        gateway().onSend(account.getNumber(), gateway().stops(LEFT));
        String caseId = stoppedCase();
        book();
        return caseId;
    }

    private Query statement(String caseId, AccountBooking.Builder... bookings) {
        desk().onQuery(account, desk().tells(bookings));
        return order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);
    }

    @Test
    void transferOutOfTheAccountIsStoppedAtItsPayee() {
        String caseId = emptiedCase();

        statement(caseId, QueryDesk.in("s0", TAINT, account(), IN.plusSeconds(1)), onward);

        awaitOrder(caseId, next, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        Trace trace = awaitTrace(caseId);
        assertAddsUp(trace);
        assertThat(tainted(trace, account, "s1")).isEqualTo(TAINT - LEFT);
        assertThat(node(trace, account).getSums().getHeldFen()).isEqualTo(LEFT);
        assertThat(trace.getTotal().getUnknownFen()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0301", "1302"})
    void moneyThatLeftAnAccountThatIsNotStoppedIsFollowedToo(String code) {
        gateway().onSend(account.getNumber(), Bank.says(code));
        String caseId = newCase();
        freeze().deliver(Report.of(caseId).paid(account, TAINT));
        await().atMost(PATIENCE).until(() -> order(caseId).getResultCode().equals(code));
        awaitQuiet();

        statement(caseId, QueryDesk.out("s1", TAINT, next, IN.plusSeconds(120)));

        awaitOrder(caseId, next, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, account, "s1")).isEqualTo(TAINT);
        assertAddsUp(trace);
    }

    @Test
    void bookingThatFeedbackAndStatementsTellCountsOnce() {
        gateway()
                .onSend(
                        account.getNumber(),
                        gateway().stopsAndTells(LEFT, Outcomes.outflow("s1", TAINT - LEFT, next, IN.plusSeconds(120))));
        String caseId = stoppedCase();
        awaitTrace(caseId);

        statement(caseId, onward);
        statement(caseId, onward, onward);

        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, account, "s1")).isEqualTo(TAINT - LEFT);
        assertThat(trace.getTransfersList()).hasSize(1);
        assertThat(order(caseId).getFlagsList()).isEmpty();
    }

    @Test
    void serialOfAnotherBookingIsAnotherBookingAndIsShownToAPerson() {
        String caseId = emptiedCase();
        statement(caseId, QueryDesk.out("s1", 100_000, next, IN.plusSeconds(120)));
        awaitTrace(caseId);
        Account third = Report.account(FakeGateway.ABC);

        statement(caseId, QueryDesk.out("s1", 50_000, third, IN.plusSeconds(130)));

        awaitOrder(caseId, third, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order(caseId).getFlagsList()).contains("SERIAL_REUSED");
        alert();
        assertAlerted("SERIAL_REUSED s1");
    }

    @Test
    void cashIsBookedAndFeesAreNot() {
        String caseId = emptiedCase();

        statement(
                caseId,
                QueryDesk.out("s1", 300_000, Account.getDefaultInstance(), IN.plusSeconds(60))
                        .clearCounterparty()
                        .setKind(BookingKind.BOOKING_KIND_CASH),
                QueryDesk.out("s2", 1_000, Account.getDefaultInstance(), IN.plusSeconds(70))
                        .clearCounterparty()
                        .setKind(BookingKind.BOOKING_KIND_OTHER));

        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, account).getSums().getCashFen()).isEqualTo(300_000);
        assertThat(database.number("SELECT count(*) FROM outflow")).isEqualTo(1);
    }

    @Test
    void transferToAnAccountThatIsNotToldIsShownToAPerson() {
        String caseId = emptiedCase();

        statement(
                caseId,
                onward,
                QueryDesk.out("s2", 1_000, Account.getDefaultInstance(), IN.plusSeconds(70))
                        .clearCounterparty());

        awaitOrder(caseId, next, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order(caseId).getFlagsList()).contains("OUTFLOW_UNREADABLE");
        alert();
        assertAlerted("OUTFLOW_UNREADABLE transactions.bookings[1].counterparty.number");
    }

    @Test
    void wholeStatementEndsTheWaitingForBookings() {
        gateway().onSend(account.getNumber(), moreToCome());
        String caseId = stoppedCase();
        assertThat(order(caseId).getAwaitsBookings()).isTrue();

        statement(caseId, onward);

        Trace trace = awaitTrace(caseId);
        assertThat(order(caseId).getAwaitsBookings()).isFalse();
        assertThat(trace.getSettled()).isTrue();
    }

    @Test
    void statementSinceALaterMomentDoesNot() {
        gateway().onSend(account.getNumber(), moreToCome());
        String caseId = stoppedCase();
        desk().onQuery(account, desk().tells(onward));

        order(
                ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS).setSince(Outcomes.timestamp(IN.plusSeconds(60))),
                QueryState.QUERY_STATE_ANSWERED);

        awaitOrder(caseId, next, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order(caseId).getAwaitsBookings()).isTrue();
    }

    @Test
    void statementSinceTheMoneyOfALaterCaseDoesNot() {
        gateway().onSend(account.getNumber(), moreToCome());
        String first = stoppedCase();
        String later = newCase();
        freeze().deliver(Report.of(later)
                .transfer(newCase(), Account.getDefaultInstance(), account, 50_000, IN.plus(FOUR_HOURS), ""));
        awaitQuiet();

        Query since = statement(later, QueryDesk.out("s7", 1_000, next, IN.plus(FOUR_HOURS)));

        awaitApplied();
        assertThat(CommonWire.instant(since.getSince()))
                .isEqualTo(stored(IN.plus(FOUR_HOURS).minus(BEFORE_REPORTED)));
        assertThat(order(first).getAwaitsBookings()).isTrue();
        order(
                ask(later, QueryKind.QUERY_KIND_TRANSACTIONS)
                        .setSince(Outcomes.timestamp(stored(IN.minus(BEFORE_REPORTED)))),
                QueryState.QUERY_STATE_ANSWERED);
        awaitApplied();
        assertThat(order(first).getAwaitsBookings())
                .as("since the money of the first case")
                .isFalse();
    }

    @Test
    void statementDoesNotOnceAnotherCaseTellsOfEarlierMoney() {
        gateway().onSend(account.getNumber(), moreToCome());
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.accepts());
        Query accepted = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ACCEPTED);
        freeze().deliver(Report.of(newCase())
                .transfer(newCase(), Account.getDefaultInstance(), account, 50_000, IN.minus(FOUR_HOURS), ""));
        awaitQuiet();

        freeze().answerQuery(BANK, desk().answer(asked(accepted)));

        awaitApplied();
        assertThat(order(caseId).getAwaitsBookings()).isTrue();
    }

    @Test
    void noStatementDoesWhileATransferHasNoTime() {
        gateway().onSend(account.getNumber(), moreToCome());
        String caseId = stoppedCase();
        String untimed = newCase();
        freeze().deliver(Report.of(untimed).paid(account, 50_000));
        awaitQuiet();
        database.execute("UPDATE reported_transfer SET transferred_at = NULL WHERE case_id = '" + untimed + "'");

        statement(caseId, onward);

        awaitApplied();
        assertThat(order(caseId).getAwaitsBookings()).isTrue();
    }

    private void awaitApplied() {
        await().atMost(PATIENCE)
                .until(() ->
                        database.number("SELECT count(*) FROM account_query WHERE answer_due_at IS NOT NULL") == 0);
        awaitQuiet();
    }

    private static Instant stored(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void statementOfWhichAPageIsMissingDoesNot() {
        gateway().onSend(account.getNumber(), moreToCome());
        String caseId = stoppedCase();
        desk().onQuery(account, desk().tellsPage("2", onward), QueryBank.accepts(), QueryBank.isSilent());
        Query first = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);
        Query second =
                awaitState(shown(first.getApplicationId()).getNextApplicationId(), QueryState.QUERY_STATE_ACCEPTED);
        assertThat(order(caseId).getAwaitsBookings()).isTrue();

        freeze().answerQuery(BANK, desk().answer(asked(second)));

        awaitTrace(caseId);
        assertThat(order(caseId).getAwaitsBookings()).isFalse();
    }

    @Test
    void bookingThatIsToldAgainUnderAnotherSerialCountsOnce() {
        gateway().onSend(account.getNumber(), moreToCome());
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.says(asked -> desk().done(asked)
                .setComplete(false)
                .setTransactions(AccountTransactions.newBuilder()
                        .addBookings(onward.clone().setSerial("p1")))));
        desk().onInquiry(account, desk().tells(onward));
        order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);
        awaitOrder(caseId, next, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);

        jumpAndLook(LONGER_THAN_ANY_INQUIRY);

        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, account).getSums().getOnwardFen()).isEqualTo(TAINT - LEFT);
        assertThat(tainted(trace, account, "s1")).isEqualTo(TAINT - LEFT);
        assertAddsUp(trace);
    }

    @Test
    void pendingBookingThatTheWholeStatementDoesNotListIsShownToAPerson() {
        gateway()
                .onSend(
                        account.getNumber(),
                        id -> Bank.done(Outcomes.of(Outcomes.stopped(id, time.instant(), LEFT)
                                .addOutflows(Outcomes.outflow("p1", 1_000, next, IN.plusSeconds(60)))
                                .setComplete(false))));
        String caseId = stoppedCase();

        statement(caseId, onward);

        awaitTrace(caseId);
        assertThat(order(caseId).getFlagsList()).contains("PENDING_BOOKING_UNLISTED");
    }

    @Test
    void outflowAfterTheStopIsFlagged() {
        String caseId = emptiedCase();

        statement(caseId, QueryDesk.out("s9", 1_000, next, time.instant().plusSeconds(5)));

        assertThat(order(caseId).getFlagsList()).contains("OUTFLOW_AFTER_STOP");
    }

    @Test
    void bookingsAreTracedEvenIfTheProcessDiedRightAfterTheAnswer() {
        String caseId = emptiedCase();
        desk().onQuery(account, QueryBank.accepts());
        Query accepted = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ACCEPTED);
        database.execute("ALTER TABLE outflow RENAME TO outflow_out_of_reach");
        try {
            freeze().answerQuery(
                            BANK,
                            desk().answer(asked(accepted))
                                    .setTransactions(
                                            AccountTransactions.newBuilder().addBookings(onward)));
            assertThat(database.number("SELECT count(*) FROM account_query WHERE answer_due_at IS NOT NULL"))
                    .isEqualTo(1);
        } finally {
            database.execute("ALTER TABLE outflow_out_of_reach RENAME TO outflow");
        }

        jumpAndLook(LONGER_THAN_THE_LEASE);

        awaitOrder(caseId, next, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(database.number("SELECT count(*) FROM account_query WHERE answer_due_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void statementThatNamesNoAccountIsTracedOnceOneDoes() {
        String caseId = emptiedCase();
        desk().onQuery(account, QueryBank.says(asked -> desk().done(asked)
                .clearAccountNumber()
                .setTransactions(AccountTransactions.newBuilder().addBookings(onward))));
        desk().onInquiry(account, desk().tells(onward));

        order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_IN_DOUBT);
        assertThat(database.number("SELECT count(*) FROM outflow")).isZero();
        assertThat(database.number("SELECT count(*) FROM account_query WHERE answer_due_at IS NOT NULL"))
                .isZero();
        jumpAndLook(LONGER_THAN_ANY_INQUIRY);

        awaitOrder(caseId, next, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void statementOfAPayerIsKeptAndNotTraced() {
        String caseId = newCase();
        Account victim = account();
        freeze().deliver(Report.of(caseId).paidFrom(victim, account, TAINT, IN));
        awaitQuiet();
        desk().onQuery(victim, desk().tells(QueryDesk.out("v1", TAINT, account, IN)));

        Query kept = order(ask(caseId, victim, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);

        assertThat(kept.getAnswer().getTransactions().getBookingsList())
                .singleElement()
                .satisfies(booking ->
                        assertThat(booking.getDirection()).isEqualTo(BookingDirection.BOOKING_DIRECTION_OUT));
        assertThat(database.number("SELECT count(*) FROM outflow")).isZero();
        assertThat(database.number("SELECT count(*) FROM account_query WHERE answer_due_at IS NOT NULL"))
                .isZero();
    }

    private Bank moreToCome() {
        return id -> {
            Feedback.Builder stopped =
                    Outcomes.stopped(id, time.instant(), LEFT).setComplete(false);
            return Bank.done(Outcomes.of(stopped));
        };
    }

    private StopOrder order(String caseId) {
        return freeze().progress(caseId).getOrdersList().stream()
                .filter(order -> order.getAccount().getNumber().equals(account.getNumber()))
                .findFirst()
                .orElseThrow();
    }

    private void assertAlerted(String detail) {
        assertThat(freeze().officer()
                        .listAlerts(ListAlertsRequest.getDefaultInstance())
                        .getAlertsList())
                .filteredOn(alert -> alert.getKind() == AlertKind.ALERT_KIND_BOOKING_UNCLEAR)
                .anySatisfy(alert -> assertThat(alert.getDetail()).isEqualTo(detail));
    }
}
