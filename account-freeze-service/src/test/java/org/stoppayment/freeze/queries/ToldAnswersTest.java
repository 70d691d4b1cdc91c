package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.facts.application.PublishingFacts;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.QueryDesk;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.BalanceRecorded;
import org.stoppayment.proto.freeze.v1.BookingFact;
import org.stoppayment.proto.freeze.v1.BookingsRecorded;
import org.stoppayment.proto.freeze.v1.FactDirection;
import org.stoppayment.proto.freeze.v1.FactKind;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.gateway.v1.AccountBooking;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.BookingKind;
import org.stoppayment.proto.gateway.v1.QueryKind;

/** Balances and full statements are told to fund-recovery, with the bookings that are not stored. */
@QuarkusTest
class ToldAnswersTest extends StatementsFixture {

    @Inject
    PublishingFacts publishing;

    @Test
    void balanceIsTold() {
        String caseId = stoppedCase();
        Query asked = order(ask(caseId, QueryKind.QUERY_KIND_BALANCE), QueryState.QUERY_STATE_ANSWERED);

        publish();
        publish();

        assertThat(balances(asked)).singleElement().satisfies(told -> {
            assertThat(told.getBalanceFen()).isEqualTo(500_000);
            assertThat(told.getRevision()).isEqualTo(1);
            assertThat(told.hasSince()).isFalse();
            assertThat(told.getAccount().getNumber()).isEqualTo(account.getNumber());
        });
    }

    @Test
    void fullStatementIsToldWithWhatCameInAndFees() {
        String caseId = emptiedCase();
        Account payer = account();
        desk().onQuery(
                        account,
                        page("2", 1_000L, QueryDesk.in("s0", TAINT, payer, IN).setBalanceAfterFen(1_000 + TAINT)),
                        page(
                                "",
                                null,
                                onward.setBalanceAfterFen(LEFT + 1_000),
                                fee("s2", 1_000).setBalanceAfterFen(LEFT)));
        Query first = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);
        awaitShown(first.getApplicationId(), shown -> assertThat(shown.getNextApplicationId())
                .isNotEmpty());
        awaitState(shown(first.getApplicationId()).getNextApplicationId(), QueryState.QUERY_STATE_ANSWERED);
        awaitTrace(caseId);
        awaitApplied();

        publish();

        assertThat(balances(first)).last().satisfies(told -> {
            assertThat(told.getBalanceFen()).isEqualTo(LEFT);
            assertThat(told.getOpeningFen()).isEqualTo(1_000);
            assertThat(told.getSince()).isEqualTo(first.getSince());
        });
        assertThat(bookings())
                .extracting(
                        BookingFact::getDirection,
                        BookingFact::getSerial,
                        BookingFact::getKind,
                        BookingFact::getAmountFen,
                        told -> told.getCounterparty().getNumber())
                .as("each once: what left is stored and told by itself")
                .containsExactlyInAnyOrder(
                        tuple(
                                FactDirection.FACT_DIRECTION_IN,
                                "s0",
                                FactKind.FACT_KIND_TRANSFER,
                                TAINT,
                                payer.getNumber()),
                        tuple(
                                FactDirection.FACT_DIRECTION_OUT,
                                "s1",
                                FactKind.FACT_KIND_TRANSFER,
                                TAINT - LEFT,
                                next.getNumber()),
                        tuple(FactDirection.FACT_DIRECTION_OUT, "s2", FactKind.FACT_KIND_MERCHANT, 1_000L, ""));
    }

    @Test
    void statementOfWhichMoreIsOwedTellsNoBalance() {
        String caseId = emptiedCase();
        desk().onQuery(account, QueryBank.says(asked -> desk().done(asked)
                .setComplete(false)
                .setTransactions(AccountTransactions.newBuilder().addBookings(onward.setBalanceAfterFen(LEFT)))));
        Query asked = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);
        awaitApplied();

        publish();

        assertThat(balances(asked)).isEmpty();
        assertThat(database.number("SELECT count(*) FROM account_query WHERE unpublished AND answered_at IS NOT NULL"))
                .isZero();
    }

    private void awaitApplied() {
        await().atMost(PATIENCE)
                .until(() ->
                        database.number("SELECT count(*) FROM account_query WHERE answer_due_at IS NOT NULL") == 0);
    }

    private QueryBank page(String nextToken, Long opening, AccountBooking.Builder... bookings) {
        AccountTransactions.Builder page = AccountTransactions.newBuilder().setNextPageToken(nextToken);
        if (opening != null) {
            page.setOpeningBalanceFen(opening);
        }
        for (AccountBooking.Builder booking : bookings) {
            page.addBookings(booking);
        }
        return QueryBank.says(asked -> desk().done(asked).setTransactions(page));
    }

    private AccountBooking.Builder fee(String serial, long fen) {
        return QueryDesk.out(serial, fen, next, IN.plusSeconds(180))
                .setDirection(BookingDirection.BOOKING_DIRECTION_OUT)
                .setKind(BookingKind.BOOKING_KIND_OTHER)
                .clearCounterparty();
    }

    private void publish() {
        publishing.publish().await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> database.number("SELECT count(*) FROM outbox") == 0);
    }

    private List<BalanceRecorded> balances(Query query) {
        return world.recovery.facts(BalanceRecorded.getDefaultInstance()).stream()
                .filter(told -> told.getApplicationId().equals(query.getApplicationId()))
                .toList();
    }

    private List<BookingFact> bookings() {
        return world.recovery.facts(BookingsRecorded.getDefaultInstance()).stream()
                .filter(told -> told.getAccount().getNumber().equals(account.getNumber()))
                .flatMap(told -> told.getBookingsList().stream())
                .toList();
    }
}
