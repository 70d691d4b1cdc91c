package org.stoppayment.gateway.orders.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_ACCOUNTS;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_BALANCE;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_HOLDER;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_TRANSACTIONS;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_WATCH;
import static org.stoppayment.proto.gateway.v1.QueryKind.QUERY_KIND_WATCH_END;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.Queries;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.gateway.v1.AccountHoldKind;
import org.stoppayment.proto.gateway.v1.AccountState;
import org.stoppayment.proto.gateway.v1.BookingDirection;
import org.stoppayment.proto.gateway.v1.IdDocumentType;
import org.stoppayment.proto.gateway.v1.QueryAnswer;

/** Queries, from the institution's answer to the outcome. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class QueryContractTest extends QueryContractTestBase {

    @Test
    void holderIsTold() {
        answer("holder-1", Queries.answer("holder-1", Queries.holder()));

        QueryAnswer answer = query(QUERY_KIND_HOLDER, "holder-1").getAnswer();

        assertThat(answer.getResultCode()).isEqualTo("0000");
        assertThat(answer.getAccountNumber()).isEqualTo(Gateway.ACCOUNT_NUMBER);
        assertThat(CommonWire.instant(answer.getAsOf())).hasToString("2026-03-02T03:00:01Z");
        assertThat(answer.getComplete()).isTrue();
        var holder = answer.getHolder();
        assertThat(holder.getName()).isEqualTo("张三丰");
        assertThat(holder.getKind()).isEqualTo(AccountKind.ACCOUNT_KIND_BANK_PERSONAL);
        assertThat(holder.getIdDocumentType()).isEqualTo(IdDocumentType.ID_DOCUMENT_TYPE_RESIDENT_ID);
        assertThat(holder.getIdDocumentNumber()).isEqualTo("1101**********002X");
        assertThat(CommonWire.instant(holder.getOpenedAt())).hasToString("2025-12-11T02:14:00Z");
        assertThat(holder.getState()).isEqualTo(AccountState.ACCOUNT_STATE_STOPPED);
        assertThat(holder.getPhone()).isEqualTo("13800000018");
        assertThat(answer.getUnreadableList()).isEmpty();
    }

    @Test
    void balanceIsToldWithItsHolds() {
        answer("balance-1", Queries.answer("balance-1", Queries.balance()));

        QueryAnswer answer = query(QUERY_KIND_BALANCE, "balance-1").getAnswer();

        var balance = answer.getBalance();
        assertThat(balance.getBalanceFen()).isEqualTo(6_000_000);
        assertThat(balance.hasAvailableFen()).isTrue();
        assertThat(balance.getAvailableFen()).isZero();
        assertThat(balance.getHoldsList())
                .extracting(hold -> hold.getKind() + " " + hold.getAuthority())
                .containsExactly("ACCOUNT_HOLD_KIND_STOP city police", "ACCOUNT_HOLD_KIND_FULL_FREEZE a court");
        assertThat(balance.getHolds(0).getAmountFen()).isEqualTo(6_000_000);
        assertThat(CommonWire.instant(balance.getHolds(0).getSince())).hasToString("2026-03-01T08:01:01Z");
        assertThat(balance.getHolds(1).getKind()).isEqualTo(AccountHoldKind.ACCOUNT_HOLD_KIND_FULL_FREEZE);
        assertThat(balance.getHolds(1).hasAmountFen()).isFalse();
        assertThat(answer.getUnreadableList()).isEmpty();
    }

    @Test
    void pageOfBookingsTellsWhereTheNextOneBegins() {
        answer("bookings-1", Queries.answer("bookings-1", """
                "transactions": {"openingBalanceFen": 0, "bookings": [%s], "nextPageToken": "page 2"}""".formatted(Queries.booking("S-1", 14_000_000))));

        QueryAnswer answer = query(QUERY_KIND_TRANSACTIONS, "bookings-1").getAnswer();

        var booking = answer.getTransactions().getBookings(0);
        assertThat(booking.getSerial()).isEqualTo("S-1");
        assertThat(booking.getDirection()).isEqualTo(BookingDirection.BOOKING_DIRECTION_IN);
        assertThat(booking.getAmountFen()).isEqualTo(14_000_000);
        assertThat(booking.getSequence()).isEqualTo(7);
        assertThat(booking.getCounterparty().getNumber()).isEqualTo("6228480000000000015");
        assertThat(booking.getBalanceAfterFen()).isEqualTo(14_000_000);
        assertThat(answer.getTransactions().hasOpeningBalanceFen()).isTrue();
        assertThat(answer.getTransactions().getNextPageToken()).isEqualTo("page 2");
    }

    @Test
    void accountsOfTheHolderAreToldAsFarAsTheyCanBeRead() {
        answer("accounts-1", Queries.answer("accounts-1", """
                "accounts": {"accounts": [
                 {"number": "6222020000000000026", "kind": "BANK_PERSONAL", "state": "NORMAL", "balanceFen": 120000},
                 {"number": "6222020000000000034", "kind": "BANK_PERSONAL", "state": "SLEEPING"},
                 {"kind": "BANK_PERSONAL", "state": "NORMAL"}]}"""));

        QueryAnswer answer = query(QUERY_KIND_ACCOUNTS, "accounts-1").getAnswer();

        assertThat(answer.getAccounts().getAccountsList())
                .extracting(account -> account.getNumber() + " " + account.getState())
                .containsExactly(
                        "6222020000000000026 ACCOUNT_STATE_NORMAL", "6222020000000000034 ACCOUNT_STATE_UNSPECIFIED");
        assertThat(answer.getUnreadableList())
                .containsExactly("accounts.accounts[1].state", "accounts.accounts[2].number");
    }

    @Test
    void watchBeginsAndEnds() {
        answer("watch-1", Queries.answer("watch-1", """
                "watch": {"startedAt": "2026-03-02T03:00:01Z", "endsAt": "2026-03-03T08:01:01Z", "reports": 0}"""));
        answer("watch-end-1", Queries.answer("watch-end-1", "\"complete\": true"));

        var watch = query(QUERY_KIND_WATCH, "watch-1").getAnswer().getWatch();
        QueryAnswer end = query(QUERY_KIND_WATCH_END, "watch-end-1").getAnswer();

        assertThat(CommonWire.instant(watch.getEndsAt())).hasToString("2026-03-03T08:01:01Z");
        assertThat(watch.hasReports()).isTrue();
        assertThat(end.getResultCode()).isEqualTo("0000");
        assertThat(end.getUnreadableList()).isEmpty();
    }

    @Test
    void halfAnswerCountsAsFarAsItCanBeReadAndNamesTheRest() {
        answer("holder-half", """
                {"applicationId": "holder-half", "resultCode": "0000",
                 "holder": {"name": "张三丰", "kind": "GIFT", "openedAt": "long ago"}}""");

        QueryAnswer answer = query(QUERY_KIND_HOLDER, "holder-half").getAnswer();

        assertThat(answer.getHolder().getName()).isEqualTo("张三丰");
        assertThat(answer.getHolder().hasOpenedAt()).isFalse();
        assertThat(answer.getUnreadableList())
                .containsExactly(
                        "accountNumber",
                        "asOf",
                        "holder.kind",
                        "holder.idDocumentType",
                        "holder.idDocumentNumber",
                        "holder.openedAt",
                        "holder.state");
    }

    @Test
    void bookingThatCannotBeReadIsLeftOutAndNamed() {
        answer("bookings-half", Queries.answer("bookings-half", """
                "complete": false, "transactions": {"bookings": [%s, %s, {"serial": "S-3", "direction": "IN",
                 "kind": "TRANSFER", "amountFen": 100, "currency": "USD", "bookedAt": "2026-03-01T08:00:20Z"}]}""".formatted(
                        Queries.halfBooking("S-1"), Queries.booking("S-2", 500))));

        QueryAnswer answer = query(QUERY_KIND_TRANSACTIONS, "bookings-half").getAnswer();

        assertThat(answer.getComplete()).isFalse();
        assertThat(answer.getTransactions().getBookingsList())
                .singleElement()
                .satisfies(booking -> assertThat(booking.getSerial()).isEqualTo("S-2"));
        assertThat(answer.getUnreadableList())
                .containsExactly("transactions.bookings[0].amountFen", "transactions.bookings[2].currency");
    }

    @Test
    void answerWithThePartOfAnotherQueryLacksItsOwn() {
        answer("balance-other", Queries.answer("balance-other", Queries.holder()));

        QueryAnswer answer = query(QUERY_KIND_BALANCE, "balance-other").getAnswer();

        assertThat(answer.hasBalance()).isFalse();
        assertThat(answer.hasHolder()).isFalse();
        assertThat(answer.getUnreadableList()).containsExactly("balance");
    }
}
