package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.QueryDesk;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.QueryKind;

/** A statement of all bookings since the money came ends the waiting for bookings that a stop announced; any other does not. */
@QuarkusTest
class WholeStatementTest extends StatementsFixture {

    private static final Duration BEFORE_REPORTED = Duration.ofMinutes(10);
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

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
    void statementThatDoesNotAddUpIsAskedForAgainAndDoesNotEndTheWaiting() {
        gateway().onSend(account.getNumber(), moreToCome());
        String caseId = stoppedCase();
        AccountBooking.Builder came = QueryDesk.in("i1", TAINT, account(), IN);
        AccountBooking.Builder left = onward.clone().setBalanceAfterFen(LEFT);
        desk().onQuery(account, tellsSums(left));
        desk().onInquiry(account, tellsSums(left), tellsSums(came, left));
        Query asked = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);
        assertThat(asked.getMissingList()).containsExactly("transactions.bookings");
        assertThat(order(caseId).getAwaitsBookings()).isTrue();

        jumpAndLook(LONGER_THAN_ANY_INQUIRY);
        assertThat(shown(asked.getApplicationId()).getMissingList()).isNotEmpty();
        assertThat(order(caseId).getAwaitsBookings()).isTrue();
        jumpAndLook(LONGER_THAN_ANY_INQUIRY);

        assertThat(shown(asked.getApplicationId()).getMissingList()).isEmpty();
        awaitTrace(caseId);
        assertThat(order(caseId).getAwaitsBookings()).isFalse();
        int inquiries = desk().inquiries().size();
        jumpAndLook(LONGER_THAN_ANY_INQUIRY);
        assertThat(desk().inquiries()).hasSize(inquiries);
    }

    /** Nothing was on the account before. */
    private QueryBank tellsSums(AccountBooking.Builder... bookings) {
        return QueryBank.says(asked -> {
            AccountTransactions.Builder told = AccountTransactions.newBuilder().setOpeningBalanceFen(0);
            List.of(bookings).forEach(told::addBookings);
            return desk().done(asked).setTransactions(told);
        });
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
}
