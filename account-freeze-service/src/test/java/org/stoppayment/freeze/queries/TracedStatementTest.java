package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.QueryDesk;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.BookingKind;
import org.stoppayment.proto.gateway.v1.QueryKind;

/** What a statement tells is traced as what a stop's feedback tells. */
@QuarkusTest
class TracedStatementTest extends StatementsFixture {

    private static final Duration LONGER_THAN_THE_LEASE = Duration.ofMinutes(1);

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
}
